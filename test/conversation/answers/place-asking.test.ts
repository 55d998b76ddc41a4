import { expect, test } from "vitest";
import { place } from "../../../src/conversation/answers/place.ts";
import { aboutFor } from "../../about.ts";
import { places } from "../../lists.ts";
import { told } from "./told-place.ts";

const about = aboutFor({ places });
const talangPutri = "16.71.14.1006";

/** The ways out of what is asked back. */
function ways(heard: string) {
  const reading = place.read(heard, about);
  return reading.kind === "ask-back" ? reading.ways : [];
}

test("the villages of a small district are shown", () => {
  expect(place.read("kec. Plaju", about)).toMatchObject({
    kind: "ask-back",
    text: "place.in-district",
    values: { place: "Plaju, Palembang" },
    ways: [
      { label: { text: "Plaju Ulu" } },
      { label: { text: "Plaju Darat" } },
      { label: { text: "Plaju Ilir" } },
      { label: { text: "Bagus Kuning" } },
      { label: { text: "Komperta" } },
      { value: talangPutri, takes: { code: talangPutri, village: "Talang Putri" } },
      { label: { text: "Talang Bubuk" } },
      { value: "not-listed", takes: { village: "kec. Plaju" } },
    ],
  });
});

test("a village nearly named is confirmed in words", () => {
  expect(place.read("talng putri", about)).toMatchObject({
    text: "place.meant",
    values: { place: "Talang Putri, Plaju, Palembang" },
    ways: [
      { label: { key: "answers.place.yes" }, takes: { code: talangPutri } },
      { label: { key: "answers.place.not-this" }, takes: { village: "talng putri" } },
    ],
  });
});

test("villages of one name are told apart by district and regency, the regency as it fits a button", () => {
  expect(ways("betung")).toMatchObject([
    { label: { text: "Gelumbang, Muara Enim" } },
    { label: { text: "Benakat, Muara Enim" } },
    { label: { text: "Betung, Banyuasin" } },
    { label: { text: "Semendawai Barat, OKU Timur" } },
    { label: { text: "Abab, PALI" } },
    { label: { key: "answers.place.elsewhere-in", values: { district: "Betung" } } },
    { value: "not-listed" },
  ]);
});

test("of more villages of one name than a list may have the district is asked first, then the village", () => {
  expect(place.read("Suka Maju", about)).toEqual({
    kind: "ask-back",
    text: "place.too-many",
    values: { place: "Sukamaju" },
    ways: [],
    completes: "desa Sukamaju, {}",
  });
  expect(told(place.read("desa Sukamaju, sako", about))).toBe("16.71.08.1001");
  expect(told(place.read("desa Sukamaju, muba", about))).toEqual([
    "which",
    "16.06.10.2005",
    "16.06.14.2001",
    "not-listed",
  ]);
  expect(told(place.read("desa Sukamaju, dak tau", about))).toEqual({ fault: "unknown-place" });
});

test("a village that is not in the district named: those of its regency, or another village there", () => {
  expect(ways("Sukamaju, Plaju")).toMatchObject([
    { label: { text: "Sukamaju, Sako, Palembang" } },
    {
      label: { key: "answers.place.district", values: { district: "Plaju", regency: "Palembang" } },
      rereads: "kec Plaju, kab Palembang",
    },
    { value: "not-listed" },
  ]);
});

test("of many villages of one name none in the regency of the district named: only the district", () => {
  expect(ways("Sukaraja, kec Gandus").map(({ value }) => value)).toEqual([
    "16.71.12",
    "not-listed",
  ]);
});

test("names that are as near as one another are all shown", () => {
  expect(place.read("tugumulya", about)).toMatchObject({
    text: "place.nearly",
    ways: [
      { label: { text: "Tugumulyo, Lempuing, Ogan Komering Ilir" } },
      { label: { text: "Tugu Mulyo, Belitang Madang Raya, Ogan Komering Ulu Timur" } },
      { label: { key: "answers.place.district", values: { district: "Tugumulyo" } } },
      { value: "not-listed" },
    ],
  });
  const district = place.read("kikim selatar", about);
  expect(told(district)).toEqual(["which-village", "{}, kec Kikim Selatan, kab Lahat"]);
});

test.each([
  ["Kabupaten Lahat", "Lahat"],
  ["lahat", "Lahat"],
  ["oki", "Ogan Komering Ilir"],
  ["oku", "Ogan Komering Ulu"],
  ["okut", "Ogan Komering Ulu Timur"],
  ["oku timur", "Ogan Komering Ulu Timur"],
  ["okus", "Ogan Komering Ulu Selatan"],
  ["oi", "Ogan Ilir"],
  ["muba", "Musi Banyuasin"],
  ["banyuasin", "Banyuasin"],
  ["banyu asin", "Banyuasin"],
  ["kab. banyuasin", "Banyuasin"],
  ["mura", "Musi Rawas"],
  ["muratara", "Musi Rawas Utara"],
  ["muara enim", "Muara Enim"],
  ["mura enim", "Muara Enim"],
  ["pali", "Penukal Abab Lematang Ilir"],
  ["4 lawang", "Empat Lawang"],
  ["plg", "Palembang"],
  ["kenten palembang", "Palembang"],
  ["lemabang", "Palembang"],
  ["llg", "Lubuk Linggau"],
  ["lubuklinggau", "Lubuk Linggau"],
  ["prabu", "Prabumulih"],
  ["pagaralam", "Pagar Alam"],
])("the regency %s is %s, and its districts are asked", (typed, name) => {
  expect(told(place.read(typed, about))).toEqual(["which-district", `{}, kab ${name}`]);
});
