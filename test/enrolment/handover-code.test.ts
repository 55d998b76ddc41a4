/** The code to go on elsewhere: as it is made, as people type it, and what is none. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphabet } from "../../src/enrolment/checked-characters.ts";
import { handoverCodeIn, newHandoverCode } from "../../src/enrolment/handover-code.ts";

/** Draws the given values one after the other, then zeros. */
const draws = (...values: number[]) => {
  const left = [...values];
  return () => left.shift() ?? 0;
};

const anyCode = fc
  .array(fc.nat(alphabet.length - 1), { minLength: 8, maxLength: 8 })
  .map((values) => newHandoverCode(draws(...values)));
/** What comes of a text without one. */
const none = [undefined, "mistyped"];
const code = "LJ-5FR-3CN-Y8J";

test("is drawn from 23 characters, eight times: 78 thousand million codes", () => {
  const asked: number[] = [];
  newHandoverCode((below) => {
    asked.push(below);
    return below - 1;
  });
  expect(asked).toEqual(Array(8).fill(23));
});

describe("is read", () => {
  test.each([
    ["as it was shown", "LJ-5FR-3CN-Y8J"],
    ["in small letters", "lj-5fr-3cn-y8j"],
    ["without dashes", "LJ5FR3CNY8J"],
    ["with spaces", "lj 5fr 3cn y8j"],
    ["letter by letter, as it was read out", "l j 5 f r 3 c n y 8 j"],
    ["in a sentence", "halo kak, ini kodenyo LJ-5FR-3CN-Y8J, lanjut yo"],
    ["twice", "lj5fr3cny8j eh LJ-5FR-3CN-Y8J"],
    ["with the dashes a phone makes of it", "LJ–5FR—3CN‑Y8J"],
    ["in full-width characters", "ＬＪ－５ＦＲ－３ＣＮ－Ｙ８Ｊ"],
    ["with an invisible character from copying", "LJ-5FR\u200b-3CN-Y8J"],
    ["below another line", "kode:\nLJ-5FR-3CN-Y8J"],
    ["S for a five", "LJ-SFR-3CN-Y8J"],
    ["B for an eight", "LJ-5FR-3CN-YBJ"],
    ["alone without its letters", "5FR-3CN-Y8J"],
    ["alone in one piece", "5fr3cny8j"],
    ["beside one that is mistyped", "LJ-5FR-3CN-Y8K, eh LJ-5FR-3CN-Y8J"],
  ])("%s", (_why, typed) => {
    expect(handoverCodeIn(typed)).toBe(code);
  });
});

describe("is plainly meant, and cannot be one", () => {
  test.each([
    ["a wrong last character", "LJ-5FR-3CN-Y8K"],
    ["two that changed places", "LJ-F5R-3CN-Y8J"],
    ["one too few", "LJ-5FR-3CN-Y8"],
    ["one too many", "LJ-5FR-3CN-Y8JJ"],
    ["only the first part", "lj 5fr 3"],
    ["a character that none has", "LJ-5FR-3CN-Y0J"],
    ["two different ones", "LJ-5FR-3CN-Y8J atau LJ-W49-JRY-6DT"],
  ])("%s", (_why, typed) => {
    expect(handoverCodeIn(typed)).toBe("mistyped");
  });
});

describe("is not seen in what is something else", () => {
  test.each([
    ["nothing", ""],
    ["an answer", "nyadap karet"],
    ["a NIK", "1699 0145 0380 0001"],
    ["a telephone number", "0812 3456 7890"],
    ["nine digits", "234567898"],
    ["a word of nine letters", "KRMPNGTDH"],
    ["the number of a submission", "LD-7K3M-92"],
    ["an address that could be one, with spaces", "5FR 3CN Y8J"],
    ["without its letters in a sentence", "rumah 5FR-3CN-Y8J"],
    ["without its letters and mistyped", "5FR-3CN-Y8K"],
    ["glued to a word", "ALJ-5FR-3CN-Y8J"],
    ["a short word for something", "lj 5"],
    ["a name", "LJ Sumardita"],
  ])("%s", (_why, typed) => {
    expect(handoverCodeIn(typed)).toBeUndefined();
  });
});

describe("whatever it is", () => {
  test("it is read back as it was made, however it is typed", () => {
    const parting = fc.constantFrom("", " ", "-", "–", ".", " - ", "\n");
    const around = fc.constantFrom("", "kode saya ", "(", "ini: ");
    const after = fc.constantFrom("", " ya pak", ")", "!", ".");
    const isSmall = fc.boolean();
    fc.assert(
      fc.property(anyCode, parting, around, after, isSmall, (code, part, before, end, small) => {
        const typed = `${before}${code.split("-").join(part)}${end}`;
        expect(handoverCodeIn(small ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
  });

  test("every wrong character is noticed, in every place", () => {
    fc.assert(
      fc.property(anyCode, fc.nat(8), fc.constantFrom(...alphabet), (code, at, wrong) => {
        const characters = [...code.slice(3).replaceAll("-", "")];
        fc.pre(characters[at] !== wrong);
        const typed = `LJ${characters.toSpliced(at, 1, wrong).join("")}`;
        expect(none).toContain(handoverCodeIn(typed));
      }),
    );
  });

  test("every swap of neighbours is noticed, also across the dash", () => {
    fc.assert(
      fc.property(anyCode, fc.nat(7), (code, first) => {
        const characters = [...code.slice(3).replaceAll("-", "")];
        const [left, right] = [characters[first], characters[first + 1]];
        fc.pre(left !== right);
        const swapped = characters.toSpliced(first, 2, String(right), String(left)).join("");
        expect(none).toContain(handoverCodeIn(`LJ${swapped}`));
      }),
    );
  });

  test("any text is read or passed over, never thrown at", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(none).toContain(handoverCodeIn(text));
      }),
    );
  });
});
