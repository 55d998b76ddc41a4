/**
 * NIK, the number of a person: place of first registration, birth date, serial (PP 37/2007 art. 37). There is no check
 * digit. The place may have ceased to exist and the date may be wrong in a genuine NIK: neither refuses it.
 */
import { type CalendarDate, calendarDate } from "./calendar.ts";
import { isDigitRun } from "./digit-run.ts";
import { plainText } from "./plain-text.ts";

declare const brand: unique symbol;

/** Sixteen digits in the structure of a NIK. Text, never a number: sixteen digits may pass 2^53. */
export type Nik = string & { readonly [brand]: "Nik" };

export type NikFault =
  | { readonly fault: "not-digits" }
  | { readonly fault: "wrong-length"; readonly count: number }
  /** All the same digit, or digits in a row: typed to get past the question. */
  | { readonly fault: "placeholder" }
  /** Sixteen digits that cannot be a NIK: often the number of the family card. */
  | { readonly fault: "impossible" };

export const nikLength = 16;

/** Reads a NIK that stands alone, with the spaces, dots and dashes people put into it. */
export function parseNik(typed: string): Nik | NikFault {
  const digits = plainText(typed).replace(/[\s.,_/:−‐-―-]/g, "");
  if (!/^[0-9]+$/.test(digits)) return { fault: "not-digits" };
  if (digits.length !== nikLength) return { fault: "wrong-length", count: digits.length };
  if (isDigitRun(digits)) return { fault: "placeholder" };
  if (!hasStructure(digits)) return { fault: "impossible" };
  return digits as Nik;
}

/**
 * The birth date inside. The century is not written in a NIK: it is the later one that does not put the birth after
 * `today`, so that everybody is under a hundred.
 */
export function birthDateInNik(nik: Nik, today: CalendarDate): CalendarDate {
  const { day, month, year } = birthParts(nik);
  return [2000, 1900]
    .flatMap((century) => calendarDate(century + year, month, day) ?? [])
    .reduce((later, earlier) => (later > today ? earlier : later));
}

/** 40 is added to a woman's day of birth. */
export function sexInNik(nik: Nik): "female" | "male" {
  return Number(nik.slice(6, 8)) > 40 ? "female" : "male";
}

/** Kemendagri codes of the place of first registration. It stays when people move, and after places are split. */
export function regionInNik(nik: Nik): {
  readonly province: string;
  readonly regency: string;
  readonly district: string;
} {
  const [province, regency, district] = [nik.slice(0, 2), nik.slice(2, 4), nik.slice(4, 6)];
  return {
    province,
    regency: `${province}.${regency}`,
    district: `${province}.${regency}.${district}`,
  };
}

/** The area for practice: no place has this code, so no NIK in it is anybody's. */
export function isForPractice(nik: Nik): boolean {
  return nik.startsWith("1699");
}

/** As shown to anyone: the first and last four digits. */
export function maskNik(nik: string): string {
  return `${nik.slice(0, 4)}••••••••${nik.slice(12)}`;
}

function hasStructure(digits: string): boolean {
  if (digits.endsWith("0000")) return false;
  const { day, month, year } = birthParts(digits);
  // Of two centuries 20yy has every day that 19yy has: 1900 was no leap year, 2000 was.
  return calendarDate(2000 + year, month, day) !== undefined;
}

function birthParts(digits: string): { day: number; month: number; year: number } {
  const day = Number(digits.slice(6, 8));
  return {
    day: day > 40 ? day - 40 : day,
    month: Number(digits.slice(8, 10)),
    year: Number(digits.slice(10, 12)),
  };
}
