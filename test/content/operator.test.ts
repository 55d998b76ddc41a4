import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { languageOfOperator, operatorWording } from "../../src/content/operator.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";

const workshop = openWorkshop();
afterAll(workshop.close);

const project = join(import.meta.dirname, "..", "..");

test.each([
  ["a terminal that says nothing speaks Indonesian", undefined, "id"],
  ["a bare machine too", "C.UTF-8", "id"],
  ["an Indonesian terminal", "id_ID.UTF-8", "id"],
  ["an English one, wherever it stands", "en_GB.UTF-8", "en"],
])("language of the command line: %s", (_why, locale, language) => {
  expect(languageOfOperator(locale)).toBe(language);
});

test("the command line speaks in both languages", () => {
  const values = { count: 2 };
  const said = (language: "id" | "en") =>
    operatorWording(project, language).text("operator.flow-check.faults", values);
  expect([said("id"), said("en")]).toEqual(["2 kesalahan.", "2 faults."]);
});

test.each([
  ["is missing", "flows/lists.yaml", "", /locales\/id\/operator\.yaml:1:1 this file is missing/],
  ["holds a number", "locales/id/operator.yaml", "help: 175\n", /:1:7 help: 175 is no text/],
])("a file of sentences that %s is named", (_why, file, by, expected) => {
  const folder = workshop.broken({ file, by });
  expect(() => operatorWording(folder, "id")).toThrow(expected);
});
