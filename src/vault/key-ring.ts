/**
 * The root key: given as a setting, or in a file that is made once, before there is any data. Everything that is
 * encrypted depends on it, so a weak one, a readable one or a missing one stops the program.
 */
import { hkdfSync, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { saidAs } from "../said.ts";

export type KeyRing = {
  /** The setting DATA_KEY: 32 bytes, as base64 or 64 hex digits. Then no file is used. */
  readonly dataKey?: string | Buffer | undefined;
  /** Outside the data folder, so that a copy of the data holds no key. */
  readonly keyFile: string;
  /** Whether there may already be data under a key. */
  readonly databaseExists: boolean;
};

/** The root key, 32 bytes; throws when there is none that may be used. */
export function openKeyRing({ dataKey, keyFile, databaseExists }: KeyRing): Buffer {
  if (dataKey !== undefined) return strong(bytesOf(dataKey, "DATA_KEY"), "DATA_KEY");
  if (existsSync(keyFile)) return readKey(keyFile);
  if (databaseExists) {
    throw saidAs(
      new Error(
        `the database was made with a key that is not here: put the key file back at ${keyFile}, or set DATA_KEY`,
      ),
      "key-missing",
      { file: keyFile },
    );
  }
  return makeKey(keyFile);
}

export type KeyLabel = "wrap" | "index" | "audit" | "session" | "root" | "backup" | "backup-mark";

/** One key for each purpose (HKDF-SHA-256, RFC 5869): knowing one tells nothing of another. */
export function deriveKey(root: Buffer, label: KeyLabel): Buffer {
  return Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), `lindung ${label} v1`, keyBytes));
}

const keyBytes = 32;

function readKey(file: string): Buffer {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw saidAs(
      new Error(`others can read the key file, make it yours alone: chmod 600 ${file}`),
      "key-readable",
      { file },
    );
  }
  return strong(bytesOf(readFileSync(file, "utf8"), file), file);
}

function makeKey(file: string): Buffer {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(keyBytes);
  const draft = `${file}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    // Whole or not at all, and never in the place of another: two programs may start at once.
    linkSync(draft, file);
  } catch (error) {
    if (existsSync(file)) return readKey(file);
    throw error;
  } finally {
    rmSync(draft);
  }
  // What is encrypted next must not outlive its key in a power cut.
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
  return key;
}

function bytesOf(given: string | Buffer, where: string): Buffer {
  if (typeof given !== "string") return given;
  const text = given.trim();
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, "hex");
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return Buffer.from(text, "base64");
  throw saidAs(
    new Error(`${where}: the key must be 32 random bytes, as base64 or as 64 hex digits`),
    "key-form",
    { where },
  );
}

/** Of 32 random bytes fewer than 20 are different less than once in a million keys; samples and patterns stand out. */
function strong(key: Buffer, where: string): Buffer {
  if (key.length !== keyBytes) {
    throw saidAs(
      new Error(`${where}: the key must be 32 random bytes, it is ${key.length}`),
      "key-form",
      { where },
    );
  }
  const steps = new Set(key.map((byte, at) => (byte - (key[at - 1] ?? 0)) & 0xff));
  if (new Set(key).size < 20 || steps.size < 8 || /^[\x20-\x7e]+$/.test(key.toString("latin1"))) {
    throw saidAs(
      new Error(
        `${where}: the key is a pattern or a sample, make a random one: openssl rand -base64 32`,
      ),
      "key-weak",
      { where },
    );
  }
  return key;
}
