/**
 * Brought into the real program before it starts (`--import`). It ends the program with SIGKILL in the moment that
 * FAILPOINT names, at its so-manieth time: "after-commit:25". Nothing of it is in the program itself: what the
 * program does to its database tells where it is.
 *
 *     before-commit   all of a message's work is done, and nothing is kept yet
 *     after-commit    it is kept, and the person has not been answered
 *     in-job          the machines have looked at a submission, and nothing is kept yet
 *     after-job       it is kept, and the queue does not know that the job is done
 */
import Sqlite from "better-sqlite3";

export const points = ["before-commit", "after-commit", "in-job", "after-job"] as const;
export type Point = (typeof points)[number];

/** What must be set for a program that is to end there. */
export function endingAt(point: Point, time: number): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, FAILPOINT: `${point}:${time}` };
}

const [named, times] = (process.env["FAILPOINT"] ?? "").split(":");

/** Tables into which the transaction under way has written. */
const written = new Set<string>();
let left = Number(times);
let hasHeard = false;

if (named !== undefined && named !== "") {
  const prepare = Sqlite.prototype.prepare;
  Sqlite.prototype.prepare = function watched(this: Sqlite.Database, text: string) {
    const statement = prepare.call(this, text);
    const [, table] = /^insert into "(\w+)"/.exec(text) ?? [];
    if (text === "begin immediate") around(statement, () => written.clear());
    if (table !== undefined) around(statement, () => void written.add(table));
    if (text === "commit")
      around(
        statement,
        () => pass("before"),
        () => pass("after"),
      );
    return statement;
  } as typeof prepare;
}

/** Both ways in which the program runs a statement that changes something. */
function around(statement: Sqlite.Statement, before: () => void, after?: () => void): void {
  const [run, all] = [statement.run.bind(statement), statement.all.bind(statement)];
  const watched = <Result>(deed: () => Result): Result => {
    before();
    const result = deed();
    after?.();
    return result;
  };
  statement.run = (...parameters: unknown[]) => watched(() => run(...parameters));
  statement.all = (...parameters: unknown[]) => watched(() => all(...parameters));
}

function pass(side: "before" | "after"): void {
  const isMessage = written.has("inbound");
  hasHeard ||= isMessage;
  // What is left of the program's life before is looked at at once; then nobody has spoken yet.
  if (!hasHeard || (!isMessage && !written.has("submission_history"))) return;
  const here = { before: ["before-commit", "in-job"], after: ["after-commit", "after-job"] }[side];
  if (here[isMessage ? 0 : 1] !== named) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}
