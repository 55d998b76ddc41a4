import fc from "fast-check";
import { expect, test } from "vitest";
import { placesFrom } from "../../src/enrolment/region.ts";
import { places, placesData } from "../lists.ts";
import { anyText } from "../readings.ts";
import { wordsOf } from "../words.ts";

const words = wordsOf("id").places;
const found = (text: string) => {
  const { villages, districts, regencies, areas, isSure, isNear, isOutside } = places.search(
    text,
    words,
  );
  const codes = [
    ...[...villages, ...districts, ...regencies].map(({ code }) => code),
    ...areas.map(({ code }) => `area ${code}`),
  ];
  return [codes.slice(0, 4), isOutside ? "outside" : isNear ? "near" : isSure ? "sure" : "unsure"];
};

test("the list has the regencies, districts and villages of Sumatera Selatan", () => {
  expect(places.regencies).toHaveLength(17);
  expect(Object.keys(placesData.districts)).toHaveLength(241);
  expect(Object.keys(placesData.villages)).toHaveLength(3_259);
  expect(placesData.credit).toMatch(/idn-area-data.*Open Database License/);
});

test("places are found by their codes, and lie in one another", () => {
  expect(places.villageByCode("16.71.14.1006")).toEqual({
    code: "16.71.14.1006",
    name: "Talang Putri",
    district: { code: "16.71.14", name: "Plaju" },
    regency: { code: "16.71", name: "Kota Palembang" },
  });
  expect(places.districtByCode("16.71.14")?.regency.name).toBe("Kota Palembang");
  expect(places.villageByCode("16.99.01.2001")).toBeUndefined();
  expect(places.districtByCode("16.99.01")).toBeUndefined();
  expect(places.districtsOf("16.12").map(({ name }) => name)).toEqual([
    "Talang Ubi",
    "Penukal Utara",
    "Penukal",
    "Abab",
    "Tanah Abang",
  ]);
  expect(places.villagesOf("16.71.14")).toHaveLength(7);
});

test("a village in a district that is not listed is a fault of the list", () => {
  const cut = { ...placesData, districts: {} };
  expect(() => placesFrom(cut)).toThrow("is named but not listed");
});

test.each([
  ["village and district", "Talang Putri, Plaju", [["16.71.14.1006"], "sure"]],
  ["district before village", "plaju talang putri", [["16.71.14.1006"], "sure"]],
  ["village and regency", "plaju darat palembang", [["16.71.14.1002"], "sure"]],
  ["a short name of a regency", "sungai rengit, tl kelapa", [["16.07.10.2001"], "sure"]],
  [
    "all three, with their titles",
    "desa sungai rengit kec talang kelapa kab banyuasin",
    [["16.07.10.2001"], "sure"],
  ],
  [
    "all three, the regency first",
    "banyuasin talang kelapa sungai rengit",
    [["16.07.10.2001"], "sure"],
  ],
  ["a village of a name that is there once", "Sungai Rengit", [["16.07.10.2001"], "sure"]],
  [
    "a village in a sentence",
    "saya tinggal di plaju darat dekat pasar",
    [["16.71.14.1002"], "sure"],
  ],
  ["a village run together", "talangputri", [["16.71.14.1006"], "sure"]],
  ["a number in words", "tiga puluh lima ilir", [["16.71.01.1001"], "sure"]],
  ["a number in Palembang", "tigo puluh limo ilir", [["16.71.01.1001"], "sure"]],
  ["a word that programs know", "constructor", [[], "unsure"]],
  ["a short name glued to its number", "26 ilir d1 ib1", [["16.71.04.1003"], "sure"]],
  ["a doubled word", "kel alang2 lebar", [["16.71.15.1001"], "sure"]],
  ["a number that doubles nothing", "banyuasin2", [["16.07.02"], "sure"]],
  ["a district", "kec plaju", [["16.71.14"], "sure"]],
  ["a district of the name of a village", "kecamatan kertapati", [["16.71.13"], "sure"]],
  ["a village of the name of a district", "kelurahan kertapati", [["16.71.13.1004"], "sure"]],
  ["a title that does not fit the name", "kab talang putri", [["16.71.14.1006"], "sure"]],
  ["a district and its regency", "talang ubi, pali", [["16.12.01"], "sure"]],
  ["a regency", "Kabupaten Lahat", [["16.04"], "sure"]],
  ["a regency by its letters", "okut", [["16.08"], "sure"]],
  ["a village or a district", "kertapati", [["16.71.13.1004", "16.71.13"], "sure"]],
  ["a village that ends like a title", "Pagar Desa, Bayung Lencir", [["16.06.09.2012"], "sure"]],
  ["a village and a district elsewhere", "Talang Putri, Kemuning", [["16.71.14.1006"], "unsure"]],
  ["a village and a regency elsewhere", "Talang Putri, Banyuasin", [["16.71.14.1006"], "unsure"]],
  [
    "a village of a name in a long sentence",
    "kerja keras setiap malam payo semua orang kuat",
    [["16.04.09.2014"], "unsure"],
  ],
  [
    "a village with a slip in the word that many names begin with",
    "sungi rengit",
    [["16.07.10.2001"], "sure"],
  ],
  ["the same in its district", "sungi rengit talang kelapa", [["16.07.10.2001"], "sure"]],
  ["slips in village and district", "sungi renget talang klapa", [["16.07.10.2001"], "near"]],
  [
    "a slip in the village, the regency first",
    "banyuasin sungai renget",
    [["16.07.10.2001"], "near"],
  ],
  ["a district as it is said", "pulo rimau", [["16.07.04"], "sure"]],
  ["a district as it sounds", "Poelau Rimao", [["16.07.04"], "near"]],
  ["a word of names is no slip of another", "rimau", [["16.07.02.2016", "16.07.04"], "near"]],
  ["a landmark", "deket pasar", [[], "unsure"]],
  ["a landmark and a district", "dekat pasar, kec plaju", [["16.71.14"], "sure"]],
  ["a landmark that is a village as well", "dekat limau", [["16.07.17.2003"], "unsure"]],
  [
    "names that sound the same",
    "mulya agung",
    [["16.06.11.2019", "16.07.03.1009", "16.08.02.2038"], "unsure"],
  ],
  ["one of them by its regency", "mulya agung muba", [["16.06.11.2019"], "sure"]],
  ["names that sound the same in a regency", "mulia agung banyuasin", [["16.07.03.1009"], "sure"]],
  [
    "a village that districts are named for",
    "baturaja",
    [["16.03.26.2008", "16.01.13", "16.01.14"], "sure"],
  ],
  ["a village whose name begins a hundred others", "tanjung", [["16.03.23.2001"], "unsure"]],
  [
    "a name that a part of a city has as well",
    "kenten",
    [["16.07.10.1006", "area 16.71"], "unsure"],
  ],
  [
    "the same with the city",
    "kenten palembang",
    [["16.07.10.1006", "16.71", "area 16.71"], "unsure"],
  ],
  ["the same with its district", "kenten talang kelapa", [["16.07.10.1006"], "sure"]],
  ["a longer name that begins so", "kenten laut", [["16.07.10.2021"], "sure"]],
  ["a part of a city that is not on the list", "lemabang", [["area 16.71"], "unsure"]],
  ["a regency whose name holds a district's", "air itam pali", [["16.12.03.2005"], "sure"]],
  ["words in another order", "rengit sungai", [["16.07.10.2001", "16.07.10.2020"], "near"]],
  ["one word of a name, with its city", "pakjo palembang", [["16.71.04.1002"], "near"]],
  ["a number left out", "ilir barat", [["16.71.01", "16.71.04"], "near"]],
  ["another number is another name", "45 ilir", [[], "unsure"]],
  ["a word that too many names have", "talang", [[], "unsure"]],
  [
    "a short name that is a part of another",
    "mura enim",
    [["16.03.02.1010", "16.73.02.1010", "16.03.02", "16.03"], "near"],
  ],
  ["a regency in two words", "banyu asin", [["16.07"], "sure"]],
  ["a regency with a figure", "4 lawang", [["16.11"], "sure"]],
  ["the house number is no name", "rt 3 rw 2 plaju darat", [["16.71.14.1002"], "sure"]],
  ["a village with a slip", "talng putri", [["16.71.14.1006"], "near"]],
  ["a village with a slip, in its district", "talang putry plaju", [["16.71.14.1006"], "near"]],
  ["a district with a slip", "plajuu", [["16.71.14"], "near"]],
  ["a regency with a slip", "palenbang", [["16.71"], "near"]],
  ["another village in a district", "blablabla, plaju", [["16.71.14"], "sure"]],
  ["a town elsewhere", "Jakarta", [[], "outside"]],
  ["a town elsewhere, its second word a village here", "Bandar Lampung", [[], "outside"]],
  ["a village elsewhere", "Sukarame, Bandar Lampung", [[], "outside"]],
  ["a district here, beside a province elsewhere", "Tulung Selapan, Jambi", [[], "outside"]],
  ["a town elsewhere that a village here is named for", "padang", [["16.04.26.2001"], "outside"]],
  ["the same village with its district", "Padang, Merapi Selatan", [["16.04.26.2001"], "sure"]],
  [
    "a town elsewhere inside the name of a village here",
    "Padang Temu",
    [["16.72.05.1011"], "sure"],
  ],
  ["nothing like any place", "asdfghjkl", [[], "unsure"]],
  ["only words around a name", "saya tinggal di desa", [[], "unsure"]],
  ["nothing", "", [[], "unsure"]],
])("search: %s", (_why, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("of villages of one name those are meant whose district is nearly named", () => {
  const { villages, isSure } = places.search("sukajadi, talang klapa", words);
  expect(villages.map(({ district }) => district.name)).toEqual(["Talang Kelapa"]);
  expect(isSure).toBe(false);
  expect(places.search("sukajadi", words).villages.length).toBeGreaterThan(5);
});

test("every village is found by its name with district and regency", () => {
  const lost = Object.keys(placesData.villages).filter((code) => {
    const village = places.villageByCode(code);
    const text = `${village?.name}, ${village?.district.name}, ${village?.regency.name}`;
    const { villages, isSure } = places.search(text, words);
    return villages.length !== 1 || villages[0]?.code !== code || !isSure;
  });
  expect(lost).toEqual([]);
});

test("every village, district and regency is found by its own name, alone or among its namesakes", () => {
  const lost = Object.entries({
    ...placesData.villages,
    ...placesData.districts,
    ...placesData.regencies,
  }).filter(([code, name]) => {
    const { villages, districts, regencies } = places.search(name, words);
    return ![...villages, ...districts, ...regencies].some((one) => one.code === code);
  });
  expect(lost).toEqual([]);
});

test("short names and places elsewhere are written as they are compared", () => {
  for (const language of ["id", "en"] as const) {
    const { aliases, areas, short, outside } = wordsOf(language).places;
    expect(Object.keys(short).flatMap((name) => found(name)[0])).toHaveLength(5);
    expect(Object.values(areas).filter((name) => found(name)[1] !== "sure")).toEqual([]);
    expect(
      Object.keys({ ...aliases, ...areas }).filter((word) => !/^[a-z]+\d*$/.test(word)),
    ).toEqual([]);
    expect(outside.filter((name) => !/^[a-z]+( [a-z]+)*$/.test(name))).toEqual([]);
  }
});

test("no sentence is too odd to be searched", () => {
  const names = [...Object.values(placesData.districts), "kec", "kab", "d", "puluh", "tiga", ","];
  const odd = fc.array(fc.constantFrom(...names), { maxLength: 12 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(fc.oneof(anyText, odd), (text) => {
      const { villages } = places.search(text, words);
      expect(villages.every(({ code }) => places.villageByCode(code) !== undefined)).toBe(true);
    }),
  );
});
