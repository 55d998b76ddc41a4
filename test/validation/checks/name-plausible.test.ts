import { expect, test } from "vitest";
import { namePlausible } from "../../../src/validation/checks/name-plausible.ts";
import { noThresholds, type Row, remarks } from "./look.ts";

const long = `Siti ${"Aminah ".repeat(9)}`.trim();

test.each<Row>([
  ["two words", {}, {}],
  ["one word is a whole name", { name: "Wayan" }, {}],
  ["two letters", { name: "Yo" }, {}],
  ["with titles", { name: "Hj. Siti Aminah, S.Pd." }, {}],
  ["with an apostrophe", { name: "Siti Nur'aini" }, {}],
  ["with an initial", { name: "M. Budi" }, {}],
  ["all in capitals", { name: "BUDI SANTOSO" }, {}],
  ["with accents", { name: "Sìtí" }, {}],
  ["with a word of a trade in it", { name: "Budi Petani" }, {}],
  ["the same letter twice", { name: "Aa" }, {}],
  ["with a placeholder in it", { name: "Testa Coba" }, {}],
  ["with digits", { name: "Siti 2" }, { "name-has-digits": {} }],
  ["with Arabic digits", { name: "Siti ٢" }, { "name-has-digits": {} }],
  ["one letter", { name: "S." }, { "name-one-letter": {} }],
  ["no letter", { name: "..." }, { "name-one-letter": {} }],
  ["typed to try", { name: "Tes" }, { "name-of-nobody": {} }],
  ["typed to try, in capitals and wide", { name: "ＴＥＳＴ" }, { "name-of-nobody": {} }],
  ["nobody's", { name: "Hamba Allah" }, { "name-of-nobody": {} }],
  ["the same letter again and again", { name: "Aaaa a" }, { "name-of-nobody": {} }],
  ["her occupation", { name: "Nyadap Karet" }, { "name-of-something-else": {} }],
  [
    "her address",
    { name: "dusun II, RT 3", address: "Dusun II, RT 3" },
    { "name-has-digits": {}, "name-of-something-else": {} },
  ],
  ["her village", { name: "Talang  Bulang" }, { "name-of-something-else": {} }],
  ["longer than a card has", { name: long }, { "name-very-long": {} }],
])("a name: %s", async (_why, part, expected) => {
  expect(await remarks(namePlausible, part)).toEqual(expected);
});

test("without rows no name is too long, or nobody's", async () => {
  for (const name of ["Tes", long])
    expect(await remarks(namePlausible, { name }, noThresholds)).toEqual({});
});
