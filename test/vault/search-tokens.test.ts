import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { searchedTokens, searchTokens } from "../../src/vault/search-tokens.ts";
import { openVault } from "../../src/vault/vault.ts";

const vault = openVault(randomBytes(32));
const siti = {
  name: "Hj. Siti Nur'aini  Wulandari",
  phone: "+6281234567890",
  nik: "1699015501900001",
};

/** As a store does: for each list one of its tokens. */
function isFound(typed: string, registration = siti): boolean {
  const kept = new Set(searchTokens(vault, registration).map((token) => token.toString("hex")));
  const looked = searchedTokens(vault, typed);
  return (
    looked.length > 0 && looked.every((one) => one.some((token) => kept.has(token.toString("hex"))))
  );
}

describe("looking for a submission", () => {
  test.each([
    ["a word of the name", "Siti", true],
    ["in capitals", "SITI", true],
    ["the beginning of a word", "wula", true],
    ["three letters", "wul", true],
    ["six letters", "wuland", true],
    ["the whole word", "wulandari", true],
    ["two words in another order", "wulandari siti", true],
    ["with the apostrophe", "nur'aini", true],
    ["without it", "nuraini", true],
    ["a title", "hj", true],
    ["the phone number as people write it", "0812-3456-7890", true],
    ["… with the country's code", "+62 812 3456 7890", true],
    ["its last four digits", "7890", true],
    ["the NIK", "1699 0155 0190 0001", true],
    ["two letters are too few", "wu", false],
    ["seven letters that are no word", "wulanda", false],
    ["a middle of a word", "lanwul", false],
    ["one word that is hers and one that is not", "siti budi", false],
    ["other last digits", "7891", false],
    ["the last digits of the NIK", "0001", false],
    ["another NIK", "1699015501900002", false],
    ["digits that are no phone number", "123456", false],
    ["nothing", "  ", false],
  ])("%s", (_what, typed, expected) => {
    expect(isFound(typed)).toBe(expected);
  });

  test("somebody without a phone is not found by the word for it", () => {
    const wayan = { ...siti, name: "Wayan", phone: "none" };
    expect([isFound("none", wayan), isFound("7890", wayan), isFound("wayan", wayan)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("accents do not matter", () => {
    expect(isFound("andre", { ...siti, name: "André" })).toBe(true);
  });
});

test("a token is kept once, and holds nothing of the person without the key", () => {
  const tokens = searchTokens(vault, { ...siti, name: "Siti Siti" }).map((token) =>
    token.toString("hex"),
  );
  expect(new Set(tokens).size).toBe(tokens.length);
  const other = searchTokens(openVault(randomBytes(32)), siti).map((token) =>
    token.toString("hex"),
  );
  expect(other.some((token) => tokens.includes(token))).toBe(false);
});
