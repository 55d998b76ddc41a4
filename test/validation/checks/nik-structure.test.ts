import { expect, test } from "vitest";
import { nikStructure } from "../../../src/validation/checks/nik-structure.ts";
import { type Row, remarks } from "./look.ts";

test.each<Row>([
  ["a woman's, with 40 added to the day", {}, {}],
  ["a man's, written plainly", { nik: "1699011501900002", sex: "male" }, {}],
  ["the last day a woman can have", { nik: "1699017101900001" }, {}],
  ["the last day a man can have", { nik: "1699013101900001", sex: "male" }, {}],
  ["29 February of a leap year", { nik: "1699016902880001" }, {}],
  ["29 February of no leap year", { nik: "1699016902890001" }, { "nik-impossible": {} }],
  ["day 72 is nobody's birthday", { nik: "1699017201900001" }, { "nik-impossible": {} }],
  [
    "between a man's last day and a woman's first",
    { nik: "1699013501900001" },
    { "nik-impossible": {} },
  ],
  ["day 00", { nik: "1699010001900001", sex: "male" }, { "nik-impossible": {} }],
  ["day 40", { nik: "1699014001900001" }, { "nik-impossible": {} }],
  ["month 13", { nik: "1699015513900001" }, { "nik-impossible": {} }],
  ["serial 0000", { nik: "1699015501900000" }, { "nik-impossible": {} }],
  ["the same digit sixteen times", { nik: "1111111111111111" }, { "nik-made-up": {} }],
  ["digits in a row", { nik: "1234567890123456" }, { "nik-made-up": {} }],
  ["digits in a row downwards", { nik: "9876543210987654" }, { "nik-made-up": {} }],
  ["a woman with a man's day", { nik: "1699011501900001" }, { "nik-sex-differs": {} }],
  ["a man with a woman's day", { sex: "male" }, { "nik-sex-differs": {} }],
])("the structure of a NIK: %s", async (_why, part, expected) => {
  expect(await remarks(nikStructure, part)).toEqual(expected);
});
