/** The talk in a terminal: a line is a message. Also by a pipe, one answer a line. */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import type { Inbound, Says } from "../channel.ts";

export type TerminalNeeds = {
  /** Who sits here: the same name takes the talk up again. */
  readonly from: string;
  readonly meet: () => Promise<void>;
  readonly receive: (
    inbound: Inbound,
  ) => Promise<{ readonly kind: string; readonly says?: readonly Says[] }>;
  readonly saysAfter: (after: number) => Promise<readonly Says[]>;
  /** Called when there may be something new; returns the way to stop listening. */
  readonly listen: (wake: () => void) => () => void;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  /** Said where a message could not be kept. */
  readonly tryAgain: string;
};

/** Talks until the input ends. Everything is kept: the next time goes on where this one stopped. */
export async function talk(needs: TerminalNeeds): Promise<void> {
  let shown = 0;
  const show = (says: readonly Says[]) => {
    for (const say of says) {
      if (say.id <= shown) continue;
      needs.output.write(`${rendered(say)}\n\n`);
      shown = say.id;
    }
  };
  // Shown one after another, so that a notice that arrives meanwhile neither doubles nor overtakes.
  let showing = Promise.resolve();
  const catchUp = () => {
    showing = showing.then(async () => show(await needs.saysAfter(shown)));
    return showing;
  };
  await needs.meet();
  const before = await needs.saysAfter(0);
  shown = knownAlready(before);
  show(before);
  const stop = needs.listen(() => void catchUp().catch(() => undefined));
  const isPiped = needs.input.isTTY !== true;
  const lines = createInterface({
    input: needs.input,
    output: isPiped ? undefined : needs.output,
    prompt: "› ",
  });
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  const prompt = () => {
    if (isOpen && !isPiped) lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    if (leaving.has(line.trim())) break;
    if (isPiped) needs.output.write(`› ${line}\n\n`);
    await hear(needs, line);
    await catchUp();
    prompt();
  }
  stop();
  await showing;
}

/** Ends the talk as Ctrl+D does, for whoever looks for a word. */
const leaving = new Set(["/quit", "/exit", "/keluar"]);

/** The id up to which earlier talks are not shown again: the question they stopped at is, and what came after it. */
function knownAlready(before: readonly Says[]): number {
  if (before.length <= 3) return 0;
  const last = before.findLastIndex(
    ({ asks, choices = [] }) => asks !== undefined || choices.length > 0,
  );
  return before.at(last === -1 ? -2 : last - 1)?.id ?? 0;
}

async function hear(needs: TerminalNeeds, text: string): Promise<void> {
  const inbound: Inbound = {
    channel: "terminal",
    account: "terminal",
    from: needs.from,
    id: randomUUID(),
    heard: { kind: "text", text },
  };
  try {
    await needs.receive(inbound);
  } catch {
    needs.output.write(`${needs.tryAgain}\n`);
  }
}

/** A saying with its choices numbered, as it stands in a terminal. */
export function rendered({ text, choices = [] }: Says): string {
  return [text, ...choices.map(({ label }, index) => `  ${index + 1}  ${label}`)].join("\n");
}
