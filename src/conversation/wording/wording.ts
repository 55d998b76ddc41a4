/**
 * Sentences in the person's language. Texts come from locales/<language>/*.yaml, are compiled once, and
 * throw on a missing key or variable: the house test and `flow check` find both before a person does.
 */
import { IntlMessageFormat } from "intl-messageformat";
import { type CalendarDate, type CalendarMonth, partsOf } from "../../enrolment/calendar.ts";
import type { Values } from "../answers/kind.ts";

export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** Key → one text or several bubbles. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

/** The variables of a text by name, worked out only when a text has them; undefined for what is not known. */
export type Lookup = (name: string) => string | number | undefined;

export type Wording = {
  readonly has: (key: string) => boolean;
  /** One text. */
  readonly text: (key: string, values?: Values | Lookup) => string;
  /** The bubbles of a key, in order; one for a single text. A bubble that comes out empty is left out. */
  readonly bubbles: (key: string, values?: Values | Lookup) => readonly string[];
  /** "5 Maret 1980"; a bare year stays a year. */
  readonly date: (date: CalendarDate | string) => string;
  /** "Maret 2027" */
  readonly month: (month: CalendarMonth) => string;
};

/** Compiles the texts of one language. Throws with the key's name on a text that is not sound ICU. */
export function wordingOf(language: Language, texts: Texts): Wording {
  const compiled = new Map(
    Object.entries(texts).map(([key, text]): [string, readonly Print[]] => [
      key,
      [text].flat().map((part) => compile(part, language, key)),
    ]),
  );
  const bubbles = (key: string, values: Values | Lookup = {}): readonly string[] => {
    const parts = compiled.get(key);
    if (parts === undefined) throw new Error(`missing text: ${language} ${key}`);
    const lookup = typeof values === "function" ? values : (name: string) => values[name];
    return parts.map((print) => print(lookup)).filter((text) => text !== "");
  };
  const monthNames = [...Array(12).keys()].map((month) =>
    new Intl.DateTimeFormat(tags[language], { month: "long", timeZone: "UTC" }).format(
      new Date(Date.UTC(2000, month, 15)),
    ),
  );
  const month = (month: CalendarMonth) =>
    `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
  return {
    has: (key) => compiled.has(key),
    text: (key, values) => bubbles(key, values).join("\n"),
    bubbles,
    date: (date) =>
      date.length < 10
        ? date
        : `${partsOf(date as CalendarDate).day} ${month(date.slice(0, 7) as CalendarMonth)}`,
    month,
  };
}

const tags = { id: "id-ID", en: "en-GB" } satisfies Record<Language, string>;

type Print = (lookup: Lookup) => string;
type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** What parts of a text are called in ICU's tree. */
const literal = 0;
const argument = 1;
const select = 5;

/** Variables and choices, which are nearly all there is, are printed here; what else ICU knows (plurals) by ICU. */
function compile(text: string, language: Language, key: string): Print {
  // In most texts nothing means anything to ICU.
  if (!/[{}']/.test(text)) {
    const trimmed = text.trim();
    return () => trimmed;
  }
  const printOf = (name: string, lookup: Lookup): string => {
    const value = lookup(name);
    if (value === undefined) throw new Error(`missing variable: ${language} ${key} {${name}}`);
    return String(value);
  };
  const printAll = (parts: readonly Part[]): Print => {
    const prints = parts.map(printOne);
    return (lookup) => prints.reduce((said, print) => said + print(lookup), "");
  };
  const printOne = (part: Part): Print => {
    if (part.type === literal) return () => part.value;
    if (part.type === argument) return (lookup) => printOf(part.value, lookup);
    if (part.type === select) {
      const ways = Object.entries(part.options);
      const prints = new Map(ways.map(([way, { value }]) => [way, printAll(value)]));
      const other = printAll(ways.flatMap(([way, { value }]) => (way === "other" ? value : [])));
      return (lookup) => (prints.get(printOf(part.value, lookup)) ?? other)(lookup);
    }
    const format = new IntlMessageFormat([part], tags[language]);
    return (lookup) => String(format.format(recordOf(lookup)));
  };
  const print = printAll(parse(text, language, key).getAst());
  return (lookup) => print(lookup).trim();
}

function recordOf(lookup: Lookup): Record<string, string | number> {
  return new Proxy(
    {},
    {
      has: (_, name) => lookup(String(name)) !== undefined,
      get: (_, name) => lookup(String(name)),
    },
  );
}

function parse(text: string, language: Language, key: string): IntlMessageFormat {
  try {
    return new IntlMessageFormat(text, tags[language], {}, { ignoreTag: true });
  } catch (cause) {
    throw new Error(`unsound text: ${language} ${key}`, { cause });
  }
}
