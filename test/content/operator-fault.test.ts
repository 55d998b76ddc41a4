/** What went wrong is told in the operator's language, also where only the system knows. */
import { readFileSync, writeFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { operatorWording } from "../../src/content/operator.ts";
import { explain } from "../../src/content/operator-fault.ts";
import { saidAs } from "../../src/said.ts";

const [id, en] = [operatorWording(".", "id"), operatorWording(".", "en")];

function thrownBy(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const coded = (code: string) => Object.assign(new Error(`${code}: in English`), { code });

test.each<[string, () => unknown, string]>([
  [
    "no such folder",
    () => writeFileSync("/nowhere/f.svg", ""),
    "/nowhere/f.svg: berkas atau foldernya tidak ada.",
  ],
  ["a folder", () => writeFileSync("/tmp", ""), "/tmp: itu folder, bukan berkas."],
  ["a folder that is read", () => readFileSync("/tmp"), "itu folder, bukan berkas"],
  [
    "below a file",
    () => readFileSync(`${import.meta.filename}/x`),
    `${import.meta.filename}/x: ada berkas di tempat sebuah folder.`,
  ],
  [
    "no table",
    () => new Sqlite(":memory:").prepare("select 1 from audit"),
    "Basis datanya tidak lengkap: tabel audit tidak ada. Kembalikan cadangan: npx lindung restore BERKAS",
  ],
])("met by the system: %s", (_what, deed, said) => {
  expect(explain(thrownBy(deed), id)).toBe(said);
});

test.each([
  ["ENOSPC", "cakramnya penuh"],
  ["SQLITE_FULL", "cakramnya penuh"],
  ["EACCES", "pengguna ini tidak boleh memakainya (EACCES)"],
  ["ECONNREFUSED", "tidak ada yang menjawab di sana (ECONNREFUSED)"],
  ["SQLITE_BUSY", "sedang dikunci program lain"],
  ["SQLITE_NOTADB", "isinya bukan basis data, atau rusak"],
  ["ESTRANGE", "ESTRANGE: in English"],
])("by its code alone: %s", (code, said) => {
  expect(explain(coded(code), id)).toBe(said);
});

test("our own sentence has the system's reason in it, in either language", () => {
  const cause = coded("ECONNREFUSED");
  const error = saidAs(new Error("cannot reach it", { cause }), "database-away");
  expect(explain(error, id)).toMatch(
    /^Basis data di DATABASE_URL tidak terjangkau: tidak ada yang/,
  );
  expect(explain(error, en)).toMatch(/cannot be reached: nothing answers there \(ECONNREFUSED\)/);
});

test.each([
  ["what is no error", "broken", "broken"],
  ["an error without a message", Object.assign(new Error(""), { code: "E2" }), "E2"],
])("told as it is: %s", (_what, thrown, said) => {
  expect(explain(thrown, id)).toBe(said);
});
