/** NIK off a photo's text, dictated, beside a birth date, and the number of the family card in its place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { nik } from "../../../src/conversation/answers/nik.ts";
import { aboutFor } from "../../about.ts";
import { buttons, short } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor({ options: buttons(["not-at-hand", "KTP tidak di tangan"]) });
const siti = "1699014503800001";

test.each([
  ["commas", "1699,0145,0380,0001", siti],
  ["slashes, as on forms", "16/99/01/450380/0001", siti],
  ["bars", "1699|0145|0380|0001", siti],
  ["stars", "1699*0145*0380*0001", siti],
  ["plus signs", "1699+0145+0380+0001", siti],
  ["long dashes with spaces", "1699 – 0145 – 0380 – 0001", siti],
  ["in twos", "16 99 01 45 03 80 00 01", siti],
  ["on four lines", "1699\n0145\n0380\n0001", siti],
  ["in quotes", '"1699014503800001"', siti],
  ["small digits", "₁₆₉₉₀₁₄₅₀₃₈₀₀₀₀₁", siti],
  ["Indian digits", "१६९९०१४५०३८००००१", siti],
  [
    "the text of a photo",
    "NIK : 1699014503800001\nNama : SITI AMINAH\nTempat/Tgl Lahir : PALEMBANG, 05-03-1980\nRT/RW 003/001",
    siti,
  ],
  ["a birth date behind it", "1699 0145 0380 0001 05-03-1980", siti],
  ["a birth date before it", "05-03-1980 1699 0145 0380 0001", siti],
  ["a phone behind it", "1699 0145 0380 0001 081234567890", siti],
  ["a digit beside sixteen that stand together", "1699014503800001 2", siti],
  [
    "a digit beside sixteen in fours",
    "1699 0145 0380 0001 2",
    { fault: "wrong-length", count: 17 },
  ],
  ["the same twice", "1699014503800001 1699014503800001", siti],
  ["the same twice, in fours", "1699 0145 0380 0001, 1699 0145 0380 0001", siti],
  [
    "one that stands together, one in fours",
    "1699014503800001 1699 0115 0380 0002",
    { fault: "two-numbers" },
  ],
  ["two with nothing between", "16990145038000011699011503800002", { fault: "two-numbers" }],
  ["the family card", "no kk 1699011503120002", { fault: "family-card" }],
  ["the family card, in full", "kartu keluarga: 1699 0115 0312 0002", { fault: "family-card" }],
  ["a NIK as it stands on the family card", "nik di kk 1699014503800001", siti],
  ["both with their names", "KK 1699011503120002 NIK 1699014503800001", siti],
  ["both with their names, the NIK first", "NIK 1699014503800001, KK 1699011503120002", siti],
  [
    "one of them without its name",
    "1699014503800001 KK 1699011503120002",
    { fault: "two-numbers" },
  ],
  ["a short number of the family card", "kk 169901150312", { fault: "wrong-length", count: 12 }],
  [
    "told, with words around",
    "anak ketiga dari lima, nik satu enam sembilan sembilan nol satu empat lima nol tiga delapan nol nol nol nol satu yo pak",
    siti,
  ],
  [
    "told with 'terus' between",
    "satu enam sembilan sembilan terus nol satu empat lima terus nol tiga delapan nol terus nol nol nol satu",
    siti,
  ],
  [
    "told with 'double' and 'triple'",
    "satu enam dobel sembilan nol satu empat lima nol tiga delapan nol tripel nol satu",
    siti,
  ],
  ["partly typed, partly told", "1699 nol satu empat lima nol tiga delapan nol 0001", siti],
  ["partly typed, in twos", "16 sembilan sembilan 01 empat lima 03 80 00 01", siti],
  ["digits hidden", "1699••••••••0001", { fault: "wrong-length", count: 4 }],
  ["a phone", "081234567890", { fault: "wrong-length", count: 12 }],
  ["in a photo that nobody here sees", "liat di foto", { fault: "not-digits" }],
  ["'KK' alone", "kk", { fault: "not-digits" }],
  ["with a wife", "ktp dipegang bini", "not-at-hand"],
  ["the number not known", "lupa nomornyo", "not-at-hand"],
])("NIK as typed: %s", (_why, heard, expected) => {
  expect(short(nik.read(heard, about))).toEqual(expected);
});

test.each([
  ["a family card that may be somebody's", "no kk 1698011503120002", { fault: "trial" }],
  ["a family card of the unused area", "no kk 1699011503120002", { fault: "family-card" }],
])("NIK as typed in a trial: %s", (_why, heard, expected) => {
  expect(short(nik.read(heard, aboutFor({ trial: true })))).toEqual(expected);
});

test("the number of the family card in English", () => {
  const english = aboutFor({ words: wordsOf("en") });
  expect(short(nik.read("family card 1699011503120002", english))).toEqual({
    fault: "family-card",
  });
});

test("of two different NIK in a text none is taken without asking", () => {
  const number = fc
    .record({ day: fc.integer({ min: 1, max: 28 }), serial: fc.integer({ min: 1, max: 9999 }) })
    .map(
      ({ day, serial }) =>
        `169901${String(day).padStart(2, "0")}0380${String(serial).padStart(4, "0")}`,
    );
  const look = fc.constantFrom(
    (digits: string) => digits,
    (digits: string) => digits.replace(/(....)(?=.)/g, "$1 "),
    (digits: string) => digits.replace(/(....)(?=.)/g, "$1."),
    (digits: string) => digits.replace(/(..)(?=.)/g, "$1-"),
  );
  const between = fc.constantFrom(
    " ",
    ", ",
    "/",
    " atau ",
    "\n",
    " bukan ",
    " dan ",
    ";",
    " nama siti ",
  );
  fc.assert(
    fc.property(number, number, look, look, between, (one, other, as, like, join) => {
      fc.pre(one !== other);
      expect(nik.read(as(one) + join + like(other), about).kind).not.toBe("understood");
    }),
    { numRuns: 500 },
  );
});
