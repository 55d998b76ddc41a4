/** Whatever a check remarks, staff read it in words: no date as machines write it, and no gap. */
import { describe, expect, test } from "vitest";
import { languages } from "../../src/conversation/wording/wording.ts";
import { findingText } from "../../src/review/finding-text.ts";
import { allChecks } from "../../src/validation/validate.ts";
import { said } from "../house/locales.ts";
import { realMaterial } from "../world.ts";

const { tongues } = realMaterial();
const kinds = allChecks.flatMap((check) => Object.keys(check.kinds));

/** A value for each variable of a text, of the sort that the checks give it. */
function detailOf(kind: string): Readonly<Record<string, string | number>> {
  const [text] = said.filter(({ key }) => key === `findings.${kind}`);
  const example = (name: string) => {
    if (name.endsWith("date")) return "1990-01-15";
    return ["count", "digits"].includes(name) ? 11 : `<${name}>`;
  };
  return Object.fromEntries((text?.variables ?? []).map((name) => [name, example(name)]));
}

describe.each(languages)("in %s", (language) => {
  const { wording } = tongues[language];

  test.each(kinds)("%s", (kind) => {
    const detail = detailOf(kind);
    const text = findingText(wording, { kind, detail });
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d|[{}]/);
    for (const value of Object.values(detail)) {
      const shown = value === "1990-01-15" ? wording.date(value) : String(value);
      expect(text).toContain(shown);
    }
  });
});

test.each([
  ["id", "1990-01-15", "Menurut tanggal lahir 15 Januari 1990,"],
  ["en", "1990-01-15", "15 January 1990"],
  ["id", "1990", "Menurut tanggal lahir 1990,"],
] as const)("in %s a birth date of %s is said as people say it", (language, given, said) => {
  const finding = { kind: "age-to-check", detail: { birth_date: given } };
  expect(findingText(tongues[language].wording, finding)).toContain(said);
});
