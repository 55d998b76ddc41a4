/** `lindung audit verify`: whether the chain of what was done is whole. */
import { type Head, verifyAudit } from "../audit/verify.ts";
import { openData } from "../house.ts";
import { summed, unrecorded } from "../operations/unrecorded.ts";
import { openProgress } from "./progress.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export type VerifyOptions = {
  /** `<rows>:<hash>` as this command printed it before: the chain must go through it. */
  readonly through?: string;
};

/** Deeds that are named one by one; beyond these their number says it. */
const mostNamed = 20;

/** The exit code: 0 when the chain is whole and no deed stands in the data without its entry. */
export async function auditVerify({ through }: VerifyOptions, terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  const say = (key: string, values = {}) => wording.text(`operator.audit.${key}`, values);
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const anchor = through === undefined ? undefined : headOf(through);
  if (through !== undefined && anchor === undefined) {
    complain(say("bad-anchor"));
    return 1;
  }
  const { database, vault } = await openData(config);
  const progress = openProgress(process.stderr, performance.now);
  try {
    const verified = await verifyAudit(database.read, vault, anchor, (rows) =>
      progress.show(say("step", { rows })),
    );
    progress.end();
    if (verified.kind === "broken") {
      complain(say("broken", { seq: verified.seq }));
      return 1;
    }
    const missing = await unrecorded(database.read);
    if (missing.length > 0) {
      for (const { action, about, at } of missing.slice(0, mostNamed))
        complain(`${at}  ${action}  ${about ?? ""}`.trimEnd());
      complain(
        say("unrecorded", { ...summed(missing), isAll: missing.length > mostNamed ? "no" : "yes" }),
      );
      return 1;
    }
    const { seq, hash } = verified.head;
    print(say("whole", { rows: seq, head: `${seq}:${hash}` }));
    return 0;
  } finally {
    await database.close();
  }
}

function headOf(text: string): Head | undefined {
  const [, seq, hash = ""] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined ? undefined : { seq: Number(seq), hash };
}
