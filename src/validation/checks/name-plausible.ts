import { plainText } from "../../enrolment/plain-text.ts";
import type { Registration } from "../../enrolment/registration.ts";
import { thresholdsOf } from "../../enrolment/threshold.ts";
import { checkOf } from "./check.ts";

/**
 * A name that is hardly on a card. One word is a whole name, titles and marks belong to it, and short names exist: none of
 * these is a remark.
 */
export const namePlausible = checkOf(
  "name-plausible",
  {
    "name-has-digits": { level: "warning", about: "name" },
    "name-one-letter": { level: "warning", about: "name" },
    "name-of-nobody": { level: "warning", about: "name" },
    "name-of-something-else": { level: "warning", about: "name" },
    "name-very-long": { level: "note", about: "name" },
  },
  (registration, { rules, today }) => {
    const name = small(registration.name);
    const letters = name.match(/\p{L}/gu) ?? [];
    const nobodies = thresholdsOf(rules.thresholds, "name-nobody", today);
    const isNobody =
      isOneLetterAgain(letters) || nobodies.some(({ names }) => names.includes(name));
    const lengths = thresholdsOf(rules.thresholds, "name-length", today);
    const isLong = lengths.some(({ most }) => [...name].length > most);
    return {
      ...(/\p{N}/u.test(name) && { "name-has-digits": {} }),
      ...(letters.length < 2 && { "name-one-letter": {} }),
      ...(isNobody && { "name-of-nobody": {} }),
      ...(otherAnswers(registration).includes(name) && { "name-of-something-else": {} }),
      ...(isLong && { "name-very-long": {} }),
    };
  },
);

/** "aaaa". */
function isOneLetterAgain(letters: readonly string[]): boolean {
  return letters.length > 2 && new Set(letters).size === 1;
}

/** What was said of the work and the home. */
function otherAnswers({ occupation, address, village }: Registration): readonly string[] {
  return [occupation.said, occupation.code, address, ...Object.values(village)].map(small);
}

function small(text: string): string {
  return plainText(text).toLowerCase();
}
