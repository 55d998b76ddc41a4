/** What staff see of a registration: masked, and what is different since the revision before. */
import { expect, test } from "vitest";
import { changesBetween } from "../../src/enrolment/changes.ts";
import { masked, maskedValue } from "../../src/enrolment/masked.ts";
import type { Registration } from "../../src/enrolment/registration.ts";
import { siti } from "../submissions/hand-in.ts";

const { ktp_address: _none, ...without } = siti;
const withCard: Registration = { ...without, ktp_address: "Dusun I" };

test.each<readonly [string, Registration, Registration, object[]]>([
  ["nothing", siti, siti, []],
  [
    "a name written otherwise",
    siti,
    { ...siti, name: "Siti Aminah Binti Ali" },
    [{ about: "name", before: "Siti Aminah", after: "Siti Aminah Binti Ali" }],
  ],
  [
    "another job, said otherwise",
    siti,
    { ...siti, occupation: { code: "fisher", said: "cari ikan" } },
    [
      {
        about: "occupation",
        before: siti.occupation,
        after: { code: "fisher", said: "cari ikan" },
      },
    ],
  ],
  ["what was not given before", without, withCard, [{ about: "ktp_address", after: "Dusun I" }]],
  ["what is not given any more", withCard, without, [{ about: "ktp_address", before: "Dusun I" }]],
])("changed: %s", (_what, before, after, changes) => {
  expect(changesBetween(before, after)).toEqual(changes);
});

test("NIK and phone are masked, in the whole and in a change; the rest is shown", () => {
  const shown = masked(siti);
  expect(shown).toEqual({ ...siti, nik: "1699••••••••0001", phone: "••••0001" });
  for (const [about, value, seen] of [
    ["nik", siti.nik, "1699••••••••0001"],
    ["phone", siti.phone, "••••0001"],
    ["phone", "none", "none"],
    ["name", siti.name, siti.name],
    ["occupation", siti.occupation, siti.occupation],
    ["income", siti.income, siti.income],
  ] as const) {
    expect(maskedValue(about, value)).toEqual(seen);
  }
});
