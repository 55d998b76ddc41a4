import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../../../src/conversation/answers/kind.ts";
import { occupation, occupationsFrom } from "../../../src/conversation/answers/occupation.ts";
import { aboutFor } from "../../about.ts";
import { occupationRows, occupations, places } from "../../lists.ts";
import { anyText } from "../../readings.ts";
import { wordsOf } from "../../words.ts";

const about = aboutFor({ occupations, places });
const english = aboutFor({ occupations, places, words: wordsOf("en") });

/** The code, a fault, or what is asked with the codes that can be taken. */
function told(reading: Reading): unknown {
  if (reading.kind === "misread") return { fault: reading.fault };
  if (reading.kind === "understood") return (reading.value as { code: string }).code;
  const codes = reading.ways.flatMap((way) =>
    "takes" in way ? [(way.takes as { code: string }).code] : [],
  );
  return [reading.text.replace("occupation.", ""), ...codes];
}

test.each([
  ["tapping rubber", "nyadap karet", "rubber-tapper"],
  ["tapping rubber, other words", "motong karet", "rubber-tapper"],
  ["tapping rubber, the old word", "nderes", "rubber-tapper"],
  ["rubber alone", "karet", "rubber-tapper"],
  ["rubber alone, politely", "karet pak", "rubber-tapper"],
  ["at a rubber garden, in a sentence", "saya kerja di kebun karet punya orang", "rubber-tapper"],
  ["selling rubber is not tapping it", "jual karet", "market-trader"],
  ["buying up rubber", "toke karet", "produce-buyer"],
  ["oil palm", "petani sawit", "palm-farmer"],
  ["a hand at the palm harvest", "buruh panen sawit", "farm-hand"],
  ["driving palm fruit", "sopir truk sawit", "driver"],
  ["coffee alone", "kopi", "coffee-farmer"],
  ["selling coffee", "jual kopi", "food-seller"],
  ["a coffee stall", "warung kopi", "food-seller"],
  ["a farmer of something", "petani jagung", "farmer"],
  ["rice", "nanam padi di sawah", "rice-farmer"],
  ["fishing", "nyari ikan", "fisher"],
  ["fishing in Palembang", "cari iwak", "fisher"],
  ["breeding fish", "ternak lele", "fish-farmer"],
  ["selling fish", "jualan ikan", "fish-seller"],
  ["selling fish at the market", "jual ikan di pasar", "fish-seller"],
  ["selling pempek", "jual pempek", "food-seller"],
  ["selling pempek in Palembang, at the market", "bejualan pempek di pasar", "food-seller"],
  ["selling chicken cooked", "jual ayam geprek", "food-seller"],
  ["selling at the market", "bejualan di pasar", "market-trader"],
  ["trading", "DAGANG", "market-trader"],
  ["selling vegetables", "tukang sayur", "vegetable-seller"],
  ["selling online", "jualan online", "online-seller"],
  ["a stall", "buka warung", "stall-owner"],
  ["a shop for building", "toko bangunan", "stall-owner"],
  ["driving people on a motorcycle", "ngojek", "motorcycle-taxi"],
  ["the same for an app", "ojol", "online-driver"],
  ["the same in two words", "tukang ojek online", "online-driver"],
  ["a pedicab", "narik becak", "pedicab-driver"],
  ["carrying", "kuli panggul", "porter"],
  ["carrying at a building site", "kuli bangunan", "builder"],
  ["whatever comes", "serabutan", "day-labourer"],
  ["labour alone", "buruh", "day-labourer"],
  ["sewing", "jahit", "tailor"],
  ["head of the neighbourhood, two letters", "rt", "neighbourhood-head"],
  ["teaching the Quran", "guru ngaji", "religious-teacher"],
  ["collecting scrap", "pengepul barang bekas", "scavenger"],
  ["three letters", "mua", "hairdresser"],
  ["two jobs", "ngojek sambil nyadap karet", ["main", "motorcycle-taxi", "rubber-tapper"]],
  [
    "two jobs, the other first",
    "nyadap karet, malam ngojek",
    ["main", "rubber-tapper", "motorcycle-taxi"],
  ],
  ["two crops", "petani karet dan sawit", ["main", "rubber-tapper", "palm-farmer"]],
  [
    "a job with a sale beside",
    "ngojek sama jualan gorengan",
    ["main", "motorcycle-taxi", "food-seller"],
  ],
  [
    "five jobs are asked as four",
    "ojol ngojek jahit pijat salon",
    ["main", "online-driver", "motorcycle-taxi", "tailor", "masseur"],
  ],
  ["a slip in one word", "nyadp karet", ["meant", "rubber-tapper", "other"]],
  ["a slip", "nelayn", ["meant", "fisher", "other"]],
  ["no space", "nyadapkaret", ["meant", "rubber-tapper", "other"]],
  ["a job that is not on the list", "ahli nujum", ["as-written", "other"]],
  ["a job like another in its first word only", "tukang roti", ["as-written", "other"]],
  ["a word as far from two jobs", "sawat", ["as-written", "other"]],
  ["a word that programs know", "constructor", ["as-written", "other"]],
  ["not knowing", "tidak tahu", { fault: "too-short" }],
  ["a yes", "iya", { fault: "too-short" }],
  ["a no", "dak", { fault: "too-short" }],
  ["a question", "apa itu JHT?", { fault: "too-short" }],
  ["having forgotten", "lupo", { fault: "too-short" }],
  ["an amount", "1,5 juta", { fault: "too-short" }],
  ["an amount by the day", "50rb sehari", { fault: "too-short" }],
  ["a job with a number", "jual 2 karung beras", "stall-owner"],
  ["another job with a number", "juru 2 kandang", ["as-written", "other"]],
  ["a date", "5 maret 1980", { fault: "too-short" }],
  ["a month and a day", "6 maret", { fault: "too-short" }],
  ["an age", "umur 45", { fault: "too-short" }],
  ["not that date", "bukan 5 maret 1980", { fault: "too-short" }],
  ["a month of something else", "panitia maret", ["as-written", "other"]],
  ["a letter again and again", "xxxx", { fault: "too-short" }],
  ["a row of the keyboard", "asdf", { fault: "too-short" }],
  ["the number of a button", "yang dua", { fault: "too-short" }],
  ["something pointed at", "yang itu pak", { fault: "too-short" }],
  ["a name", "Budi Santoso", { fault: "a-name" }],
  ["a name, as it is told", "nama saya Tukiyem", { fault: "a-name" }],
  ["a name with I before it", "saya Siti", { fault: "a-name" }],
  ["a hamlet", "dusun 2", { fault: "a-place" }],
  ["a street", "jalan Melati", { fault: "a-place" }],
  ["a village and its district", "Talang Putri, Plaju", { fault: "a-place" }],
  ["a district alone", "plaju", { fault: "a-place" }],
  ["a town", "Palembang", { fault: "a-place" }],
  ["a village, as such", "desa sungai rengit", { fault: "a-place" }],
  ["at the market", "di pasar", { fault: "a-place" }],
  ["at home", "di rumah bae", { fault: "a-place" }],
  ["at home, doing something", "di rumah njahit", "tailor"],
  ["a job that sounds like a village", "juru kunci", ["as-written", "other"]],
  ["two letters", "ab", { fault: "too-short" }],
  ["digits", "12345", { fault: "too-short" }],
  ["a picture", "🙏", { fault: "too-short" }],
  ["nothing", "", { fault: "too-short" }],
  ["a whole story", "nyadap karet ".repeat(10), { fault: "too-long" }],
])("occupation: %s", (_why, heard, expected) => {
  expect(told(occupation.read(heard, about))).toEqual(expected);
});

test.each([
  ["tapping rubber", "rubber tapper", "rubber-tapper"],
  ["in a sentence", "I sell vegetables at the market", "vegetable-seller"],
  ["the Indonesian word", "ojek", "motorcycle-taxi"],
  ["with a slip", "fishermn", ["meant", "fisher", "other"]],
])("occupation in English: %s", (_why, heard, expected) => {
  expect(told(occupation.read(heard, english))).toEqual(expected);
});

test("what was said is kept as it was written", () => {
  const reading = occupation.read("  Nyadap  Karet ", about);
  expect(reading).toEqual({
    kind: "understood",
    value: { code: "rubber-tapper", said: "Nyadap Karet" },
  });
});

test("a guess can be taken, asked again, or left as it was written", () => {
  expect(occupation.read("nyadp karet", about)).toEqual({
    kind: "ask-back",
    text: "occupation.meant",
    values: { guess: "nyadap karet" },
    ways: [
      {
        value: "yes",
        label: { key: "answers.occupation.yes" },
        takes: { code: "rubber-tapper", said: "nyadp karet" },
      },
      { value: "no", label: { key: "answers.occupation.no" }, again: true },
      {
        value: "other",
        label: { key: "answers.occupation.other" },
        takes: { code: "other", said: "nyadp karet" },
      },
    ],
  });
});

test.each([
  ["a job of the list", { code: "fisher", said: "nelayan" }, { code: "fisher", said: "nelayan" }],
  ["another job", { code: "other", said: "ahli nujum" }, { code: "other", said: "ahli nujum" }],
  ["a job that left the list", { code: "pilot", said: "pilot" }, undefined],
  ["no words", { code: "fisher", said: "" }, undefined],
  ["a whole story", { code: "fisher", said: "a".repeat(81) }, undefined],
  ["no code", { said: "nelayan" }, undefined],
  ["no said", { code: "fisher" }, undefined],
  ["a text", "fisher", undefined],
  ["nothing", null, undefined],
])("saved occupation: %s", (_why, saved, expected) => {
  expect(occupation.parse(saved, about)).toEqual(expected);
});

test("occupation: never throws; what it takes can be saved, and printed reads back to the same job", () => {
  const phrases = Object.values(about.words.occupations).flat();
  const typed = fc.array(fc.constantFrom(...phrases, "dan", "pak", "di pasar"), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        typed.map((list) => list.join(" ")),
      ),
      (heard) => {
        const reading = occupation.read(heard, about);
        if (reading.kind === "ask-back") {
          for (const way of reading.ways) {
            if ("takes" in way) expect(occupation.parse(way.takes, about)).toEqual(way.takes);
          }
        }
        if (reading.kind !== "understood") return;
        expect(occupation.parse(reading.value, about)).toEqual(reading.value);
        expect(occupation.read(occupation.print(reading.value, about), about)).toEqual(reading);
      },
    ),
    { numRuns: 500 },
  );
});

test("the list has the work of the four ecosystems; what is not on it belongs to none", () => {
  expect(occupationRows.length).toBeGreaterThanOrEqual(45);
  expect(new Set(occupationRows.map(({ ecosystem }) => ecosystem))).toEqual(
    new Set(["desa", "pasar", "ukm", "rentan"]),
  );
  expect(occupations.ecosystemOf("rubber-tapper")).toBe("desa");
  expect(occupations.sectorOf("motorcycle-taxi")).toBe("transport");
  expect(occupations.isTrader("market-trader")).toBe(true);
  expect(occupations.has("other")).toBe(true);
  expect(occupations.ecosystemOf("other")).toBeUndefined();
  expect(occupations.sectorOf("other")).toBe("other");
  expect(occupations.isTrader("other")).toBe(false);
});

test("a phrase may stand for any word of a job that is not there: then it stands for nothing", () => {
  const words = { ...about.words, occupations: { baker: ["<pilot> roti", "roti"] } };
  const row = { code: "baker", sector: "other" } as const;
  const one = aboutFor({ occupations: occupationsFrom([row]), words });
  expect(told(occupation.read("pilot roti", one))).toBe("baker");
  expect(occupationsFrom([row]).isTrader("baker")).toBe(false);
});

test.each(["id", "en"] as const)("no phrase stands for two jobs (%s)", (language) => {
  const all = Object.values(wordsOf(language).occupations).flatMap((list) => [...new Set(list)]);
  expect(all.filter((phrase, at) => all.indexOf(phrase) !== at)).toEqual([]);
});

test.each([
  ["id", about],
  ["en", english],
])("every phrase alone tells its own job (%s)", (_language, one) => {
  const lost = Object.entries(one.words.occupations).flatMap(([code, phrases]) =>
    phrases
      .map((phrase) => phrase.replace("=", ""))
      .map((phrase) =>
        phrase.replace(/<([a-z-]+)>/, (_, any) => `${one.words.occupations[any]?.[0]}`),
      )
      .filter((phrase) => told(occupation.read(phrase, one)) !== code),
  );
  expect(lost).toEqual([]);
});
