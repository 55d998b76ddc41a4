import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCalendarDate } from "../../src/enrolment/calendar.ts";
import type { Registration } from "../../src/enrolment/registration.ts";
import type { Finding } from "../../src/enrolment/submission.ts";
import { alreadyRegistered } from "../../src/validation/checks/already-registered.ts";
import type { CheckNeeds } from "../../src/validation/checks/check.ts";
import { nikBirthDate } from "../../src/validation/checks/nik-birth-date.ts";
import { budi, siti } from "../submissions/hand-in.ts";

const today = parseCalendarDate("2026-11-25");
if (today === undefined) throw new Error("no such day");
const needs: CheckNeeds = { today, othersWithNik: async () => 0 };

const birthDateFinding = (part: Partial<Finding>): Finding => ({
  check: "nik-birth-date",
  kind: "nik-date-differs",
  level: "warning",
  about: "birth_date",
  detail: { nik_date: "1990-01-15", birth_date: "1990-01-16" },
  ...part,
});

describe("the birth date in the NIK", () => {
  test.each<[string, Partial<Registration>, readonly Finding[]]>([
    ["a woman's, with 40 added to the day", {}, []],
    ["a man's, written plainly", { ...budi }, []],
    ["only the year is known, and it is that year", { birth_date: "1990" }, []],
    ["another day", { birth_date: "1990-01-16" }, [birthDateFinding({})]],
    [
      "another day, and nobody looked at the card",
      { birth_date: "1990-01-16", card_date: "unknown" },
      [birthDateFinding({})],
    ],
    [
      "another day, which the person says is on the card: may be genuine",
      { birth_date: "1990-01-16", card_date: "told" },
      [birthDateFinding({ kind: "nik-date-differs-as-said", level: "note" })],
    ],
    [
      "only the year is known, and it is another",
      { birth_date: "1991" },
      [birthDateFinding({ detail: { nik_date: "1990-01-15", birth_date: "1991" } })],
    ],
    ["a birth in this century", { birth_date: "2008-02-29", nik: "1699012902080003" }, []],
    [
      "digits that are no NIK",
      { nik: "1699017201900001" },
      [birthDateFinding({ kind: "nik-impossible", level: "serious", about: "nik", detail: {} })],
    ],
  ])("%s", async (_why, part, findings) => {
    expect(await nikBirthDate({ ...siti, ...part }, needs)).toEqual(findings);
  });

  test("is never a reason to refuse: whatever the dates, there is at most one remark", async () => {
    const date = fc
      .date({ min: new Date("1930-01-01"), max: new Date("2026-11-25"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(date, fc.stringMatching(/^1699[0-9]{12}$/), async (birth_date, nik) => {
        const findings = await nikBirthDate({ ...siti, birth_date, nik }, needs);
        expect(findings.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a NIK that is known already", () => {
  test.each([
    ["nobody else has it", 0, []],
    [
      "two others have it",
      2,
      [
        {
          check: "already-registered",
          kind: "nik-known",
          level: "warning",
          about: "nik",
          detail: { count: 2 },
        },
      ],
    ],
  ])("%s", async (_why, count, findings) => {
    const known = { ...needs, othersWithNik: async () => count };
    expect(await alreadyRegistered(siti, known)).toEqual(findings);
  });
});
