/** What a reader may look at, with everything a test does not care about filled in. */
import type { About } from "../src/conversation/answers/kind.ts";
import type { CalendarDate } from "../src/enrolment/calendar.ts";
import { wordsOf } from "./words.ts";

const indonesian = wordsOf("id");

export function aboutFor(part: Partial<About> = {}): About {
  return {
    today: "2026-11-25" as CalendarDate,
    words: indonesian,
    options: [],
    // Readers that look at places or occupations bring their own.
    places: {} as About["places"],
    occupations: {} as About["occupations"],
    trial: false,
    ...part,
  };
}
