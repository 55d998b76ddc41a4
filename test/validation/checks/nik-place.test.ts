import { expect, test } from "vitest";
import { nikPlace } from "../../../src/validation/checks/nik-place.ts";
import { type Row, remarks } from "./look.ts";

/** Areas that no place has; 16.98 is put on the list for these tests, with one district. */
const known = { code: "16.98", name: "Kabupaten Latihan" };
const places = {
  regencies: [known],
  districtByCode: (code: string) =>
    code === "16.98.01" ? { code, name: "Latihan", regency: known } : undefined,
};

test.each<Row>([
  ["a place of the list", { nik: "1698015501900001" }, {}],
  [
    "a place of the list, living in another regency",
    { nik: "1698015501900001", regency: "16.97" },
    {},
  ],
  [
    "a place of the list, living outside the province",
    { nik: "1698015501900001", village: { outside: "Jambi" } },
    {},
  ],
  [
    "the district is not on the list: of the time before a split",
    { nik: "1698025501900001" },
    { "nik-district-unknown": { code: "16.98.02" } },
  ],
  ["district 00", { nik: "1698005501900001" }, { "nik-district-unknown": { code: "16.98.00" } }],
  [
    "the regency is not on the list",
    { nik: "1697015501900001" },
    { "nik-regency-unknown": { code: "16.97" } },
  ],
  ["regency 00", { nik: "1600015501900001" }, { "nik-regency-unknown": { code: "16.00" } }],
  ["first registered in Jakarta: people move", { nik: "3199015501900001" }, {}],
  ["first registered in Lampung", { nik: "1899015501900001" }, {}],
  ["the last province of Papua, made in 2022", { nik: "9699015501900001" }, {}],
  [
    "a province that there is not",
    { nik: "9999015501900001" },
    { "nik-province-unknown": { code: "99" } },
  ],
  ["province 00", { nik: "0099015501900001" }, { "nik-province-unknown": { code: "00" } }],
  [
    "the code of East Timor, which went in 1999",
    { nik: "5499015501900001" },
    { "nik-province-unknown": { code: "54" } },
  ],
  ["the area for practice, in a trial", {}, {}],
  ["digits that are no NIK: another check's remark", { nik: "9999017201900001" }, {}],
])("the place in a NIK: %s", async (_why, part, expected) => {
  expect(await remarks(nikPlace, part, { places })).toEqual(expected);
});

test("in earnest the area for practice is nobody's", async () => {
  expect(await remarks(nikPlace, {}, { trial: false })).toEqual({ "nik-for-practice": {} });
});
