/** *Minta ditelepon*: honest about what happens, and the talk goes on where it was. */
import { expect, test } from "vitest";
import type { Moment } from "../../src/conversation/moment.ts";
import { talk } from "./talk.ts";

const live: Partial<Moment> = {
  trial: false,
  operator: { contact: "0711-000-000" },
  abilities: ["share-contact"],
};
const noted = [{ kind: "staff", why: "call" }];

test("in a trial nobody calls, and nothing is noted", () => {
  const here = talk("name");
  expect(here.say("minta ditelepon").effects).toEqual([]);
  expect(here.said()).toContain("belum ada petugas yang menelepon");
  expect(here.asked()).toBe("name");
});

test.each([
  ["no promise", {}, "belum bisa kami janjikan"],
  ["within the promise", { reviewDays: 2 }, "paling lambat 27 November 2026"],
])("the number is known, %s", (_what, part, said) => {
  const here = talk("name", { ...live, ...part });
  expect(here.say("telpon aku").effects).toEqual(noted);
  expect(here.said()).toContain("akhir 7890");
  expect(here.said()).toContain(said);
  expect(here.asked()).toBe("name");
});

test("the number is asked, kept, and the question follows", () => {
  const here = talk("income", live);
  const { says } = here.say("*voice", "[call]");
  expect(says.at(-1)?.choices?.map(({ value }) => value)).toEqual(["share-contact"]);
  expect(here.say("0812 0000 0011").effects).toEqual(noted);
  expect(here.session().answers["phone"]?.value).toBe("+6281200000011");
  expect(here.said()).toMatch(/akhir 0011[\s\S]+5 dari 13/);
});

test("where the channel has no button for it, the number is typed", () => {
  const { abilities: _abilities, ...other } = live;
  const here = talk("income", other);
  expect(here.say("minta ditelepon").says.at(-1)?.choices).toBeUndefined();
});

test("at the question for the number it is answered with it", () => {
  const here = talk("phone", live);
  expect(here.say("minta ditelepon", "0812 0000 0011").effects).toEqual(noted);
  expect(here.asked()).toBe("nik");
});

test("the card of the person is an answer too, somebody else's is none", () => {
  const here = talk("income", live);
  here.say("minta ditelepon");
  here.hear({ kind: "contact", phone: "6281200000022", isOwn: false });
  expect(here.said()).toContain("hanya bisa nomor sendiri");
  expect(here.hear({ kind: "contact", phone: "6281200000011", isOwn: true }).effects).toEqual(
    noted,
  );
});

test("a card that is no number of ours is asked for again", () => {
  const here = talk("income", live);
  here.say("minta ditelepon");
  here.hear({ kind: "contact", phone: "1", isOwn: true });
  expect(here.said()).toContain("Nomor berapa");
});

test.each([
  ["too short", "0812 0000", "Nomor berapa"],
  ["two numbers", "0812 0000 0011 atau 0813 0000 0022", "Nomor berapa"],
  ["the button, as a choice", "[share-contact]", "dari aplikasinya sendiri"],
  ["a voice note", "*voice", "belum bisa saya baca"],
])("asked again: %s", (_what, said, again) => {
  const here = talk("income", live);
  here.say("minta ditelepon", said);
  expect(here.said()).toContain(again);
  expect(here.session().aside).toEqual({ kind: "call" });
});

test.each([
  ["an answer to the question", "2 juta", "6 dari 13"],
  ["an answer in words", "dua juta", "6 dari 13"],
  ["a command", "bantuan", "5 dari 13"],
  ["a question", "berapa iurannya?", "5 dari 13"],
  ["never mind", "batal", "tidak jadi"],
  ["a button of elsewhere", "[explain-jkk]", "5 dari 13"],
  ["no phone", "dak katek hp", "Nomor untuk ditelepon belum ada"],
])("let go: %s", (_what, said, then) => {
  const here = talk("income", live);
  here.say("minta ditelepon", said);
  expect(here.said()).toContain(then);
  expect(here.session().aside).toBeUndefined();
});

test("before the consent no number is kept", () => {
  const here = talk("consent", live);
  expect(here.say("minta ditelepon").effects).toEqual([]);
  expect(here.said()).toContain("sesudah ada izin");
  expect(here.asked()).toBe("consent");
});

test("handed in without a phone: nothing is changed any more", () => {
  const here = talk("phone", live);
  here.say("tidak punya hp", "1699 0145 0380 0001", "Siti Aminah", "kirim");
  expect(here.say("minta ditelepon").effects).toEqual([]);
  expect(here.said()).toContain("hubungi 0711-000-000");
});

test("who has no phone may name one now", () => {
  const here = talk("phone", live);
  here.say("tidak punya hp", "minta ditelepon", "0812 0000 0011");
  expect(here.session().answers["phone"]?.value).toBe("+6281200000011");
});

test("hours later it may be somebody else", () => {
  const here = talk("confirm", live);
  here.pass(7);
  here.say("minta ditelepon");
  expect(here.said()).toContain("atau orang lain?");
});
