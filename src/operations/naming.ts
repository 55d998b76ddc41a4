/** What could not be opened at the start gets the name of the setting that led there. */
import { type Said, saidAs } from "../said.ts";
import { freeBytes, isOutOfRoom } from "./backup/parts.ts";

/** What cannot be opened, and what to do about it: in English for the log, and as the text of `operator.fault`. */
type Named = {
  readonly what: string;
  readonly advice: string;
  readonly said: string;
  readonly values: Said["values"];
};

export function databaseOf({ database, dataDir }: DataPlace): Named {
  return database.kind === "sqlite"
    ? {
        what: `cannot keep data in ${dataDir}`,
        advice: "set DATA_DIR to a folder of this user's own, or put a backup back",
        said: "data-folder",
        values: { folder: dataDir },
      }
    : {
        what: "cannot reach the database of DATABASE_URL",
        advice: "see whether it runs and whether the address is right",
        said: "database-away",
        values: {},
      };
}

export function keyFileOf({ dataKey }: { readonly dataKey: object }): Named {
  const file = "file" in dataKey ? String(dataKey.file) : "";
  return {
    what: `cannot use the key file ${file}`,
    advice: "set DATA_KEY_FILE, or DATA_KEY",
    said: "key-file",
    values: { file },
  };
}

type DataPlace = {
  readonly database: { readonly kind: "sqlite" | "postgres" };
  readonly dataDir: string;
};

/** The system says what it met ("ENOTDIR"), not which setting led there. Our own sentences are left as they are. */
export async function naming<T>(
  { what, advice, said, values }: Named,
  deed: () => Promise<T>,
): Promise<T> {
  try {
    return await deed();
  } catch (cause) {
    if (!(cause instanceof Error) || !("code" in cause)) throw cause;
    // Where every address of a host refused, there is a code and no message.
    const why = cause.message || String(cause.code);
    const isFull = "folder" in values && isFullDisk(cause, String(values["folder"]));
    throw saidAs(
      new Error(`${what}: ${why}; ${advice}`, { cause }),
      isFull ? "data-full" : said,
      values,
    );
  }
}

/** On a full disk SQLite may say no more than that reading or writing failed. */
function isFullDisk(cause: Error, folder: string): boolean {
  const isVague = "code" in cause && /^SQLITE_IOERR/.test(String(cause.code));
  return isOutOfRoom(cause) || (isVague && freeBytes(folder) < leastBytes);
}

/** Less than the database's log needs to be opened. */
const leastBytes = 1_000_000;
