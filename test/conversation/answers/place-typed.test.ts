/** Where people say they live: by its short name, by the kilometre, by what everybody in Palembang calls it. */
import { expect, test } from "vitest";
import { place } from "../../../src/conversation/answers/place.ts";
import { aboutFor } from "../../about.ts";
import { places } from "../../lists.ts";
import { talk } from "../talk.ts";
import { told } from "./told-place.ts";

const about = aboutFor({ places });
const inPalembang = ["which-district", "{}, kab Palembang"];
const nothing = { fault: "unknown-place" };

test.each([
  ["a lower quarter by its number", "7 ulu", "16.71.02.1006"],
  ["its number in words", "tujuh ulu", "16.71.02.1006"],
  ["with the city", "16 ulu plg", "16.71.03.1005"],
  ["an upper quarter", "16 ilir", "16.71.05.1002"],
  ["half of a double number", "10 ulu", ["meant", "yes", "not-listed"]],
  ["both of a double number, a slash between", "9/10 ulu", "16.71.17.1002"],
  [
    "one of two quarters",
    "5 ulu apo 7 ulu",
    ["nearly", "16.71.02.1005", "16.71.02.1006", "not-listed"],
  ],
  [
    "two villages of one district",
    "plaju ilir/plaju ulu",
    ["nearly", "16.71.14.1003", "16.71.14.1001", "not-listed"],
  ],
  ["a bank of the river", "seberang ulu", ["nearly", "16.71.02", "16.71.03", "not-listed"]],
  [
    "its short name",
    "su 1",
    [
      "in-district",
      "16.71.02.1002",
      "16.71.02.1003",
      "16.71.02.1004",
      "16.71.02.1005",
      "16.71.02.1006",
      "not-listed",
    ],
  ],
  [
    "a short name glued to its number",
    "su1",
    [
      "in-district",
      "16.71.02.1002",
      "16.71.02.1003",
      "16.71.02.1004",
      "16.71.02.1005",
      "16.71.02.1006",
      "not-listed",
    ],
  ],
  ["by the kilometre", "km 5", inPalembang],
  ["by the kilometre, glued", "km5", inPalembang],
  ["by the kilometre, with the city", "km 12 palembang", inPalembang],
  ["by the kilometre, beside a market", "km 5 dekat pasar", inPalembang],
  ["far out by the kilometre", "km 50", ["unknown", "again", "not-listed", "outside"]],
  ["a part of the city in two words", "tangga buntung", inPalembang],
  ["the same with the city", "tangga buntung palembang", inPalembang],
  ["a housing estate", "maskarebet", inPalembang],
  [
    "an estate in a district",
    "opi jakabaring",
    [
      "in-district",
      "16.71.17.1001",
      "16.71.17.1002",
      "16.71.17.1003",
      "16.71.17.1004",
      "16.71.17.1005",
      "not-listed",
    ],
  ],
  ["people of the city", "wong plembang", inPalembang],
  ["with the country", "palembang, indonesia", inPalembang],
  ["Pagar Alam, run together", "pgalam", ["which-district", "{}, kab Pagar Alam"]],
  ["Banyuasin, short", "byasin", ["which-district", "{}, kab Banyuasin"]],
  ["OKU Timur, short", "okut", ["which-district", "{}, kab Ogan Komering Ulu Timur"]],
  ["Lubuk Linggau, short", "llg", ["which-district", "{}, kab Lubuk Linggau"]],
  ["OKI", "oki", ["which-district", "{}, kab Ogan Komering Ilir"]],
  ["Musi Banyuasin", "muba", ["which-district", "{}, kab Musi Banyuasin"]],
  ["Baturaja, short", "bta", ["which", "16.03.26.2008", "16.01.13", "16.01.14", "not-listed"]],
  ["a town in Enim", "tj enim", "16.03.07.1001"],
  ["Pangkalan Balai, short", "pkl balai", "16.07.03.1012"],
  [
    "a district and a village, short",
    "ds. talang keramat kec. tl. kelapa kab. banyuasin",
    "16.07.10.1023",
  ],
  [
    "with the numbers of the street",
    "desa talang keramat rt 3 rw 1 kec talang kelapa",
    "16.07.10.1023",
  ],
  [
    "'tl kelapa' is a village and a district",
    "tl kelapa",
    ["which", "16.71.15.1003", "16.07.10", "not-listed"],
  ],
  [
    "Semende, as it is said",
    "semendo darat laut",
    ["which-village", "{}, kec Semende Darat Laut, kab Muara Enim"],
  ],
  ["Ogan, short", "sungai pinang og ilir", ["which", "16.10.12.1007", "16.10.12", "not-listed"]],
  ["an old spelling", "kayuagung", ["which", "16.02.05.1002", "16.02.05", "not-listed"]],
  ["a letter left out", "talang kramat", ["meant", "yes", "not-listed"]],
  ["an e too many", "talang puteri plaju", ["meant", "yes", "not-listed"]],
  ["after a yes", "iya talang putri", "16.71.14.1006"],
  [
    "with the postcode",
    "kec plaju kota palembang sumatera selatan 30268",
    [
      "in-district",
      "16.71.14.1001",
      "16.71.14.1002",
      "16.71.14.1003",
      "16.71.14.1004",
      "16.71.14.1005",
      "16.71.14.1006",
      "16.71.14.1007",
      "not-listed",
    ],
  ],
  ["outside the province", "luar sumsel", { outside: "luar sumsel" }],
  ["an island", "bangka", { outside: "bangka" }],
  ["a town elsewhere, what is around it", "jambi luar kota", { outside: "jambi luar kota" }],
  ["a village called a hamlet", "dusun tengah", "16.09.04.2008"],
  ["a hamlet alone", "dusun", nothing],
  ["in the village", "di kampung", nothing],
  ["at home", "di rumah", nothing],
  ["here", "sini", nothing],
  ["a yes", "iyo", nothing],
  ["right", "betul", nothing],
  ["no", "bukan", nothing],
  ["beside a mosque", "samping masjid", nothing],
  ["the province alone", "sumsel", nothing],
])("place as typed: %s", (_why, heard, expected) => {
  expect(told(place.read(heard, about))).toEqual(expected);
});

test.each([
  ["Talang Putri, nearly written", "talng putri", "ya", "address"],
  ["the same", "talng putri", "betul", "address"],
  ["the same", "talng putri", "bener nian", "address"],
  ["the same", "talng putri", "iyo yang itu", "address"],
  ["not this one", "talng putri", "idak", "village"],
  ["not that one", "talng putri", "bukan yang itu", "village"],
  ["its name again, after a yes", "talng putri", "ya talang putri", "address"],
  ["one of two by its regency", "Lubuk Rukam", "yang di oku", "address"],
  ["one of two by its place", "Lubuk Rukam", "yang kedua", "address"],
  ["a yes to several says nothing", "Lubuk Rukam", "ya", "village"],
  ["a yes to a village or a district", "kertapati", "ya", "village"],
  ["a yes to one that may be outside", "mesuji", "ya", "village"],
  ["not knowing which", "Lubuk Rukam", "dak tau", "village"],
])("'%s': '%s', then '%s' leads to %s", (_why, heard, reply, next) => {
  const here = talk("village");
  here.say(heard, reply);
  expect(here.asked()).toBe(next);
});
