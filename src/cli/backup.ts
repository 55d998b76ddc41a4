/** `lindung backup`: one backup now, beside the running program or without it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BackedUp, backUp } from "../operations/backup/back-up.ts";
import { backupKey } from "../vault/backup-key.ts";
import { readChainKey } from "../vault/index-key-store.ts";
import { megabytes } from "./megabytes.ts";
import { openProgress } from "./progress.ts";
import { rootKeys } from "./root-keys.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** The exit code: 0 when there is one backup more, and the audit in it is whole. */
export async function backup(terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const say = (key: string, values = {}) => wording.text(`operator.backup.${key}`, values);
  if (config.database.kind === "postgres") {
    complain(say("postgres"));
    return 1;
  }
  const file = join(config.dataDir, "lindung.db");
  if (!existsSync(file)) {
    complain(say("nothing", { folder: config.dataDir }));
    return 1;
  }
  const [root] = rootKeys(config);
  const { folder, ...keep } = config.backup;
  const progress = openProgress(process.stderr, performance.now);
  const made = await backUp({
    ...{ file, folder, keep, backup: backupKey(root), now: new Date() },
    chainKey: (copy) => readChainKey(copy, root),
    tell: (step, done, total) => {
      const percent = total === 0 ? "" : ` ${Math.floor((100 * done) / total)} %`;
      progress.show(`${say(`step.${step}`)}${percent}`);
    },
  }).finally(progress.end);
  const line = lineOf(made, say);
  (made.kind === "made" ? print : complain)(line);
  if (made.kind !== "made") return 1;
  if (made.audit?.kind !== "broken") return 0;
  complain(say("audit-broken", { seq: made.audit.seq }));
  return 1;
}

function lineOf(made: BackedUp, say: (key: string, values?: object) => string): string {
  switch (made.kind) {
    case "made":
      return say("made", { ...made, megabytes: megabytes(made.bytes) });
    case "no-room":
      return say(`no-room.${made.place}`, {
        ...{ folder: made.folder, megabytes: megabytes(made.needed * 2.2) },
      });
    case "busy":
      return say("busy");
    case "damaged":
      return say("damaged", { fault: made.faults[0] ?? "" });
  }
}
