/** What went wrong, in words for operators: what the program says of itself, and what the system met. */
import type { Wording } from "../conversation/wording/wording.ts";
import { isSaid } from "../said.ts";

/** A sentence; the error's own message where nobody has put it into words. */
export function explain(error: unknown, wording: Wording): string {
  if (isSaid(error)) {
    const why = reasonOf(error.cause, wording);
    return wording.text(`operator.fault.${error.said}`, { ...error.values, why });
  }
  const file = fieldOf(error, "path");
  const table = missingTable(error);
  if (table !== undefined) return wording.text("operator.fault.no-table", { table });
  const why = reasonOf(error, wording);
  return file === "" || wordOf(error) === undefined
    ? why
    : wording.text("operator.fault.file", { file, why });
}

/** Part of a sentence. */
function reasonOf(error: unknown, wording: Wording): string {
  const word = wordOf(error);
  if (word !== undefined) {
    return wording.text(`operator.fault.why.${word}`, { code: fieldOf(error, "code") });
  }
  if (!(error instanceof Error)) return String(error);
  return error.message || fieldOf(error, "code");
}

function wordOf(error: unknown): string | undefined {
  const code = fieldOf(error, "code");
  return words.find(([pattern]) => pattern.test(code))?.[1];
}

/** Codes of errno(3) and of SQLite (https://sqlite.org/rescode.html). */
const words: readonly (readonly [RegExp, string])[] = [
  [/^ENOENT$/, "gone"],
  [/^EISDIR$/, "folder"],
  [/^ENOTDIR$/, "below-a-file"],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/, "forbidden"],
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE|53100)$/, "full"],
  [/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/, "away"],
  [/^SQLITE_(NOTADB|CORRUPT.*)$/, "no-database"],
  [/^SQLITE_(BUSY|LOCKED)/, "busy"],
];

/** As SQLite and PostgreSQL (42P01) say it. */
function missingTable(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : "";
  return /^no such table: (\S+)|^relation "(\S+)" does not exist$/
    .exec(message)
    ?.slice(1)
    .find(Boolean);
}

function fieldOf(error: unknown, name: string): string {
  const found =
    typeof error === "object" && error !== null && new Map(Object.entries(error)).get(name);
  return typeof found === "string" ? found : "";
}
