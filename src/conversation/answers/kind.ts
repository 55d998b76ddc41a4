/**
 * The contract of a kind of answer. Each kind is one file beside this one: it reads what a person wrote,
 * prints a value the way it is read back to the person, and parses a value that comes from a saved session.
 * A kind is pure: the day, the vocabulary and the lists come in through `About`.
 */
import type { CalendarDate } from "../../enrolment/calendar.ts";
import type { Places } from "../../enrolment/region.ts";
import type { Occupations } from "./occupation.ts";
import type { Words } from "./words.ts";

/** Values go to JSON and back unchanged. */
export type Value = string | number | { readonly [part: string]: string };

/** Figures and words put into a text. Amounts in rupiah and dates are already printed. */
export type Values = Readonly<Record<string, string | number>>;

/** One answer that can be tapped, or typed by its number, its label or something near it. */
export type Option = {
  readonly value: string;
  /** As shown, in the person's language, e.g. "✅ Ya, setuju". */
  readonly label: string;
};

/** What a reader may look at beside the text. */
export type About = {
  /** In Asia/Jakarta. */
  readonly today: CalendarDate;
  readonly words: Words;
  /** What stands on the screen now, in order; empty when the question has no buttons. */
  readonly options: readonly Option[];
  /** The list of choices that the options are of, where they are of one: people have other words for some. */
  readonly list?: string | undefined;
  readonly places: Places;
  readonly occupations: Occupations;
  /** In trial mode only NIK of the unused area 16.99 are taken. */
  readonly trial: boolean;
};

/** One way out of a question that a reader asks back. */
export type WayOut = {
  /** Stable; what a button sends. Unique among the ways out of one reading. */
  readonly value: string;
  /** Text key of the label, or the label itself when it is a proper name (a village, an amount, a date). */
  readonly label: { readonly key: string; readonly values?: Values } | { readonly text: string };
  /** Words that mean this way where they are all that is said: "bulan" for [Sebulan]. */
  readonly called?: readonly string[];
} & (
  | { readonly takes: Value }
  /** Reads this text in place of what was written, e.g. "500000 sehari". */
  | { readonly rereads: string }
  /** Asks the text `key`, puts the next thing heard in the place of `{}` and reads the whole. */
  | { readonly completes: string; readonly asks: string }
  /** Asks the question again. */
  | { readonly again: true }
);

export type Reading<V extends Value = Value> =
  | { readonly kind: "understood"; readonly value: V }
  /** More than one meaning, or a doubtful one: ask `text` (a key below `answers.`) and offer the ways out. */
  | {
      readonly kind: "ask-back";
      readonly text: string;
      readonly values: Values;
      readonly ways: readonly WayOut[];
      /** A part may still be told: what is heard next, and is none of the ways out, stands in the place of {}. */
      readonly completes?: string;
    }
  /**
   * Not an answer. `fault` is a key below `answers.<kind>.fault.`; it says what to do next, never blames. Where it is
   * firm, the same is said a second time: no example would help.
   */
  | {
      readonly kind: "misread";
      readonly fault: string;
      readonly values?: Values;
      readonly isFirm?: true;
    };

export type Kind<V extends Value = Value> = {
  /** What the person's words mean. Never throws, whatever the text. */
  readonly read: (heard: string, about: About) => Reading<V>;
  /** As read back to the person. For every value: `read(print(value))` understands the same value (except where the value is masked). */
  print(value: V, about: About): string;
  /** A saved value, or undefined when it is none (any more): then it is asked again. */
  readonly parse: (saved: unknown, about: Pick<About, "places" | "occupations">) => V | undefined;
};
