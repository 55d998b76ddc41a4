/** What tells by its own shape what it is: a full date, a telephone number, a NIK, an amount of money with its unit. */
import { onceFor } from "../answers/once-for.ts";
import type { Words } from "../answers/words.ts";

export type Span = { readonly start: number; readonly end: number };

/** Named as the kinds that read them. */
export type Shape = "date" | "phone" | "nik" | "income";
export type Shaped = Span & { readonly shape: Shape };

/** In the order of the text. Whether such a day or number exists is not asked here. */
export function shapesIn(said: string, words: Words): readonly Shaped[] {
  const found: Shaped[] = [];
  let left = said;
  for (const [shape, pattern] of patternsOf(words)) {
    for (const { 0: row, index } of left.matchAll(pattern)) {
      found.push({ shape, start: index, end: index + row.length });
    }
    // What one shape has taken is no part of another.
    left = left.replace(pattern, (row) => "|".repeat(row.length));
  }
  return found.toSorted((one, other) => one.start - other.start);
}

/** The text with a comma for each date whose month is a word: its year is no part of the number behind it. */
export function withoutDates(text: string, words: Words): string {
  const dates = shapesIn(text, words).filter(
    ({ shape, start, end }) => shape === "date" && /\p{L}/u.test(text.slice(start, end)),
  );
  return dates.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)},${left.slice(end)}`,
    text,
  );
}

/** From the surest to what is left. */
const patternsOf = onceFor((words: Words): readonly (readonly [Shape, RegExp])[] => [
  ["date", datePattern(words)],
  ["phone", phonePattern],
  ["nik", /(?<!\d)[1-9]\d(?:[ .-]?\d){14}(?!\d)/g],
  ["income", amountPattern(words)],
]);

/** 08… in one row, or in two or three groups. */
const phonePattern =
  /(?<![\d+])(?:\+?62[ .-]?|0)8\d(?:\d{7,10}|\d?[ .-]\d{3,4}[ .-]\d{3,5}|\d{1,2}[ .-]\d{6,8})(?!\d)/g;

/** "5/3/1980", "5 maret 80", "tgl 5 bln 3 thn 80". */
function datePattern({ dates, numbers }: Words): RegExp {
  const months = dates.months.flatMap(([printed = "", ...forms]) => [
    ...[...Array(Math.max(0, printed.length - 2)).keys()].map((more) => printed.slice(0, more + 3)),
    ...forms,
  ]);
  const year = "(?:19|20)?\\d\\d";
  const day = "(?<![\\d/.,-])\\d{1,2}";
  const units = anyOf(Object.keys(numbers.units));
  // "5 maret 80 ribu" is no year.
  const ends = `(?![\\d/.-]*\\d| ?${units}${wordEnds})`;
  const inDigits = `${day}([-/.])\\d{1,2}\\1${year}`;
  const inWords = `${day}[ -]?(?:${anyOf(dates.month)} )?${anyOf(months)}[ -]?(?:${anyOf(dates.year)} ?)?${year}`;
  const marked = `${day} ${anyOf(dates.month)} \\d{1,2} ${anyOf(dates.year)} ${year}`;
  return new RegExp(`(?:${inDigits}|${inWords}|${marked})${ends}`, "giu");
}

/** "1,5 juta", "2-3 jt sebulan", "seratus ribu sehari", "100k", "Rp 2.000.000"; the time may come first. */
function amountPattern({ dates, numbers }: Words): RegExp {
  const names = (table: Readonly<Record<string, number>>, isFit: (value: number) => boolean) =>
    Object.entries(table).flatMap(([name, value]) => (isFit(value) ? [name] : []));
  const units = names(numbers.units, (value) => value > 1).filter((name) => name.length > 1);
  const digits = "\\d+(?:[.,]\\d+)*";
  const spoken = anyOf([
    ...Object.keys(dates.numbers),
    ...Object.keys(numbers.numbers),
    ...dates.teen,
    ...names(dates.times, (value) => value < 1000),
    ...names(dates.hundreds, (value) => value === 100),
    ...numbers.half,
  ]);
  const half = `(?: ${anyOf(numbers.half)}${wordEnds})?`;
  const number = `(?:(?:rp\\.? ?)?${digits}${half} ?|(?:${spoken} ){1,5})`;
  const more = `(?: ?\\d+(?:[.,]\\d+)*(?: ?${anyOf(units)})?(?![\\d\\p{L}]))`;
  const withUnit = `${number}${anyOf(units)}${wordEnds}${half}`;
  const one = `${anyOf(Object.keys(numbers.ones))}${wordEnds}${half}`;
  const grouped = `rp\\.? ?\\d{1,3}(?:[.,]\\d{3})+|\\d{1,3}(?:[.,]\\d{3}){2,}`;
  const glued = `\\d+k${wordEnds}`;
  const amount = `(?:${withUnit}|${one}|${grouped}|${glued})`;
  const range = `(?: ?${anyOf(numbers.range)} ?)`;
  const time = anyOf(
    [numbers.each, numbers.nouns].flatMap((periods) => Object.values(periods).flat()),
  );
  const per = `(?:${anyOf([...numbers.per, ...numbers.every, "/"])} ?)?${time}${wordEnds}`;
  const first = `(?:${per} )?(?:${digits}${range})?${amount}`;
  const whole = `${first}${more}?(?:${range}${amount})?(?: ?${per}){0,2}`;
  return new RegExp(`(?<![\\d.,\\p{L}])(?:${whole})(?!\\d)`, "giu");
}

const wordEnds = "(?!\\p{L})";

/** The longest first: a pattern takes the first that fits. */
function anyOf(words: readonly string[]): string {
  const escaped = [...new Set(words)]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return `(?:${escaped.join("|")})`;
}
