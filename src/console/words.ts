/** The words of the console in the reader's language, and instants as people in Palembang read them. */
import type { Wording } from "../conversation/wording/wording.ts";
import { todayIn } from "../enrolment/calendar.ts";
import type { Language } from "../web/language.ts";

export type Words = {
  readonly language: Language;
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly has: (key: string) => boolean;
  /** Any text of the locales. */
  readonly wording: Wording;
  /** "1 Desember 2026 09:05" */
  readonly time: (instant: string) => string;
};

export function wordsOf(wording: Wording, language: Language): Words {
  return {
    language,
    wording,
    say: (key, values) => wording.text(`console.${key}`, values),
    has: (key) => wording.has(`console.${key}`),
    time: (instant) => `${wording.date(todayIn(instant))} ${clock.format(new Date(instant))}`,
  };
}

const clock = new Intl.DateTimeFormat("en-GB", {
  ...{ hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Jakarta" },
});
