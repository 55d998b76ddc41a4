import { expect, test } from "vitest";
import { place } from "../../../src/conversation/answers/place.ts";
import { aboutFor } from "../../about.ts";
import { places } from "../../lists.ts";
import { told } from "./told-place.ts";

const about = aboutFor({ places });
const talangPutri = "16.71.14.1006";
const sungaiRengit = "16.07.10.2001";

test.each([
  ["village and district", "Talang Putri, Plaju", talangPutri],
  ["the same the other way round", "Plaju Talang Putri", talangPutri],
  ["small letters, no comma", "talang putri plaju", talangPutri],
  ["run together", "talangputri", talangPutri],
  ["capitals", "TALANG PUTRI", talangPutri],
  ["a short word for talang", "tl putri plg", talangPutri],
  ["as it is printed", "Talang Putri, Plaju, Palembang", talangPutri],
  ["village and regency", "plaju darat palembang", "16.71.14.1002"],
  ["with titles", "desa sungai rengit kec talang kelapa banyuasin", sungaiRengit],
  ["with titles and dots", "Ds. Sungai Rengit, Kec. Talang Kelapa, Kab. Banyuasin", sungaiRengit],
  ["sei for sungai", "sei rengit", sungaiRengit],
  ["in a sentence", "sayo tinggal di sungai rengit pak", sungaiRengit],
  ["a number", "35 ilir", "16.71.01.1001"],
  ["a number in words", "tiga puluh lima ilir", "16.71.01.1001"],
  ["two numbers", "3-4 ulu", "16.71.02.1004"],
  ["a Roman number", "26 Ilir D.I", "16.71.04.1003"],
  ["a title that tells it apart from the district", "kel kertapati", "16.71.13.1004"],
  ["a doubled word", "kel alang2 lebar", "16.71.15.1001"],
  ["a village of a city", "jawa kanan ss", "16.73.05.1002"],
  ["a town elsewhere", "Bandar Lampung", { outside: "Bandar Lampung" }],
  ["a village elsewhere", "Sukarame, Bandar Lampung", { outside: "Sukarame, Bandar Lampung" }],
  ["a province", "jawa timur", { outside: "jawa timur" }],
  [
    "a district here, a province elsewhere",
    "mesuji, provinsi lampung",
    { outside: "mesuji, provinsi lampung" },
  ],
  [
    "a large district",
    "kec talang kelapa",
    ["which-village", "{}, kec Talang Kelapa, kab Banyuasin"],
  ],
  [
    "a district as it is said",
    "pulo rimau",
    ["which-village", "{}, kec Pulau Rimau, kab Banyuasin"],
  ],
  [
    "a large district with its regency",
    "talang ubi, pali",
    ["which-village", "{}, kec Talang Ubi, kab Penukal Abab Lematang Ilir"],
  ],
  [
    "a large district with its regency",
    "talang ubi, pali",
    ["which-village", "{}, kec Talang Ubi, kab Penukal Abab Lematang Ilir"],
  ],
  ["a regency that villages are named for", "muara enim", ["which-district", "{}, kab Muara Enim"]],
  ["a regency with a slip", "palenbang", ["which-district", "{}, kab Palembang"]],
  ["too many districts", "buay", ["too-many", "buay, {}"]],
  [
    "one word of several regencies",
    "ogan",
    ["nearly", "16.01", "16.02", "16.08", "16.09", "16.10", "not-listed"],
  ],
  [
    "a district with a slip and a title",
    "kec plajuu",
    [
      "in-district",
      "16.71.14.1001",
      "16.71.14.1002",
      "16.71.14.1003",
      "16.71.14.1004",
      "16.71.14.1005",
      talangPutri,
      "16.71.14.1007",
      "not-listed",
    ],
  ],
  [
    "a district that is a regency elsewhere as well",
    "mesuji",
    ["nearly", "16.02.04", "not-listed", "outside"],
  ],
  [
    "the same with its regency",
    "mesuji, oki",
    ["which-village", "{}, kec Mesuji, kab Ogan Komering Ilir"],
  ],
  ["a landmark", "deket pasar", { fault: "unknown-place" }],
  ["not knowing, to what was missing", "dak tau, kec Plaju", { fault: "unknown-place" }],
  [
    "a village that is not listed, in a large district",
    "blablabla, kec Talang Kelapa",
    ["unknown", "again", "not-listed", "outside"],
  ],
  ["a street in a city", "jalan merdeka palembang", ["unknown", "again", "not-listed", "outside"]],
  ["words that too many names have", "pasar", ["too-many", "pasar, {}"]],
  [
    "districts with a slip",
    "tungkal iler",
    ["which-village", "{}, kec Tungkal Ilir, kab Banyuasin"],
  ],
  ["a number left out", "ilir barat", ["nearly", "16.71.01", "16.71.04", "not-listed"]],
  [
    "a city that districts are named for",
    "lubuk linggau",
    ["which-district", "{}, kab Lubuk Linggau"],
  ],
  [
    "names that sound the same",
    "mulya agung",
    ["nearly", "16.06.11.2019", "16.07.03.1009", "16.08.02.2038", "not-listed"],
  ],
  [
    "a name that a part of a city has as well",
    "kenten",
    ["which", "16.07.10.1006", "16.71", "not-listed"],
  ],
  ["the province", "sumsel", { fault: "unknown-place" }],
  ["not knowing", "dak tau", { fault: "unknown-place" }],
  ["digits", "30125", { fault: "unknown-place" }],
  ["a picture", "📍", { fault: "unknown-place" }],
  ["nothing", "", { fault: "unknown-place" }],
  ["a whole page", "Talang Putri ".repeat(20), { fault: "unknown-place" }],
  ["a village with a slip", "talng putri", ["meant", "yes", "not-listed"]],
  ["a village with a slip, in its district", "talang putry plaju", ["meant", "yes", "not-listed"]],
  [
    "a village in another district",
    "Talang Putri, Kemuning",
    ["nearly", talangPutri, "16.71.09", "not-listed"],
  ],
  ["a village in another regency", "Talang Putri, Banyuasin", ["meant", "yes", "not-listed"]],
  [
    "a name of a village and its district",
    "kertapati",
    ["which", "16.71.13.1004", "16.71.13", "not-listed"],
  ],
  [
    "a name of a village and a district elsewhere",
    "talang kelapa",
    ["which", "16.71.15.1003", "16.07.10", "not-listed"],
  ],
  ["a name of a village and a city elsewhere", "padang", ["meant", "yes", "not-listed", "outside"]],
  [
    "a village beside a province elsewhere",
    "Sungai Rengit Jambi",
    ["meant", "yes", "not-listed", "outside"],
  ],
  [
    "two villages of one name",
    "Lubuk Rukam",
    ["which", "16.01.09.2006", "16.10.13.2001", "not-listed"],
  ],
  ["nothing like any place", "asdfghjkl", ["unknown", "again", "not-listed", "outside"]],
])("place: %s", (_why, heard, expected) => {
  expect(told(place.read(heard, about))).toEqual(expected);
});
