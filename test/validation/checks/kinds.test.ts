/** All checks together: what they may remark, what staff read of it, and what it costs. */

import fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { registrationSchema } from "../../../src/enrolment/registration.ts";
import { allChecks } from "../../../src/validation/validate.ts";
import { languages, said } from "../../house/locales.ts";
import { siti } from "../../submissions/hand-in.ts";
import { needs } from "./look.ts";

const kinds = allChecks.flatMap((check) => Object.keys(check.kinds));
const texts = said.filter(({ key }) => key.startsWith("findings."));

describe.each(languages)("in %s", (language) => {
  test("every kind has a text, and every text a kind", () => {
    const written = texts.filter((text) => text.language === language);
    expect(written.map(({ key }) => key.slice("findings.".length)).toSorted()).toEqual(
      kinds.toSorted(),
    );
  });
});

test("no two kinds, and no two checks, have the same name", () => {
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(new Set(allChecks.map(({ name }) => name)).size).toBe(allChecks.length);
});

test("every remark is about a datum of the registration", () => {
  const data = Object.keys(registrationSchema.shape);
  const about = allChecks.flatMap((check) => Object.values(check.kinds).map(({ about }) => about));
  expect(about.filter((datum) => !data.includes(datum))).toEqual([]);
});

test("Siti's registration leaves staff nothing to look at", async () => {
  const found = await Promise.all(allChecks.map((check) => check.look(siti, needs)));
  expect(found.flat()).toEqual([]);
});

const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }));
const anyRegistration = fc.record({
  segment: fc.constantFrom("own-account", "employer", "wage", "registered-before", "other"),
  birth_date: fc.stringMatching(/^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$/),
  occupation: fc.record({ code: fc.oneof(text, fc.constant("farm-hand")), said: text }),
  ecosystem: fc.constantFrom("desa", "pasar", "ukm", "rentan"),
  sector: fc.constantFrom("transport", "other"),
  income: fc.integer({ min: 1, max: 2_000_000_000 }),
  programs: fc.constantFrom("jkk-jkm", "jkk-jkm-jht"),
  period: fc.option(fc.constantFrom("1", "3", "6", "12"), { nil: undefined }),
  payer: fc.constantFrom("self", "sponsor", "cannot-yet"),
  sponsor: fc.option(fc.constantFrom("government", "village"), { nil: undefined }),
  village: fc.oneof(fc.record({ village: text }), fc.record({ outside: text })),
  address: text,
  phone: fc.oneof(text, fc.constant("none"), fc.stringMatching(/^\+628[0-9]{7,11}$/)),
  nik: fc.oneof(fc.stringMatching(/^[0-9]{16}$/), fc.stringMatching(/^1699[0-9]{12}$/)),
  card_date: fc.option(fc.constantFrom("nik", "told", "unknown"), { nil: undefined }),
  sex: fc.constantFrom("female", "male"),
  name: text,
});

/** A detail has every value of its text, or staff would read a gap. */
function readable(kind: string, detail: Readonly<Record<string, string | number>>): string {
  const [text] = texts.filter(({ key }) => key === `findings.${kind}`);
  return String(new IntlMessageFormat(text?.written ?? "", "id").format({ ...detail }));
}

test("whatever was handed in, no check throws, and the same look finds the same", async () => {
  const others = fc.nat(20);
  await fc.assert(
    fc.asyncProperty(anyRegistration, others, fc.jsonValue(), async (raw, count, contribution) => {
      const registration = registrationSchema.parse(raw);
      const counted = async () => count;
      const given = { ...needs, contribution, othersWithNik: counted, othersWithPhone: counted };
      for (const trial of [true, false]) {
        const look = () =>
          Promise.all(allChecks.map((check) => check.look(registration, { ...given, trial })));
        const found = (await look()).flat();
        expect((await look()).flat()).toEqual(found);
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
        for (const { kind, detail } of found) expect(readable(kind, detail)).not.toBe("");
      }
    }),
  );
});

test("all checks of one submission cost less than 2 ms of the processor", async () => {
  const look = () => Promise.all(allChecks.map((check) => check.look(siti, needs)));
  for (let warm = 0; warm < 50; warm += 1) await look();
  const millis: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const before = process.cpuUsage();
    for (let again = 0; again < 10; again += 1) await look();
    const { user, system } = process.cpuUsage(before);
    millis.push((user + system) / 1_000 / 10);
  }
  // The quickest round: others run on the same machine.
  expect(Math.min(...millis)).toBeLessThan(2);
});
