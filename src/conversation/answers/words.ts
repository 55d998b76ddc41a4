/** The vocabulary of one language, as read from locales/<language>/words/*.yaml: one file and one schema per subject. */
import { z } from "zod";

const phrase = z.string().min(1);

const agreementWords = z.strictObject({
  /** An unambiguous yes, fit for consent. */
  yes: z.array(phrase).min(1),
  /** Willing or content: a yes to a friendly question, not to consent (UU 27/2022 art. 22 wants it clear). */
  mild_yes: z.array(phrase),
  no: z.array(phrase).min(1),
  /** Not yet, wrong, none: a no to a friendly question; asked again when consent is asked. */
  mild_no: z.array(phrase),
  /** Never mind, whatever: neither yes nor no, though a word of it may be. */
  unclear: z.array(phrase),
  /** Forms of address, thanks, "I": they change nothing about a yes or no. */
  fillers: z.array(phrase),
});

const choiceWords = z.strictObject({
  /** Words before the number of a choice: number, choose, the. */
  lead_ins: z.array(phrase),
  /** First, one; second, two; … in order. */
  positions: z.array(z.array(phrase).min(1)),
});

const dateWords = z.strictObject({
  /** January to December; the first form of each is printed, the first three letters of it and more are read. */
  months: z.array(z.array(phrase).min(1)).length(12),
  /** Words before a day, a month, a year. */
  day: z.array(phrase),
  month: z.array(phrase),
  /** The first one is printed before a year that stands alone. */
  year: z.array(phrase).min(1),
  /** How old somebody is: what stands beside these is no date. */
  age: z.array(phrase),
  /** Words that may stand beside a year alone. */
  beside_year: z.array(phrase),
  /** Numbers in words, of one word each. */
  numbers: z.record(z.string(), z.int().min(0).max(99)),
  /** Eleven to nineteen, where they are said as a number and this word. */
  teen: z.array(phrase),
  /** Words that multiply what stands before them. */
  times: z.record(z.string(), z.union([z.literal(10), z.literal(100), z.literal(1000)])),
  /** One hundred and one thousand, where they are one word; joining words count as nothing. */
  hundreds: z.record(z.string(), z.union([z.literal(0), z.literal(100), z.literal(1000)])),
});

const nameWords = z.strictObject({
  /** What people put before their name: "my name is". */
  lead_ins: z.array(phrase),
});

const phoneWords = z.strictObject({
  /** To have, to own; with a no beside them there is no phone. */
  have: z.array(phrase),
  /** A telephone, in every word for it. */
  phone: z.array(phrase),
});

const numberWords = z.strictObject({
  /** What a unit multiplies by: ribu → 1000. */
  units: z.record(z.string(), z.int().positive()),
  /** A number and its unit in one word: sejuta → 1000000. */
  ones: z.record(z.string(), z.int().positive()),
  half: z.array(phrase),
  /** How long it takes to earn the amount. */
  per: z.strictObject({
    day: z.array(phrase),
    week: z.array(phrase),
    month: z.array(phrase),
    year: z.array(phrase),
    harvest: z.array(phrase),
  }),
  /** What a small number before them counts: days, times. */
  counted: z.array(phrase),
  /** It varies, it depends: no amount can be told. */
  unknown: z.array(phrase),
  /** Printed behind a monthly amount. */
  a_month: phrase,
});

const occupationWords = z.record(z.string().regex(/^[a-z-]+$/), z.array(phrase).min(1));

const placeWords = z.strictObject({
  markers: z.array(phrase),
  aliases: z.record(z.string(), phrase),
  numerals: z.record(z.string(), phrase),
  /** Provinces and well-known towns elsewhere. */
  outside: z.array(phrase),
});

export const wordsSchema = z.strictObject({
  agreement: agreementWords,
  choices: choiceWords,
  dates: dateWords,
  names: nameWords,
  numbers: numberWords,
  occupations: occupationWords,
  places: placeWords,
  phones: phoneWords,
});

export type Words = z.infer<typeof wordsSchema>;
