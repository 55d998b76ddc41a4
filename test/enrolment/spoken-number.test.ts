import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  newSpokenNumber,
  parseSpokenNumber,
  spokenNumberIn,
} from "../../src/enrolment/spoken-number.ts";

/** Draws the given values one after the other, then zeros. */
const draws = (...values: number[]) => {
  const left = [...values];
  return () => left.shift() ?? 0;
};

const alphabet = "23456789CDFHJKMNPRTVWXY";
const anyNumber = fc
  .array(fc.nat(alphabet.length - 1), { minLength: 5, maxLength: 5 })
  .map((values) => newSpokenNumber(draws(...values)));
const placesOf = (number: string) =>
  [...number].flatMap((c, at) => (at > 2 && c !== "-" ? [at] : []));

describe("a number to speak", () => {
  test.each([
    ["as it was shown", "LD-7K3M-92"],
    ["in small letters", "ld-7k3m-92"],
    ["without dashes", "LD7K3M92"],
    ["with spaces for dashes", "ld 7k3m 92"],
    ["without the letters in front", "7k3m 92"],
    ["letter by letter, as it was read out", " l d 7 k 3 m 9 2 "],
    ["with the long dash a phone makes of it", "LD–7K3M—92"],
    ["with dots and a slash", "ld.7k3m/92"],
    ["in full-width characters", "ＬＤ－７Ｋ３Ｍ－９２"],
    ["with an invisible character from copying", "LD-7K3M\u200b-92"],
  ])("is read %s", (_why, typed) => {
    expect(parseSpokenNumber(typed)).toBe("LD-7K3M-92");
  });

  test.each([
    ["S is a five", "LD-5555-5D", "ld-ssss-sd"],
    ["B is an eight, G a six", "LD-8686-8N", "LD-BGBG-BN"],
    ["Z is a two", "LD-2222-22", "ld zzzz zz"],
    ["U is a V", "LD-VVVV-VH", "ld-uuuu-uh"],
  ])("%s", (_why, meant, typed) => {
    expect(parseSpokenNumber(typed)).toBe(meant);
  });

  test.each([
    ["nothing", "", "wrong-length"],
    ["only the letters in front", "LD", "wrong-length"],
    ["a character is missing", "LD-7K3M-9", "wrong-length"],
    ["a character too many", "LD-7K3M-92J", "wrong-length"],
    ["a NIK instead", "1699015501900001", "wrong-length"],
    ["a zero, which no number has", "LD-7K3M-90", "unknown-character"],
    ["an L, which no number has", "LD-7K3L-92", "unknown-character"],
    ["a picture among the characters", "LD-7K3😀-92", "unknown-character"],
    ["the last character is wrong", "LD-7K3M-93", "mistyped"],
    ["two characters changed places", "LD-K73M-92", "mistyped"],
  ])("is refused: %s", (_why, typed, fault) => {
    expect(parseSpokenNumber(typed)).toEqual({ fault });
  });

  test("is drawn from 23 characters, five times", () => {
    const asked: number[] = [];
    newSpokenNumber((below) => {
      asked.push(below);
      return below - 1;
    });
    expect(asked).toEqual([23, 23, 23, 23, 23]);
  });

  test("is read back as it was made", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(number).toMatch(/^LD-[2-9C-HJKMNPRT-Y]{4}-[2-9C-HJKMNPRT-Y]{2}$/);
        expect(parseSpokenNumber(number)).toBe(number);
      }),
    );
  });

  test("every wrong character is noticed, in every place", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (const place of placesOf(number)) {
          for (const wrong of alphabet.replace(number.charAt(place), "")) {
            const typed = number.slice(0, place) + wrong + number.slice(place + 1);
            expect(parseSpokenNumber(typed)).toEqual({ fault: "mistyped" });
          }
        }
      }),
    );
  });

  test("every swap of neighbours is noticed, also across the dash", () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(4), (number, first) => {
        const characters = [...number.slice(3).replace("-", "")];
        const [left, right] = [characters[first], characters[first + 1]];
        fc.pre(left !== right);
        const swapped = characters.toSpliced(first, 2, String(right), String(left)).join("");
        expect(parseSpokenNumber(swapped)).toEqual({ fault: "mistyped" });
      }),
    );
  });

  test("any text is read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const read = parseSpokenNumber(text);
        expect(typeof read === "string" || read.fault.length > 0).toBe(true);
      }),
    );
  });
});

describe("a number in a text", () => {
  test.each([
    ["alone", "7k3m 92"],
    ["with words around", "status ld 7k3m 92 pak"],
    ["in a sentence", "Pendaftaran saya nomor LD-7K3M-92, sampai mana ya?"],
    ["character by character", "nomornyo l d apa? ld 7 k 3 m 9 2 yo"],
    ["with a colon and a comma", "ld: 7k3m, 92."],
    ["twice", "LD-7K3M-92 ya, ld 7k3m92"],
    ["in wide characters", "cek ＬＤ－７Ｋ３Ｍ－９２ dong"],
    ["beside one that is mistyped", "ld-7k3m-93, eh ld-7k3m-92"],
  ])("is read: %s", (_why, text) => {
    expect(spokenNumberIn(text)).toBe("LD-7K3M-92");
  });

  test.each([
    ["without its letters", "status 7k3m 92 pak"],
    ["mistyped", "status ld 7k3m 93 pak"],
    ["a character short", "status ld 7k3m 9 pak"],
    ["glued to a word", "build 7k3m92x"],
    ["two different ones", "LD-7K3M-92 atau LD-5555-5D"],
    ["none", "sampai mano daftar aku"],
    ["nothing", ""],
  ])("is not read: %s", (_why, text) => {
    expect(spokenNumberIn(text)).toBeUndefined();
  });
});
