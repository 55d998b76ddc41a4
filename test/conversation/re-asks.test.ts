/** Correcting an answer asks again exactly that, and what hangs on it. */
import { describe, expect, test } from "vitest";
import { realMaterial } from "../world.ts";
import { talk, usual } from "./talk.ts";

/** By what is corrected, its other value and everything that is asked then, in order. */
test.each([
  [
    "how she works changes the choice of programs",
    "ubah cara kerja",
    "[employer]",
    ["programs", "period"],
  ],
  [
    "a kind of work with a question of its own",
    "ubah cara kerja",
    "[wage]",
    ["wage_work", "programs", "period"],
  ],
  [
    "the birth date is compared with the NIK again",
    "ubah tanggal lahir",
    "7 Maret 1980",
    ["card_date"],
  ],
  ["another job, of the same kind", "ubah pekerjaan", "tukang ojek", []],
  ["a trader is asked where", "ubah pekerjaan", "jual sayur", ["trade_place"]],
  ["the price depends on the income", "ubah penghasilan", "3 juta", ["programs", "period"]],
  ["the months depend on the programs", "ubah program", "[jkk-jkm-jht]", ["period"]],
  ["somebody else pays: who?", "ubah iuran", "[sponsor]", ["sponsor"]],
  ["nobody pays yet", "ubah iuran", "[cannot-yet]", ["cannot_pay"]],
  ["other months", "ubah iuran", "[12]", []],
  ["another village", "ubah desa", "Talang Putri, Plaju", []],
  ["a place outside the province", "ubah desa", "[outside]", ["outside_work"]],
  ["another address", "ubah alamat", "Jalan Melati 5", []],
  ["the address on the card, for the first time", "ubah alamat ktp", "Jalan Melati 5", []],
  ["another phone", "ubah hp", "0813 3333 4444", []],
  ["a NIK with another date", "ubah nik", "1699 0145 0690 0001", ["card_date"]],
  ["another name", "ubah nama", "Siti Rohani", []],
])("%s", (_why, command, value, asked) => {
  const here = talk("confirm");
  here.say(command);
  expect(here.said()).not.toContain("Saya bacakan");
  if (value === "[outside]") here.say("di Jambi");
  if (here.session().aside?.kind === "ask-back") here.say("[outside]");
  if (value !== "[outside]") here.say(value);
  expect(askedUntilConfirm(here)).toEqual(asked);
});

describe("the same answer again changes nothing else", () => {
  test.each(Object.entries(usual).filter(([name]) => name !== "consent"))("%s", (name, value) => {
    const here = talk("confirm");
    const before = here.session().answers;
    const [said] = namesOf(name);
    here.say(`ubah ${said}`);
    expect(here.asked()).toBe(name);
    here.say(value);
    expect(here.asked()).toBe("confirm");
    expect(valuesOf(here.session().answers)).toEqual(valuesOf(before));
  });
});

describe("tidak jadi: all is as it was", () => {
  test.each(Object.keys(usual))("%s", (name) => {
    const here = talk("confirm");
    const before = here.session().answers;
    here.say(`ubah ${namesOf(name)[0]}`);
    here.say("tidak jadi");
    expect(here.asked()).toBe("confirm");
    expect(here.session().answers).toEqual(before);
    expect(here.said()).toContain("Baik, tetap seperti tadi.");
  });
});

test("the address on the card, given before: corrected, kept on tidak jadi, taken back by its button", () => {
  const here = talk("confirm");
  here.say("ubah alamat ktp", "Jalan Mawar 7", "alamat ktp");
  expect(here.asked()).toBe("ktp_address");
  expect(here.said()).toContain("Tadi tertulis: Jalan Mawar 7");
  here.say("tidak jadi");
  expect(here.said()).toContain("(di KTP: Jalan Mawar 7)");
  here.say("ubah alamat ktp", "Jalan Melati 5");
  expect(here.said()).toContain("(di KTP: Jalan Melati 5)");
  here.say("ubah alamat ktp", "[same]");
  expect(here.asked()).toBe("confirm");
  expect(here.said()).not.toContain("di KTP:");
  expect(here.session()).not.toHaveProperty("wanted");
});

test("one correction begun in another: the first answer stands again", () => {
  const here = talk("confirm");
  const before = here.session().answers;
  here.say("ubah iuran", "ubah nama", "tidak jadi");
  expect(here.session().answers).toEqual(before);
});

function askedUntilConfirm(here: ReturnType<typeof talk>): readonly string[] {
  const found: string[] = [];
  for (let name = here.asked(); name !== "confirm"; name = here.asked()) {
    if (name === undefined || found.length > 6) throw new Error(`stuck at ${name}`);
    found.push(name);
    here.say(firstAnswer[name] ?? "1");
  }
  return found;
}

/** Where the first button is not the way on. */
const firstAnswer: Readonly<Record<string, string>> = { cannot_pay: "[go-on]" };

function namesOf(datum: string): readonly string[] {
  return [...realMaterial().tongues.id.phrases.dataNames].flatMap(([name, of]) =>
    of === datum ? [name] : [],
  );
}

function valuesOf(answers: Readonly<Record<string, { value: unknown }>>) {
  return Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]));
}
