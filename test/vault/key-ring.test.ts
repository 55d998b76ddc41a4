import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { deriveKey, openKeyRing } from "../../src/vault/key-ring.ts";

const folder = mkdtempSync(join(tmpdir(), "lindung-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => join(folder, `keys-${++files}`, "root.key");
const good = randomBytes(32);

describe("the key file", () => {
  test("is made before there is a database, for its owner alone, and found again", () => {
    const keyFile = newFile();
    const key = openKeyRing({ keyFile, databaseExists: false });
    expect([statSync(keyFile).mode & 0o777, statSync(join(keyFile, "..")).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    expect(key).toHaveLength(32);
    expect(openKeyRing({ keyFile, databaseExists: true })).toEqual(key);
    expect(openKeyRing({ keyFile, databaseExists: false })).toEqual(key);
  });

  test("leaves no draft beside it", () => {
    const keyFile = newFile();
    openKeyRing({ keyFile, databaseExists: false });
    expect(readdirSync(join(keyFile, ".."))).toEqual(["root.key"]);
  });

  test("cannot be made where the folder is a file: the error says which", () => {
    const keyFile = newFile();
    openKeyRing({ keyFile, databaseExists: false });
    const below = join(keyFile, "root.key");
    expect(() => openKeyRing({ keyFile: below, databaseExists: false })).toThrow(keyFile);
  });

  test("two are never the same", () => {
    const keys = [newFile(), newFile()].map((keyFile) =>
      openKeyRing({ keyFile, databaseExists: false }),
    );
    expect(keys[0]).not.toEqual(keys[1]);
  });

  test("missing beside a database is refused by name, and not made", () => {
    const keyFile = newFile();
    expect(() => openKeyRing({ keyFile, databaseExists: true })).toThrow(keyFile);
    expect(existsSync(keyFile)).toBe(false);
  });

  test.each([
    ["others of the group can read it", 0o640],
    ["everybody can read it", 0o604],
    ["everybody can write it", 0o602],
  ])("is refused when %s", (_why, mode) => {
    const keyFile = newFile();
    openKeyRing({ keyFile, databaseExists: false });
    chmodSync(keyFile, mode);
    expect(() => openKeyRing({ keyFile, databaseExists: true })).toThrow(`chmod 600 ${keyFile}`);
  });

  test("is refused when it holds no key, by name and without its content", () => {
    const keyFile = newFile();
    openKeyRing({ keyFile, databaseExists: false });
    writeFileSync(keyFile, "secret words");
    expect(() => openKeyRing({ keyFile, databaseExists: true })).toThrow(keyFile);
    expect(() => openKeyRing({ keyFile, databaseExists: true })).not.toThrow(/secret/);
    expect(readFileSync(keyFile, "utf8")).toBe("secret words");
  });
});

describe("DATA_KEY", () => {
  test.each([
    ["base64", good.toString("base64")],
    ["hex", good.toString("hex")],
    ["capital hex with a line break", `${good.toString("hex").toUpperCase()}\n`],
    ["bytes that are parsed already", good],
  ])("is taken as %s, and no file is made", (_how, dataKey) => {
    const keyFile = newFile();
    expect(openKeyRing({ dataKey, keyFile, databaseExists: false })).toEqual(good);
    expect(existsSync(keyFile)).toBe(false);
  });

  test.each<readonly [string, string | Buffer]>([
    ["a password", "correct horse battery staple"],
    ["31 bytes", randomBytes(31).toString("base64")],
    ["33 bytes", randomBytes(33).toString("base64")],
    ["16 bytes in hex", randomBytes(16).toString("hex")],
    ["16 bytes that are parsed already", randomBytes(16)],
    ["nothing", ""],
    ["zeros", Buffer.alloc(32).toString("base64")],
    ["all bytes the same", Buffer.alloc(32, 0x5a).toString("hex")],
    ["bytes in a row", Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64")],
    [
      "bytes in a row, downwards in steps",
      Buffer.from(Array.from({ length: 32 }, (_, at) => 250 - 7 * at)).toString("hex"),
    ],
    [
      "two halves that are the same",
      Buffer.concat([good.subarray(0, 16), good.subarray(0, 16)]).toString("hex"),
    ],
    ["the hex sample of manuals", "0123456789abcdef".repeat(4)],
    [
      "letters that somebody typed",
      Buffer.from("this-is-a-sample-key-change-me!!").toString("base64"),
    ],
  ])("is refused: %s", (_why, dataKey) => {
    expect(() => openKeyRing({ dataKey, keyFile: newFile(), databaseExists: false })).toThrow(
      /^DATA_KEY: /,
    );
  });

  test("random keys are never taken for samples", () => {
    for (let count = 0; count < 20_000; count += 1) {
      const dataKey = randomBytes(32);
      expect(openKeyRing({ dataKey, keyFile: "", databaseExists: true })).toBe(dataKey);
    }
  });
});

test("each purpose has a key of its own, the same at each start", () => {
  const labels = ["wrap", "index", "audit", "session", "root"] as const;
  const keys = labels.map((label) => deriveKey(good, label).toString("hex"));
  expect(new Set([...keys, good.toString("hex")]).size).toBe(6);
  expect(labels.map((label) => deriveKey(good, label).toString("hex"))).toEqual(keys);
});
