import { expect, test } from "vitest";
import type { Reading } from "../../../src/conversation/answers/kind.ts";
import { place } from "../../../src/conversation/answers/place.ts";
import { aboutFor } from "../../about.ts";
import { places } from "../../lists.ts";

const about = aboutFor({ places });
const talangPutri = "16.71.14.1006";
const sungaiRengit = "16.07.10.2001";

/** The code, a fault with its values, or what is asked with the ways out. */
function told(reading: Reading): unknown {
  switch (reading.kind) {
    case "understood": {
      const { code, outside } = reading.value as Readonly<Record<string, string>>;
      return code ?? { outside };
    }
    case "misread":
      return { fault: reading.fault, ...reading.values };
    case "ask-back":
      return [reading.text.replace("place.", ""), ...reading.ways.map(({ value }) => value)];
  }
}

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
  ["a large district", "kec talang kelapa", { fault: "which-village", district: "Talang Kelapa" }],
  [
    "a large district with its regency",
    "talang ubi, pali",
    { fault: "which-village", district: "Talang Ubi" },
  ],
  ["a regency", "Kabupaten Lahat", { fault: "which-district", regency: "Lahat" }],
  ["a regency in short", "oki", { fault: "which-district", regency: "Ogan Komering Ilir" }],
  ["a city", "plg", { fault: "which-district", regency: "Palembang" }],
  [
    "a regency that villages are named for",
    "muara enim",
    { fault: "which-district", regency: "Muara Enim" },
  ],
  ["a regency with a slip", "palenbang", { fault: "which-district", regency: "Palembang" }],
  ["the province", "sumsel", { fault: "unknown-place" }],
  ["not knowing", "dak tau", { fault: "unknown-place" }],
  ["digits", "30125", { fault: "unknown-place" }],
  ["a picture", "📍", { fault: "unknown-place" }],
  ["nothing", "", { fault: "unknown-place" }],
  ["a whole page", "Talang Putri ".repeat(20), { fault: "unknown-place" }],
  ["a village with a slip", "talng putri", ["meant", talangPutri, "not-listed"]],
  [
    "a village with a slip, in its district",
    "talang putry plaju",
    ["meant", talangPutri, "not-listed"],
  ],
  [
    "a village in another district",
    "Talang Putri, Kemuning",
    ["meant", talangPutri, "16.71.09", "not-listed"],
  ],
  ["a village in another regency", "Talang Putri, Banyuasin", ["meant", talangPutri, "not-listed"]],
  [
    "a name of a village and its district",
    "kertapati",
    ["meant", "16.71.13.1004", "16.71.13", "not-listed"],
  ],
  [
    "a name of a village and a district elsewhere",
    "talang kelapa",
    ["meant", "16.71.15.1003", "16.07.10", "not-listed"],
  ],
  [
    "a name of a village and a city elsewhere",
    "padang",
    ["meant", "16.04.26.2001", "not-listed", "outside"],
  ],
  [
    "a village beside a province elsewhere",
    "Sungai Rengit Jambi",
    ["meant", sungaiRengit, "not-listed", "outside"],
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

test("the villages of a small district are shown", () => {
  expect(place.read("kec. Plaju", about)).toMatchObject({
    kind: "ask-back",
    text: "place.in-district",
    values: { place: "Plaju" },
    ways: [
      { label: { text: "Plaju Ulu, Plaju, Palembang" } },
      { label: { text: "Plaju Darat, Plaju, Palembang" } },
      { label: { text: "Plaju Ilir, Plaju, Palembang" } },
      { label: { text: "Bagus Kuning, Plaju, Palembang" } },
      { label: { text: "Komperta, Plaju, Palembang" } },
      { value: talangPutri, takes: { code: talangPutri, village: "Talang Putri" } },
      { label: { text: "Talang Bubuk, Plaju, Palembang" } },
      { value: "not-listed", takes: { village: "kec. Plaju" } },
    ],
  });
});

/** The labels that are names, and where the ways that are read again lead. */
function ways(heard: string) {
  const reading = place.read(heard, about);
  return reading.kind === "ask-back" ? reading.ways : [];
}

test("of more than eight villages of one name the regency is asked first, then the village", () => {
  const [first] = ways("Suka Maju");
  expect(places.search("Suka Maju", about.words.places).villages).toHaveLength(11);
  expect(first).toMatchObject({
    value: "16.01",
    label: { text: "Kabupaten Ogan Komering Ulu" },
    rereads: "desa Sukamaju, kab Ogan Komering Ulu",
  });
  const leads = ways("Suka Maju").flatMap((way) =>
    "rereads" in way ? [told(place.read(way.rereads, about))] : [],
  );
  expect(leads.length).toBeGreaterThan(5);
  expect(leads.filter((lead) => typeof lead === "object" && "fault" in (lead as object))).toEqual(
    [],
  );
});

test("a village that is not in the district named: those of its regency, or another village there", () => {
  expect(ways("Sukamaju, Plaju")).toMatchObject([
    { label: { text: "Sukamaju, Sako, Palembang" } },
    {
      label: { key: "answers.place.elsewhere-in", values: { district: "Plaju" } },
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
  const village = place.read("sukamajo", about);
  expect(village).toMatchObject({ kind: "ask-back", text: "place.nearly" });
  const district = place.read("kikim selatar", about);
  expect(told(district)).toEqual({ fault: "which-village", district: "Kikim Selatan" });
  expect(told(place.read("kec penukaal utarra", about))).toEqual({
    fault: "which-village",
    district: "Penukal Utara",
  });
});
