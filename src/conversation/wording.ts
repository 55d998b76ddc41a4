/**
 * Sentences in the person's language. Texts come from locales/<language>/*.yaml, are compiled once, and
 * throw on a missing key or variable: the house test and `flow check` find both before a person does.
 */
import { IntlMessageFormat } from "intl-messageformat";
import { type CalendarDate, type CalendarMonth, partsOf } from "../enrolment/calendar.ts";
import type { Values } from "./answers/kind.ts";

export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** Key → one text or several bubbles. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

export type Wording = {
  readonly has: (key: string) => boolean;
  /** One text. */
  readonly text: (key: string, values?: Values) => string;
  /** The bubbles of a key, in order; one for a single text. A bubble that comes out empty is left out. */
  readonly bubbles: (key: string, values?: Values) => readonly string[];
  /** "5 Maret 1980"; a bare year stays a year. */
  readonly date: (date: CalendarDate | string) => string;
  /** "Maret 2027" */
  readonly month: (month: CalendarMonth) => string;
};

/** Compiles the texts of one language. Throws with the key's name on a text that is not sound ICU. */
export function wordingOf(language: Language, texts: Texts): Wording {
  const compiled = new Map<string, readonly IntlMessageFormat[]>();
  for (const [key, text] of Object.entries(texts)) {
    compiled.set(
      key,
      [text].flat().map((part) => compile(part, language, key)),
    );
  }
  const bubbles = (key: string, values: Values = {}): readonly string[] => {
    const parts = compiled.get(key);
    if (parts === undefined) throw new Error(`missing text: ${language} ${key}`);
    return parts.map((part) => String(part.format(values)).trim()).filter((text) => text !== "");
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

function compile(text: string, language: Language, key: string): IntlMessageFormat {
  try {
    return new IntlMessageFormat(text, tags[language], {}, { ignoreTag: true });
  } catch (cause) {
    throw new Error(`unsound text: ${language} ${key}`, { cause });
  }
}
