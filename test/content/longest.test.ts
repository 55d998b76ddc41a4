import { expect, test } from "vitest";
import { openContent } from "../../src/content/content.ts";
import { lengthsIn, longestTyped, longestWay } from "../../src/content/longest.ts";
import { kinds } from "../../src/conversation/answers/kinds.ts";
import { ownVariables } from "../../src/conversation/wording/own-variables.ts";
import { sharedVariables } from "../../src/conversation/wording/values.ts";
import { languages } from "../../src/conversation/wording/wording.ts";
import { aboutFor } from "../about.ts";
import { projectFolder, realMaterial } from "../world.ts";

const opened = openContent(projectFolder);
if ("faults" in opened) throw new Error("the content is broken: see flow check");
const { content } = opened;

test.each(languages)("in %s it is known of every variable how long it gets", (language) => {
  const lengthOf = lengthsIn(language, content);
  const benefits = content.rules.benefits.value.map(({ id }) => id);
  const names = [...sharedVariables, ...[...ownVariables.values()].flat(), ...benefits];
  expect(names.filter((name) => lengthOf(name) === undefined)).toEqual([]);
});

/** A sentence of so many letters, of words as somebody types them. */
const about = aboutFor({ places: realMaterial().places, occupations: realMaterial().occupations });
const filled = (begin: string, length: number) => begin.padEnd(length, "a");

test.each([
  ["person-name", filled("Siti ", longestTyped.name), "too-long"],
  ["address", filled("Jalan Melati ", longestTyped.address), "too-long"],
  ["place", filled("Desa Melati, di luar ", longestTyped.place), "unknown-place"],
  ["occupation", filled("petani ", longestTyped.occupation), "too-long"],
] as const)(
  "%s: as long as is said here is taken, a letter more is not",
  (kind, longest, fault) => {
    const tooLong = { kind: "misread", fault };
    expect(kinds[kind].read(`${longest}a`, about)).toEqual(tooLong);
    expect(kinds[kind].read(longest, about)).not.toEqual(tooLong);
  },
);

test.each([
  ["a text without variables", { ways: ["Baik."] }, 5],
  ["the longest branch", { ways: ["Ya.", "Tidak, terima kasih."] }, 20],
  ["with its variables at their longest", { ways: ["{name}: {nik_date}"] }, 100 + 2 + 17],
  ["and the count of a plural", { ways: ["{#} hari"] }, "999.999 hari".length],
])("%s", (_what, { ways }, length) => {
  const anatomy = { variables: [], outline: "", ways };
  expect(longestWay(anatomy, lengthsIn("id", content))).toBe(length);
});

test("a text that cannot be read has no length: that is the fault of another rule", () => {
  expect(longestWay({ unsound: "MALFORMED", offset: 0 }, () => 1)).toBe(0);
});

test("figures are as long as the rules make them", () => {
  const lengthOf = lengthsIn("id", content);
  // Twelve months in the highest bracket, with the savings.
  expect(lengthOf("sum_12")).toBe("Rp7.533.600".length);
  expect(lengthOf("home_regency")).toBe("Kabupaten Penukal Abab Lematang Ilir".length);
});
