/** What looks like a calculation and is none, what holds while the income is asked for, and where the rules end. */
import { expect, test } from "vitest";
import { calculation } from "../../src/conversation/calculator/calculation.ts";
import { hereOf } from "../../src/conversation/here.ts";
import type { Material, Rules } from "../../src/conversation/material.ts";
import { realMaterial } from "../world.ts";
import { calculated } from "./calculator.ts";
import { momentAt, start, talk } from "./talk.ts";

test.each([
  // Something else is paid, or told.
  "bayar 50 ribu sebulan dapat apa",
  "kalau meninggal dapat 42 juta?",
  "kecelakaan dapat 2 juta?",
  "telat 3 bulan bayar berapa",
  "pinjam 10 juta bunganya berapa",
  "kalau karet sekilo 12 ribu berapa",
  "harga karet hari ini berapa",
  "iuran bpjs kesehatan setahun berapa",
  "sudah bayar 2 juta",
  // Another number is asked for.
  "berapa lama",
  "umur berapa",
  "berapa bulan sekali bayar",
  "berapa orang yang bayar",
  "untung sebulan berapa",
  // No question.
  "2 juta",
  "gaji 2 juta sebulan",
  "bayar 3 bulan",
  "12 bulan",
  "kalau tidak tentu",
  "bayarnya dimana",
  "kapan bayar",
  "kalau gaji umr berapa iurannya",
  "kalau rugi 2 juta berapa iurannya",
  // Half an answer would be none.
  "kalau 2 ribu sampai 100 ribu sehari berapa iurannya",
  "kalau 1 juta sampai 100 juta sehari berapa iurannya",
  "kalau bayar becak 2 juta",
  "kalau gaji 50 ribu sebulan berapa iurannya",
  `kalau gaji 2 juta ${"terus ".repeat(60)}berapa iurannya`,
])("no calculation: %s", (text) => {
  expect(calculated(text, "a rubber tapper who earns 2 million")).toBeUndefined();
});

test.each(["berapa bayarnya?", "berapa iurannya sebulan", "tiap bulan bayar berapa"])(
  "the price of a month is explained as long as no income is known: %s",
  (text) => {
    expect(calculated(text)).toBeUndefined();
  },
);

test.each([
  ["id", "2 juta iurannya berapa?"],
  ["en", "2 million, how much do I pay?"],
] as const)("what the explanation gives as an example is calculated: %s", (language, asks) => {
  const { wording } = realMaterial().tongues[language];
  expect(wording.text("explain.calculate")).toContain(asks);
  expect(calculated(asks, "nobody", "2026-11-25", { language })).toContain("Rp26.800");
});

test.each([
  ["2 juta", 2_000_000],
  ["2 juta?", 2_000_000],
  ["kalau 2 juta", 2_000_000],
  ["kalau 2 juta bayarnya berapa", undefined],
  ["kalau 2 juta?", undefined],
  ["kalau 1,5 juta 6 bulan dak pakai tabungan", undefined],
  ["iurannya 2 juta sebulan berapa", undefined],
])("while the income is asked for, %s", (text, kept) => {
  const here = talk("income");
  here.say(text);
  expect(here.session().answers["income"]?.value).toBe(kept);
  expect(here.asked()).toBe(kept === undefined ? "income" : "programs");
});

test("nothing of a calculation is kept", () => {
  const here = talk("programs");
  const before = here.session().answers;
  here.say("kalau 5 juta setahun berapa");
  expect(here.said()).toContain("Rp5.000.000");
  expect(here.session().answers).toEqual(before);
  expect(here.asked()).toBe("programs");
});

test("in English", () => {
  const said = calculated(
    "how much if I earn 2 million a month?",
    "a rubber tapper",
    "2026-12-31",
    {
      language: "en",
    },
  );
  expect(said).toContain("work accident and death protection costs Rp26.800 a month");
  expect(said).toContain("1 month: Rp26.800, discounted Rp13.400");
  expect(said).toContain("12 months: Rp321.600, discounted Rp308.200");
});

test.each(["id", "en"] as const)("every bubble fits, whatever the income: %s", (language) => {
  const millions = Array.from({ length: 25 }, (_, index) => index + 1);
  for (const day of ["2026-09-15", "2026-11-25", "2027-02-01"]) {
    for (const amount of millions) {
      const said = calculated(`iuran ${amount} juta?`, "nobody", day, { language });
      for (const bubble of String(said).split("\n\n")) {
        expect(bubble.length, bubble).toBeLessThanOrEqual(240);
      }
    }
  }
});

/** The real content with other rows of these tables. */
function withRules(change: (rules: Rules) => Partial<Rules>): { readonly material: Material } {
  const material = realMaterial();
  return { material: { ...material, rules: { ...material.rules, ...change(material.rules) } } };
}

const endsIn = (to: string) =>
  withRules((rules) => ({ contributions: rules.contributions.map((row) => ({ ...row, to })) }));

test("past the last day of the rule nothing is quoted", () => {
  const said = calculated("kalau 2 juta?", "a rubber tapper", "2026-11-25", endsIn("2027-01-31"));
  expect(said).toContain("3 bulan: Rp80.400, dengan potongan Rp53.600\n6 bulan: [menyusul]");
  expect(said).toContain("12 bulan: [menyusul]");
  const after = calculated("kalau 2 juta?", "a rubber tapper", "2027-02-01", endsIn("2027-01-31"));
  expect(after).toContain("kematian [menyusul] sebulan, dengan tabungan hari tua [menyusul].");
  expect(after).not.toMatch(/Rp(?!2\.000\.000)|PP/);
});

test("a discount whose end is not known is counted, and no end is told", () => {
  const open = withRules((rules) => ({
    discounts: rules.discounts.map((row) => ({ ...row, to: null })),
  }));
  const said = calculated("kalau 2 juta?", "a rubber tapper", "2026-11-25", open);
  expect(said).toContain("12 bulan: Rp321.600, dengan potongan Rp160.800");
  expect(said).not.toContain("Sampai iuran bulan");
});

test("where riders and drivers have another share, it is told apart", () => {
  const other = withRules((rules) => ({
    discounts: rules.discounts.map((row) =>
      row.sector === "transport" ? { ...row, jkk_percent: 25, jkm_percent: 25 } : row,
    ),
  }));
  const said = calculated("kalau 2 juta?", "nobody", "2026-11-25", other);
  expect(said).toContain("jadi cukup Rp13.400, dan dengan tabungan Rp53.400.");
  expect(said).toContain("Khusus ojek, sopir, dan kurir");
  expect(said).toContain("jadi cukup Rp20.100, dan dengan tabungan Rp60.100.");
});

test("a rule without the name of its law is not named", () => {
  const nameless = withRules(({ contributions, discounts }) => ({
    contributions: contributions.map(({ law: _law, ...row }) => row),
    discounts,
  }));
  expect(calculated("kalau 2 juta?", "nobody", "2026-11-25", nameless)).not.toContain("Hitungan");
});

test("under the read-back too, and the question follows", () => {
  const here = talk("confirm");
  here.say("berapa iurannya?");
  expect(here.said()).toContain("12 bulan: Rp321.600");
  expect(here.asked()).toBe("confirm");
  expect(calculation("ya", hereOf(here.session(), momentAt(start)))).toBeUndefined();
});
