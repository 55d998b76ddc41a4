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
import { Client } from "pg";

export const points = ["before-commit", "after-commit", "in-job", "after-job"] as const;
export type Point = (typeof points)[number];

/** What must be set for a program that is to end there. */
export function endingAt(point: Point, time: number): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, FAILPOINT: `${point}:${time}` };
}

const [named, times] = (process.env["FAILPOINT"] ?? "").split(":");

let left = Number(times);
let hasHeard = false;

if (named !== undefined && named !== "") {
  watchSqlite();
  watchPostgres();
}

/** One connection writes: what is written before a commit belongs to it. */
function watchSqlite(): void {
  const written = new Set<Written>();
  const prepare = Sqlite.prototype.prepare;
  Sqlite.prototype.prepare = function watched(this: Sqlite.Database, text: string) {
    const statement: Sqlite.Statement = prepare.call(this, text);
    const { before, after } = around(text, written);
    const aware = <Result>(deed: () => Result): Result => {
      if (before()) end();
      const result = deed();
      if (after()) end();
      return result;
    };
    // Both ways in which the program runs a statement that changes something.
    const [run, all] = [statement.run.bind(statement), statement.all.bind(statement)];
    statement.run = (...parameters: unknown[]) => aware(() => run(...parameters));
    statement.all = (...parameters: unknown[]) => aware(() => all(...parameters));
    return statement;
  } as typeof prepare;
}

/** Many connections write at once, each its own transaction. */
function watchPostgres(): void {
  const writtenBy = new WeakMap<Client, Set<Written>>();
  const query: (this: Client, ...given: unknown[]) => unknown = Client.prototype.query;
  Client.prototype.query = function watched(this: Client, ...given: unknown[]) {
    const written = writtenBy.get(this) ?? new Set<Written>();
    writtenBy.set(this, written);
    const { before, after } = around(String(given[0]), written);
    if (before()) {
      // Whoever were answered too early would have the answer by then.
      setTimeout(end, 50);
      return new Promise(() => undefined);
    }
    const answer = query.apply(this, given);
    return answer instanceof Promise
      ? answer.then((result: unknown) => {
          if (after()) end();
          return result;
        })
      : answer;
  } as typeof Client.prototype.query;
}

/** To be asked before and after a statement runs: is it here? `written` is what the transaction under way holds. */
function around(text: string, written: Set<Written>) {
  const [what] = statements.find(([, start]) => start.test(text)) ?? [];
  const before = () => {
    if (/^begin\b/.test(text)) written.clear();
    if (what !== undefined) written.add(what);
    return text === "commit" && isHere("before", written);
  };
  const after = () => text === "commit" && isHere("after", written);
  return { before, after };
}

type Written = "message" | "look";

const statements: readonly (readonly [Written, RegExp])[] = [
  ["message", /^insert into "inbound"/],
  ["look", /^update "submission" set "state"/],
];

const places = {
  before: { message: "before-commit", look: "in-job" },
  after: { message: "after-commit", look: "after-job" },
} as const satisfies Record<string, Record<Written, Point>>;

/** A message and a look may share a commit: then it is a place of both. */
function isHere(side: keyof typeof places, written: ReadonlySet<Written>): boolean {
  hasHeard ||= written.has("message");
  // What is left of the program's life before is looked at at once; then nobody has spoken yet.
  if (!hasHeard || ![...written].some((what) => places[side][what] === named)) return false;
  left -= 1;
  return left === 0;
}

function end(): void {
  process.kill(process.pid, "SIGKILL");
}
