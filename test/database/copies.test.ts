import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyName, dropCopies } from "../../src/database/copies.ts";

test("copies from before a change of shape go after their time; the database and younger copies stay", () => {
  const folder = mkdtempSync(join(tmpdir(), "copies-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "lindung.db");
  const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
  const old = copyName(file, 2, day("2026-10-01"));
  const young = copyName(file, 3, day("2026-11-20"));
  for (const name of [file, `${file}-wal`, old, young, `${file}.before-mine`])
    writeFileSync(name, "");
  expect(dropCopies(file, day("2026-10-26"))).toBe(1);
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(
    [file, `${file}-wal`, young, `${file}.before-mine`].sort(),
  );
});
