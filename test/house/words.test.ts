/** How the bot speaks to applicants, as far as a machine can hear it. */
import { expect, test } from "vitest";
import { type Bubble, bubblesIn, languages, said } from "./locales.ts";

/** Files whose texts an applicant reads in the talk. */
const spoken = [
  "answers",
  "calculator",
  "choices",
  "conversation",
  "enrolment",
  "explain",
  "status",
];
/** Files whose texts are labels of buttons. */
const labels = ["choices"];

const most = { characters: 240, sentences: 2, questions: 1, label: 20, labelInList: 24 };
/** Lists of `choices.yaml` that are not buttons but parts of a sentence. */
const notButtons = ["choices.paying", "choices.programs-read", "choices.sex"];

/** In words to applicants never, whoever reads them has to look them up (or it is not true, or it hurts). */
const banned: Readonly<Record<string, readonly [string, RegExp][]>> = {
  id: [
    [
      "jargon",
      /\b(submit|verifikasi|validasi|data pribadi|kepesertaan|ekosistem|segmen|BPU|nominal|periode|NIK ganda|format|sistem|klik)\b/iu,
    ],
    [
      "says of a person what only the agency can say",
      /\b(terdaftar|diterima|disetujui|aktif|resmi|pasti|dijamin)\b/iu,
    ],
    ["blames", /\b(salah(?! satu)|tidak valid|gagal)\b/iu],
    ["a stranger's form of address", /\b(kak|anda|sobat|yth)\b/iu],
    ["calls somebody poor, or frightens", /\b(miskin|tidak mampu|menderita)\b/iu],
  ],
  en: [
    [
      "jargon",
      /\b(submit|verif\w+|validat\w+|personal data|membership|ecosystem|segment|BPU|nominal|format|system|click)\b/iu,
    ],
    [
      "says of a person what only the agency can say",
      /\b(registered|approved|active|official|guaranteed|certainly)\b/iu,
    ],
    ["blames", /\b(wrong|invalid|fail(?:ed|ure)?)\b/iu],
    ["calls somebody poor, or frightens", /\b(poor|suffer\w*)\b/iu],
  ],
};

type Spared = { readonly words: RegExp; readonly why: string; readonly keys?: RegExp };

/** What may be said all the same, and why. */
const allowed: readonly Spared[] = [
  { words: /Undang-Undang Pelindungan Data Pribadi|law on personal data/g, why: "the law" },
  { words: /Something is wrong/g, why: "said by the person", keys: /^choices\.confirm\.no$/ },
];

/** Figures that are no figures, and why. */
const figures: readonly Spared[] = [
  { words: /\b175\b/g, why: "the agency's telephone number" },
  { words: /\b1[12]9\b/g, why: "telephone numbers for who is in despair or beaten" },
  { words: /\b16[ -](?:angka|digits?)\b|\ba NIK has 16\b/g, why: "the length of a NIK" },
  { words: /\b16\.99\b/g, why: "the unused area of the trial" },
  { words: /\b1699[ \d•]{10,}\d/g, why: "how a NIK is written" },
  {
    words: /\b(?:\d{1,2} (?:Maret|March) )?1980\b|\b\d\d-\d\d-1980\b/g,
    why: "how a date is written",
  },
  {
    words: /\d+(?:[.,]\d+)? (?:juta|ribu|million|thousand)\b|\bRp ?\d[\d.,]*/g,
    why: "how an amount is written",
    keys: /^(?:answers|enrolment)\.income\./,
  },
  { words: /\b0812[\d -]*|(?:mulai|begins? with) 08\b/g, why: "how a telephone number is written" },
  { words: /\bDusun 2 RT 3\b/g, why: "how an address is written" },
  { words: /(?:misalnya|ketik|example|type) \d+\b/g, why: "a number to type" },
  {
    words: /^\d+ (?=\S)/gm,
    why: "a line of the read-back",
    keys: /^conversation\.summary$/,
  },
  {
    words: /\b(?:Nomor|Number) 1\b/g,
    why: "a line of the read-back",
    keys: /^conversation\.line-or-send$/,
  },
  {
    words: /^\d+(?= )|(?<=tiap |every )\d+(?= )/g,
    why: "months, as the choice's value says",
    keys: /^choices\.(?:period|paying)\.\d+$/,
  },
  { words: /\b31\b/g, why: "no month is longer", keys: /^answers\.income\.fault\.no-such-days$/ },
];

const isSpoken = ({ key }: Bubble) => spoken.includes(key.split(".")[0] ?? "");
const isLabel = ({ key }: Bubble) => labels.includes(key.split(".")[0] ?? "");

type Rule = (bubbles: readonly Bubble[]) => readonly string[];

/** Applies a rule to every way a bubble can be said. */
const eachWay =
  (fault: (way: string, bubble: Bubble) => string | undefined): Rule =>
  (bubbles) =>
    bubbles.filter(isSpoken).flatMap((bubble) =>
      bubble.ways.flatMap((way) => {
        const found = fault(way, bubble);
        return found === undefined ? [] : [`${bubble.language} ${bubble.key}: ${found}: ${way}`];
      }),
    );

const tooLong = eachWay((way) =>
  lengthOf(way) > most.characters ? `${lengthOf(way)} characters` : undefined,
);

const tooMuch = eachWay((way) => {
  const sentences = way.match(/[.?!](?=\s|$)/g)?.length ?? 0;
  return sentences > most.sentences ? `${sentences} sentences` : undefined;
});

const twoQuestions = eachWay((way) => {
  // The same question in two languages is one question.
  const questions = way.split(" / ")[0]?.match(/\?/g)?.length ?? 0;
  return questions > most.questions ? `${questions} questions` : undefined;
});

const loud = eachWay((way) => (way.includes("!") ? "an exclamation mark" : undefined));

const strangeSigns = eachWay((way) => way.match(/(?![✅❌🙋–…•])\p{Extended_Pictographic}/u)?.[0]);

const badWords = eachWay((way, bubble) => {
  const rest = without(way, bubble, allowed);
  const found = banned[bubble.language]?.find(([, words]) => words.test(rest));
  return found && `${found[0]}, ${found[1].exec(rest)?.[0]}`;
});

/** Words of secrets, and what must stand beside them: that nobody is to ask for them or give them away. */
const secrets =
  /\b(?:OTP|PIN|password|kata sandi|kode (?:dari )?SMS|codes? (?:from|in) (?:an |their )?SMS)\b/iu;
const warning = /\b(?:jangan|tidak pernah|do not (?:ask|give)|never ask|(?:don't|do not) give)\b/iu;

const secretsAsked = eachWay((way) => (warning.test(way) ? undefined : secrets.exec(way)?.[0]));

/** A figure comes from a rule table or a setting, never from the sentence. */
const typedFigures = eachWay(
  (way, bubble) =>
    without(way, bubble, figures)
      .replace(/\{[^}]*\}/g, "")
      .match(/\d+/)?.[0],
);

const longLabels: Rule = (bubbles) =>
  bubbles.filter(isLabel).flatMap(({ language, key, ways }) => {
    const list = key.split(".").slice(0, 2).join(".");
    if (notButtons.includes(list)) return [];
    const size = bubbles.filter(
      (other) => other.language === language && other.key.startsWith(`${list}.`),
    ).length;
    const limit = size <= 3 ? most.label : most.labelInList;
    return ways
      .filter((way) => lengthOf(way) > limit)
      .map((way) => `${language} ${key}: ${lengthOf(way)}: ${way}`);
  });

/** As long as it gets: an amount is up to "Rp 9.999.999", a name or place up to as long as its variable's own name. */
function lengthOf(way: string): number {
  return [...way.replace(/\{sum_\d+\}/g, "Rp 9.999.999")].length;
}

function without(way: string, { key }: Bubble, spared: readonly Spared[]): string {
  return spared
    .filter(({ keys }) => keys?.test(key) ?? true)
    .reduce((rest, { words }) => rest.replace(words, " "), way);
}

test("there are texts in every language", () => {
  for (const language of languages)
    expect(bubblesIn(language).filter(isSpoken).length).toBeGreaterThan(100);
});

test.each([
  ["at most 240 characters", tooLong],
  ["at most two sentences", tooMuch],
  ["at most one question", twoQuestions],
  ["no exclamation mark", loud],
  ["three signs and no others", strangeSigns],
  ["no word that blames, promises or needs looking up", badWords],
  ["no figure typed into a sentence", typedFigures],
  ["a PIN or a code only in a warning", secretsAsked],
  ["labels fit on their buttons", longLabels],
])("to applicants: %s", (_rule, rule) => {
  expect(rule(said)).toEqual([]);
});

test.each([
  ["a long text", tooLong, "conversation.x", `${"kata ".repeat(60)}.`],
  [
    "a long branch of a text",
    tooLong,
    "conversation.x",
    `{a, select, yes {${"kata ".repeat(60)}} other {ya}}`,
  ],
  ["three sentences", tooMuch, "enrolment.x.ask", "Satu. Dua. Tiga?"],
  ["two questions", twoQuestions, "enrolment.x.ask", "Siapa? Di mana?"],
  ["an exclamation mark", loud, "status.x", "Selamat!"],
  ["another sign", strangeSigns, "status.x", "Selamat 🎉"],
  ["jargon", badWords, "enrolment.x.ask", "Silakan verifikasi datanya."],
  ["a promise", badWords, "status.x", "Bapak/Ibu sudah terdaftar."],
  ["blame", badWords, "answers.x.fault.y", "NIK-nya salah."],
  [
    "a code that is asked for",
    secretsAsked,
    "enrolment.x.ask",
    "Kirim kode dari SMS tadi ke sini.",
  ],
  ["a date", typedFigures, "explain.x", "Berlaku sampai 2027."],
  ["an amount", typedFigures, "explain.x", "Iurannya Rp 16.800 sebulan."],
  ["an age", typedFigures, "explain.x", "Umur paling tinggi 65 tahun."],
  ["a long label", longLabels, "choices.x.y", "Ya, saya setuju dengan semua"],
])("found when planted: %s", (_what, rule, key, text) => {
  const [file = "", ...rest] = key.split(".");
  const path = `locales/id/${file}.yaml`;
  const nested = rest.reduceRight<unknown>((inner, part) => ({ [part]: inner }), text);
  const bubbles = bubblesIn("id", [{ path, text: JSON.stringify(nested) }]);
  expect(rule(bubbles)).toHaveLength(1);
});

test.each([...allowed, ...figures])("still needed: $why, $words", ({ words, keys }) => {
  const texts = said.filter(({ key }) => keys?.test(key) ?? true).flatMap(({ ways }) => ways);
  expect(texts.filter((way) => way.search(words) >= 0)).not.toEqual([]);
});
