/**
 * Brought into the real program before it starts (`--import`): while the file that FULL_DISK names is there, no
 * transaction can be kept. SQLite says so when it writes the log at the end of one, and has undone all of it
 * (https://sqlite.org/rescode.html#full). For machines that give no right to a real small disk.
 */
import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** What must be set for a program whose disk is full while `file` is there. */
export function fullWhile(file: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, FULL_DISK: file };
}

const sign = process.env["FULL_DISK"] ?? "";

if (sign !== "") {
  const prepare = Sqlite.prototype.prepare;
  Sqlite.prototype.prepare = function watched(this: Sqlite.Database, text: string) {
    const statement: Sqlite.Statement = prepare.call(this, text);
    if (text !== "commit") return statement;
    const run = statement.run.bind(statement);
    statement.run = (...parameters: unknown[]) => {
      if (!existsSync(sign)) return run(...parameters);
      this.exec("rollback");
      throw new Sqlite.SqliteError("database or disk is full", "SQLITE_FULL");
    };
    return statement;
  } as typeof prepare;
}
