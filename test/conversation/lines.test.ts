/** The lines of the read-back, named by number or name. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

/** Up to where, what is said, what waits for an answer then, and what must be heard. */
const cases: readonly (readonly [string, string, readonly string[], string | undefined, string])[] =
  [
    ["a line that was not asked yet", "income", ["ubah", "alamat"], "income", "belum ditanyakan"],
    ["batal is no wrong line", "confirm", ["batal"], "confirm", "Jadi dibatalkan?"],
    [
      "which line: by its number",
      "confirm",
      ["[no]", "9"],
      "address",
      "Tadi tertulis: Dusun 2 RT 3",
    ],
    [
      "which line: by its name",
      "confirm",
      ["[no]", "alamat"],
      "address",
      "Tadi tertulis: Dusun 2 RT 3",
    ],
    ["which line: sex stands in the NIK", "confirm", ["[no]", "2"], "nik", "11 dari 13"],
    [
      "which line: the first is the name, here beyond doubt",
      "confirm",
      ["[no]", "1"],
      "name",
      "Siti Aminah",
    ],
    [
      "which line: there is no such number",
      "confirm",
      ["[no]", "15"],
      "confirm",
      "Belum ada di pilihan",
    ],
    [
      "which line: a button is none",
      "confirm",
      ["[no]", "[own-account]"],
      "confirm",
      "Mau diubah?",
    ],
    ["which line: none", "confirm", ["[no]", "tidak jadi"], "confirm", "Semua tetap seperti tadi."],
    [
      "a line under the read-back that is no datum of hers",
      "confirm",
      ["golongan darah"],
      "confirm",
      "Belum ada di pilihan",
    ],
    [
      "the line of the payment, where somebody else pays",
      "confirm",
      ["11", "[sponsor]", "[family]", "11"],
      "period",
      "Tadi tertulis: Ada yang membayarkan",
    ],
    ["number 1: the name", "confirm", ["1", "[change]"], "name", "Tadi tertulis: Siti Aminah"],
    [
      "number 1: a bare yes is not clear",
      "confirm",
      ["1", "ya"],
      "confirm",
      "Yang mana maksudnya?",
    ],
    ["number 1: send, by its label", "confirm", ["1", "benar, kirim"], undefined, "LD-5FR3-CT"],
    ["number 1: send, tapped", "confirm", ["1", "[send]"], undefined, "LD-5FR3-CT"],
    ["number 1: another button", "confirm", ["1", "[own-account]"], "confirm", "Mau diubah?"],
    ["number 1: another line", "confirm", ["1", "9"], "address", "Tadi tertulis: Dusun 2 RT 3"],
  ];

test.each(cases)("%s", (_why, upTo, heard, asked, said) => {
  const here = talk(upTo);
  here.say(...heard);
  expect(here.asked()).toBe(asked);
  expect(here.said()).toContain(said);
});
