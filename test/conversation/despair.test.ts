/** Somebody who does not want to live, or is beaten, is met wherever the talk stands. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { realMaterial } from "../world.ts";
import { talk, usual } from "./talk.ts";
import { questions, reached } from "./ways.ts";

/** Every form of "capek|lelah hidup". */
function formsOf(phrase: string): readonly string[] {
  return phrase
    .split(" ")
    .reduce<readonly string[]>(
      (begun, word) => begun.flatMap((start) => word.split("|").map((form) => `${start} ${form}`)),
      [""],
    );
}

const asked = parse(readFileSync("locales/id/words/questions.yaml", "utf8")) as Record<
  string,
  readonly string[]
>;

test.each(questions)("at %s, and the question follows", (datum) => {
  const here = reached(datum);
  here.say("aku pening nian nak bunuh diri bae");
  expect(here.said()).toContain("Kami ikut prihatin");
  expect(here.said()).toContain("telepon 119");
  expect(here.asked()).toBe(datum);
});

test.each((asked["distress"] ?? []).flatMap(formsOf))("in these words:%s", (words) => {
  const here = talk("address");
  here.say(`pak aku ni${words} nian`);
  expect(here.said()).toContain("Kami ikut prihatin");
  expect(here.asked()).toBe("address");
});

test.each([
  ["before a word was said", undefined, ["nak bunuh diri bae"]],
  ["before anything was begun", undefined, ["halo", "lebih baik mati bae"]],
  ["while the talk rests", "income", ["nanti saja", "capek hidup"]],
  ["after it was handed in", "confirm", ["kirim", "putus asa aku"]],
  ["asked whether to erase", "income", ["hapus data", "aku nak mati bae"]],
  ["asked which is meant", "income", ["500", "dak galak hidup lagi"]],
  ["where it ended", "consent", ["tidak", "dipukul laki aku terus"]],
  ["with an amount in it", "income", ["utang 5 juta, nak bunuh diri bae"]],
  ["with a number of a registration", "income", ["aku bunuh diri bae 1671014503800001"]],
])("%s", (_when, upTo, heard) => {
  const here = talk(upTo);
  here.say(...heard);
  expect(here.said()).toContain("Kami ikut prihatin");
});

test("nothing is taken for an answer", () => {
  const here = talk("name");
  here.say("nak bunuh diri bae");
  expect(Object.keys(here.session().answers)).toEqual(
    Object.keys(usual)
      .slice(0, -1)
      .flatMap((name) => (name === "period" ? [name, "payer"] : name)),
  );
});

test("what is asked besides is answered after it", () => {
  const here = talk("income");
  here.say("bunuh diri atau meninggal wajar dapet jkm jg nggak");
  expect(here.said()).toMatch(/ikut prihatin[\s\S]+Kematian \(JKM\)[\s\S]+5 dari 13/);
});

test("in English", () => {
  const here = talk("income");
  here.say("[id]", "english", "english", "I want to die");
  expect(here.said()).toContain("We are sorry to hear that");
});

test.each([
  "usaha bangkrut aku nak mati",
  "motor ditarik leasing, pengen mati",
  "hp nak mati, aku jugo nak mati",
  "hp nak mati pas aku nak mati",
  "dak galak hidup lagi",
  "aku ni dak mau hidup",
])("what stands beside it takes nothing from it: %s", (text) => {
  const here = talk("occupation");
  here.say(text);
  expect(here.said()).toContain("ikut prihatin");
});

test.each([
  "hp aku nak mati bae",
  "batre nak mati",
  "ayam aku nak mati galo",
  "hpnyo nak mati",
  "hp bapak aku nak mati bae",
  "jualan lagi mati bae",
  "dak mau hidup susah di hari tuo",
  "kecelakaan samo mati bae",
])("a thing may die, and somebody may want to live better: %s", (text) => {
  const here = talk("occupation");
  here.say(text);
  expect(here.said()).not.toContain("prihatin");
});

test("without an explanation for it, it is heard as any text", () => {
  const material = realMaterial();
  const topics = material.topics.filter(({ name }) => name !== "distress");
  const here = talk("income", {
    material: { ...material, topics },
  });
  here.say("nak bunuh diri bae");
  expect(here.asked()).toBe("income");
});
