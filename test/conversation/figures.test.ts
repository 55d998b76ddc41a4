/** Variables of the texts, and the rules that are named in a flow. */
import { expect, test } from "vitest";
import { summary } from "../../src/conversation/asking/summary.ts";
import { derive } from "../../src/conversation/flow/derivations.ts";
import { guardHolds } from "../../src/conversation/flow/guards.ts";
import { hereOf, kindOf } from "../../src/conversation/here.ts";
import { explain } from "../../src/conversation/questions/explaining.ts";
import type { Answers } from "../../src/conversation/session.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start, talk } from "./talk.ts";

const operator = {
  name: "Koperasi Uji",
  mandate: "ST-1",
  contact: "0711 123456",
  checkNumber: "0711 654321",
  office: "Jalan Uji 1",
};

test.each([
  ["the operator", "operator", "Koperasi Uji", "pengelola percobaan"],
  ["the letter", "mandate", "ST-1", ""],
  ["whom to ask, else the agency's own number", "contact", "0711 123456", "175"],
  ["where to check", "check_number", "0711 654321", ""],
  ["the office", "office", "Jalan Uji 1", ""],
])("%s, set and unset", (_what, name, set, unset) => {
  const { session } = talk("income");
  expect(hereOf(session(), momentAt(start, { operator })).values(name)).toBe(set);
  expect(hereOf(session(), momentAt(start)).values(name)).toBe(unset);
});

test.each([
  ["lowest", "Rp16.800"],
  ["minimum_age", 18],
  ["income", undefined],
  ["price", undefined],
  ["sum_3", undefined],
  ["discounted", undefined],
  ["discount_until", undefined],
  ["normal_from", undefined],
  ["nik_date", undefined],
  ["has_discount", "no"],
  ["jkm_total", "Rp42.000.000"],
  ["jht_age", 56],
  ["lowest_three", "Rp36.800"],
  ["jkk_wage_first", "100%"],
  ["jkk_wage_months", "12 bulan"],
  ["jkk_death", "48 kali"],
  ["jkk_disabled", "56 kali"],
  ["card_days", "7 hari"],
  ["scholarship_after", 3],
  ["a name that no figure has", undefined],
])("before the income is known, %s is %s", (name, value) => {
  expect(hereOf(talk("income").session(), momentAt(start)).values(name)).toBe(value);
});

test("an explanation whose figure no table has is not given", () => {
  const material = realMaterial();
  const rules = { ...material.rules, benefits: [] };
  const moment = momentAt(start, { material: { ...material, rules } });
  const here = hereOf(talk("income").session(), moment);
  const topic = here.moment.material.topics.find(({ name }) => name === "jkm");
  expect(topic && explain(topic, here)).toEqual([
    { text: here.tongue.wording.text("conversation.cannot-answer") },
  ]);
});

test("a title is no name to call somebody by, and a name of titles is", () => {
  const here = talk("name");
  here.say("H. Budi Santoso");
  expect(hereOf(here.session(), momentAt(start)).values("you")).toBe("Bu Budi");
});

test("a line whose datum a changed flow has lost is read back empty", () => {
  const { answers, ...session } = talk("confirm").session();
  const { address: _lost, ...kept } = answers;
  const here = hereOf({ ...session, answers: kept }, momentAt(start));
  expect(summary(here).join("\n")).toMatch(/9[.]? Alamat: ?[.\n]/);
});

test("whoever has no phone of their own reads so", () => {
  const { answers, ...session } = talk("confirm").session();
  const none = { ...answers, phone: { ...answers["phone"], value: "none" } } as Answers;
  expect(summary(hereOf({ ...session, answers: none }, momentAt(start))).join("\n")).toContain(
    "5 HP: Tidak punya HP",
  );
});

test.each([
  ["[told]", "5 Maret 1980"],
  ["[nik]", "5 Juni 1990"],
])("the birth date is read back as the card has it: %s", (tapped, date) => {
  const here = talk("nik");
  here.say("1699 0145 0690 0001", tapped, "Siti Aminah");
  expect(here.said()).toContain(date);
});

test("names that no table has: flow check refuses them, and here nothing breaks", () => {
  const here = hereOf(talk("income").session(), momentAt(start));
  expect(guardHolds("gone", here.known, here.moment)).toBe(false);
  expect(derive("gone", here.known, here.moment.material)).toBeUndefined();
  expect(kindOf(here, "gone")).toBe("text");
});

test.each([
  ["the number, before there is one", "number", "", undefined],
  ["whether it is a trial", "trial", "yes", "no"],
  ["how she works, before it is known", "segment", "other", "other"],
  ["whether anybody promised a day", "promised", "no", "no"],
  ["the day of a promise that nobody made", "review_until", "25 November 2026", undefined],
])("%s", (_what, name, inTrial, outside) => {
  const session = talk("consent").session();
  expect(hereOf(session, momentAt(start)).values(name)).toBe(inTrial);
  const real = hereOf(session, momentAt(start, { trial: false })).values(name);
  expect(real).toBe(outside ?? inTrial);
});
