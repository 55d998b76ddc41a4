/** The vocabulary of one language, as read from locales/<language>/words/*.yaml: one file and one schema per subject. */
import { z } from "zod";
import { askingWordsSchema } from "../questions/terms.ts";
import { toldWords } from "../told/told-words.ts";

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
  /** Words around the number or the name of a choice: choose, the. */
  lead_ins: z.array(phrase),
  /** Words before a number that make it the number of a button: number, no. */
  number_marks: z.array(phrase),
  /** What, how much, if, but: beside them nothing is taken for a name of a choice. */
  doubtful: z.array(phrase),
  /** Behind other words they make a question of them: "biso dak". */
  asking_ends: z.array(phrase),
  /** What may stand behind those: "dak yo". */
  softening_ends: z.array(phrase),
  /** First, second, … in order: always a button. */
  ordinals: z.array(z.array(phrase).min(1)),
  /** One, two, … in order: a button, or how many. */
  cardinals: z.array(z.array(phrase).min(1)),
  /**
   * By list and choice, what people say in place of the label. All words of a phrase must be said, in any order. "=bos"
   * is the whole answer, "# buruh" any number of them, "<jobs>" every occupation, "<jobs builder>" that one.
   */
  called: z.record(z.string(), z.record(z.string(), z.array(phrase).min(1))),
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
  /** Behind a number: the years from there on, "80an". */
  decade: z.array(phrase),
  /** Words that may stand beside a year alone. */
  beside_year: z.array(phrase),
  /** Numbers in words, of one word each. */
  numbers: z.record(z.string(), z.int().min(0).max(99)),
  /** Nought, as it is said where a long number is told digit by digit. */
  zero: z.array(phrase),
  /** Then, dash, space: between the digits of a number that is told. */
  joints: z.array(phrase),
  /** "Double": how often the digit behind it stands there. */
  repeats: z.record(z.string(), z.int().min(2).max(3)),
  /** Eleven to nineteen, where they are said as a number and this word. */
  teen: z.array(phrase),
  /** Words that multiply what stands before them. */
  times: z.record(z.string(), z.union([z.literal(10), z.literal(100), z.literal(1000)])),
  /** One hundred and one thousand, where they are one word; joining words count as nothing. */
  hundreds: z.record(z.string(), z.union([z.literal(0), z.literal(100), z.literal(1000)])),
});

const nameWords = z.strictObject({
  /** Already, the same, a man, a woman: alone they name nobody. */
  not_names: z.array(phrase),
  /** Names that are also a yes or a no. */
  also_names: z.array(phrase),
  /** What people put before their name: "my name is". */
  lead_ins: z.array(phrase),
  /** Given names that are common here: whoever begins with one tells no job. */
  given: z.array(phrase),
  /** Forms of address before a name, and politeness behind it, one word each: hardly on the card. */
  fronts: z.array(phrase),
  tails: z.array(phrase),
  /** Between two names. */
  joining: z.array(phrase),
  /** Words in a name that are written small. */
  small: z.array(phrase),
});

const phoneWords = z.strictObject({
  /** To have, to own; with a no beside them there is no phone. */
  have: z.array(phrase),
  /** A telephone, in every word for it. */
  phone: z.array(phrase),
});

const periods = z.strictObject({
  day: z.array(phrase).min(1),
  week: z.array(phrase).min(1),
  month: z.array(phrase).min(1),
  year: z.array(phrase).min(1),
  harvest: z.array(phrase).min(1),
});

const numberWords = z.strictObject({
  /** Numbers of one word, besides those of dates. */
  numbers: z.record(z.string(), z.int().min(0).max(999)),
  /** What a unit multiplies by: ribu → 1000. */
  units: z.record(z.string(), z.int().positive()),
  /** A number and its unit in one word: sejuta → 1000000. */
  ones: z.record(z.string(), z.int().positive()),
  /** Words of the market for sums of rupiah. Not everybody means the same by them: always asked back. */
  market: z.record(z.string(), z.int().positive()),
  half: z.array(phrase).min(1),
  /** The comma of a decimal number, as it is said: "satu koma lima". */
  comma: z.array(phrase),
  /** By the day, a month: the time an amount is for, in one word. */
  each: periods,
  /** Day, month, harvest: with a number before them they count, without one they are as above. */
  nouns: periods,
  /** Every day. */
  every: z.array(phrase),
  /** How many times. */
  times: z.array(phrase),
  /** Between two amounts: to, or, sometimes. */
  range: z.array(phrase),
  /** Less than, more than: the amount behind them is a bound, not what is earned. */
  bounds: z.array(phrase),
  /** Before what an amount is for: per. */
  per: z.array(phrase),
  /** What people count besides money: kilos, sacks, children. */
  things: z.array(phrase),
  /** One of them, in one word: "sekilo". */
  one_thing: z.array(phrase),
  /** A word for a price: beside things that are counted, the money is for one of them. */
  price: z.array(phrase),
  /** Times of the year when less or more is earned than usual. */
  seasons: z.array(phrase),
  /** Less than nothing. */
  loss: z.array(phrase),
  /** It varies, it depends, there is none: no amount can be told. */
  unknown: z.array(phrase),
  /** Enough, a little: no amount, where none stands beside it. */
  vague: z.array(phrase),
  /** Printed behind a monthly amount, and read back so. */
  a_month: phrase,
});

const evasionWords = z.strictObject({
  /** I do not know, I forgot, later: alone, or beside a no. */
  unknowing: z.array(phrase),
  /** What it is that they do not know. */
  about: z.array(phrase),
  /** The identity card. */
  card: z.array(phrase),
  /** The family card, whose number has sixteen digits as well. */
  family_card: z.array(phrase),
  /** What a NIK is called. */
  nik: z.array(phrase),
  /** The same as on, see: beside the card they say nothing that could be written down. */
  as_on_card: z.array(phrase),
  /** Lost, at home, being made: beside the card it is not there. */
  away: z.array(phrase),
  /** To have, to hold: with a no beside them the card is not there. */
  hold: z.array(phrase),
  /** Beside the card they say that it is wrong, not that it is away. */
  wrong: z.array(phrase),
  /** At home, the hamlet: words that lead nobody to an address. */
  anywhere: z.array(phrase),
  /** Hamlet, street, RT: whatever follows is a part of an address. */
  streets: z.array(phrase),
});

/**
 * By occupation, what people call it. All words of a phrase must be said, in any order. "=karet" is the whole answer:
 * inside a longer one the word says too little ("jual karet").
 */
const occupationNames = z.record(z.string().regex(/^[a-z-]+$/), z.array(phrase).min(1));

const placeWords = z.strictObject({
  /** Words before the name of a village, a district, a regency. */
  markers: z.strictObject({
    villages: z.array(phrase).min(1),
    districts: z.array(phrase).min(1),
    regencies: z.array(phrase).min(1),
  }),
  /** Words that say nothing about the place. */
  fillers: z.array(phrase),
  /** Words of somebody who does not know. */
  unknowing: z.array(phrase),
  /** Near, behind: what follows is a landmark. */
  beside: z.array(phrase),
  /** Short and other names, one word each, of regencies and of words in names. */
  aliases: z.record(z.string(), phrase),
  /** Parts of a regency that people name and the list does not have. */
  areas: z.record(z.string(), phrase),
  /** Names of regencies that are too long for a button, as people shorten them. */
  short: z.record(z.string(), phrase),
  /** Provinces and well-known towns elsewhere. */
  outside: z.array(phrase),
});

/** Of whoever asks what it would cost. Phrases of several words hold in their order. */
const calculatorWords = z.strictObject({
  /** The contribution, the price, in every word for it. */
  price: z.array(phrase).min(1),
  /** To pay: what it is that is paid, is not said yet. */
  pay: z.array(phrase).min(1),
  how_much: z.array(phrase).min(1),
  /** If, for example. */
  supposing: z.array(phrase).min(1),
  /** Wage, income, to earn: beside these an amount is an income. */
  earning: z.array(phrase).min(1),
  /** Before or after a time for how often something is earned: "3 bulan sekali". */
  often: z.array(phrase),
  /** Before the time that is paid for. */
  lasting: z.array(phrase),
  /** The old-age savings. */
  savings: z.array(phrase).min(1),
  /** With them and without them, a word or two before. */
  with: z.array(phrase),
  without: z.array(phrase),
  only_two: z.array(phrase),
  all_three: z.array(phrase),
  /** What else money is about: where one of these is said, nothing is calculated. */
  elsewhere: z.array(phrase),
  /** They change nothing about what is asked. */
  fillers: z.array(phrase),
});

export const wordsSchema = z.strictObject({
  asking: askingWordsSchema,
  agreement: agreementWords,
  calculator: calculatorWords,
  choices: choiceWords,
  dates: dateWords,
  evasions: evasionWords,
  names: nameWords,
  numbers: numberWords,
  occupations: occupationNames,
  places: placeWords,
  phones: phoneWords,
  told: toldWords,
});

export type Words = z.infer<typeof wordsSchema>;
