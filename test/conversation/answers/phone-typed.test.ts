/** Mobile numbers as they are dictated, copied and mixed up. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { phone } from "../../../src/conversation/answers/phone.ts";
import { aboutFor } from "../../about.ts";
import { buttons, short } from "../../readings.ts";

const about = aboutFor({ options: buttons(["none", "Tidak punya HP"]) });
const siti = "+6281234567890";
const budi = "+6281311112222";

test.each([
  ["in twos", "08 12 34 56 78 90", siti],
  ["dots with spaces around", "0812 . 3456 . 7890", siti],
  ["commas", "0812,3456,7890", siti],
  ["underscores", "0812_3456_7890", siti],
  ["stars", "0812*3456*7890", siti],
  ["bars", "0812|3456|7890", siti],
  ["everything a form asks for", "+62 (812) 3456-7890", siti],
  ["as phones link it", "tel:+6281234567890", siti],
  ["a link with its beginning", "https://wa.me/6281234567890", siti],
  ["Indian digits", "०८१२३४५६७८९०", siti],
  ["somebody else's phone", "pakai hp anak 081234567890", siti],
  [
    "told, with 'no hp aku'",
    "no hp aku nol lapan satu duo tigo empat limo enam tujuh lapan sembilan nol yo",
    siti,
  ],
  ["told in twos", "nol delapan dua belas tiga empat lima enam tujuh delapan sembilan nol", siti],
  [
    "told with dashes",
    "nol-delapan-satu-dua-tiga-empat-lima-enam-tujuh-delapan-sembilan-nol",
    siti,
  ],
  [
    "told with 'terus' between",
    "nol delapan satu dua terus tiga empat lima enam terus tujuh delapan sembilan nol",
    siti,
  ],
  ["partly typed, partly told", "0812 tiga empat lima enam 7890", siti],
  [
    "a digit told as 'double'",
    "nol delapan dobel satu dua tiga empat lima enam tujuh delapan sembilan",
    "+6281123456789",
  ],
  [
    "a word among the digits parts them",
    "nol delapan satu bapak dua tiga empat lima enam",
    { fault: "not-a-phone" },
  ],
  ["children and ages behind it", "081234567890 anak dua umur lima", siti],
  ["behind a NIK", "1699015503800001 081234567890", siti],
  ["before a NIK", "hp 0812 3456 7890 nik 1699015503800001", siti],
  ["a mobile or a landline", "0812-3456-7890 atau 0711-510123", siti],
  ["the shortest", "0812 3456 78", "+62812345678"],
  ["two, a comma between", "081234567890,081311112222", { which: [siti, budi] }],
  ["the old and the new one", "dulu 081234567890 sekarang 081311112222", { which: [siti, budi] }],
  ["not this but that one", "081234567890 bukan 081311112222", { which: [siti, budi] }],
  [
    "more than fit on buttons",
    "081234567890 dan 081311112222 dan 085211112222 dan 087811112222",
    { which: [siti, budi, "+6285211112222"] },
  ],
  ["a digit left out as a letter", "0812 3456 78o0", { which: ["+6281234567800", "again"] }],
  ["this number, which nobody here sees", "nomor ini bae", { fault: "not-a-phone" }],
  ["digits hidden", "0812xxxx7890", { fault: "not-a-phone" }],
  ["an office that costs nothing", "0800 1234567", { fault: "not-a-phone" }],
  ["noughts", "000000000000", { fault: "not-a-phone" }],
  ["a number of Singapore", "+65 9123 4567", { fault: "abroad" }],
  ["none, with 'punyo'", "dak punyo hp", "none"],
  ["no number", "dak katek nomor", "none"],
  ["a phone that is broken says not enough", "hp rusak", { fault: "not-a-phone" }],
  ["a number not known by heart", "nomor dak apal", { fault: "not-a-phone" }],
])("phone as typed: %s", (_why, heard, expected) => {
  expect(short(phone.read(heard, about))).toEqual(expected);
});

test("of two different numbers in a text none is taken without asking", () => {
  const number = fc.stringMatching(/^812[0-9]{8}$/);
  const look = fc.constantFrom(
    (digits: string) => `0${digits}`,
    (digits: string) => `+62${digits}`,
    (digits: string) => `0${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
    (digits: string) => `62 ${digits.slice(0, 3)}-${digits.slice(3)}`,
  );
  const between = fc.constantFrom(" ", ", ", ",", "/", " atau ", "\n", " bukan ", " wa ", ";");
  fc.assert(
    fc.property(number, number, look, look, between, (one, other, as, like, join) => {
      fc.pre(one !== other);
      expect(phone.read(as(one) + join + like(other), about).kind).not.toBe("understood");
    }),
    { numRuns: 500 },
  );
});
