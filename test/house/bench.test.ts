/** The benchmark measures the way of the program: it takes no short cut past the rooms. */
import { expect, test } from "vitest";
import { type File, filesIn, planted } from "./files.ts";
import { syntaxOf } from "./syntax.ts";

function shortCuts(files: readonly File[]): readonly string[] {
  return files.flatMap((file) =>
    syntaxOf(file)
      .imports.filter((target) => /store\.ts$/.test(target))
      .map((target) => `${file.path} brings in ${target}`),
  );
}

test("the benchmark brings in no store", () => {
  const files = filesIn("test/bench", ".ts");
  expect(files.flatMap((file) => syntaxOf(file).imports)).toContain("../../src/inbox/receive.ts");
  expect(shortCuts(files)).toEqual([]);
});

test("a store that is brought in is found", () => {
  const file = planted(
    "test/bench/a.ts",
    'import { a } from "../../src/people/enrolment-store.ts";',
  );
  expect(shortCuts(file)).toHaveLength(1);
});
