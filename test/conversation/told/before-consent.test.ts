/** Before the consent nothing is taken: data lead to the question for it. */
import { describe, expect, test } from "vitest";
import { talk } from "../talk.ts";

const sentence =
  "Yang seperti itu baru kami tanyakan sesudah ada izin, jadi yang tadi belum kami simpan.";

const data = [
  "siti, perempuan, lahir 5 maret 80",
  "nama siti aminah lahir 5 maret 1980 kerja jual pempek",
  "jual pempek, 2 juta sebulan",
  "0812 3456 7890, tukang ojek",
  "nik 1699 0145 0380 0001",
  "saya tukang ojek mau daftar",
];

describe.each([
  ["as the first word", []],
  ["after the greeting", ["halo"]],
  ["in place of the yes", ["halo", "daftar"]],
  ["while the talk rests", ["halo", "daftar", "nanti saja"]],
])("%s", (when, before) => {
  test.each(data)("%s", (text) => {
    const here = talk();
    here.say(...before, text);
    expect(here.said()).toContain(sentence);
    expect(here.said()).toContain(when === "as the first word" ? "Mau yang mana dulu?" : "setuju?");
    const { answers, told } = here.session();
    expect([answers, told]).toEqual([{}, undefined]);
    expect(JSON.stringify(here.session())).not.toMatch(/siti|ojek|pempek|1980/i);
  });
});

test.each(["halo", "apa ini?", "ya", "siti", "mau daftar", "berapa iurannya?"])(
  "%s is no data",
  (text) => {
    const here = talk();
    here.say("halo", text);
    expect(here.said()).not.toContain(sentence);
  },
);

test("a yes beside data is no consent", () => {
  const here = talk("consent");
  here.say("ya setuju, nama saya siti lahir 5 maret 1980");
  expect(here.session().answers).toEqual({});
  here.say("ya");
  expect(here.asked()).toBe("segment");
});
