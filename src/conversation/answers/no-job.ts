/**
 * What is told in the place of a job, and is none: a name, a place, the number of a button. Looked at only where no job
 * of the list is told; whatever else people write is taken for their work.
 */
import { plainText } from "../../enrolment/plain-text.ts";
import type { About } from "./kind.ts";
import { place } from "./place.ts";
import { plain, wordsIn } from "./plain.ts";
import { pointingOf, withoutLeadIns } from "./pointing.ts";
import type { Words } from "./words.ts";

/** The fault that says what to write instead; undefined where it may be a job. */
export function noJob(said: string, about: About): "a-name" | "a-place" | "too-short" | undefined {
  const { words } = about;
  if (isNumber(said, words)) return "too-short";
  if (isName(said, words)) return "a-name";
  return isOfAddress(said, words) || isPlace(said, about) ? "a-place" : undefined;
}

/** "yang dua", "itu". */
function isNumber(said: string, words: Words): boolean {
  const pointing = pointingOf(words);
  const isCount = (word: string) => pointing.cardinals.has(word) || pointing.ordinals.has(word);
  return withoutLeadIns(wordsIn(said), pointing).every(
    (word) => isCount(word) || /^\p{N}+$/u.test(word),
  );
}

/** "nama saya Budi", "Siti Aminah". */
function isName(said: string, { names, agreement }: Words): boolean {
  const leads = names.lead_ins.filter((lead) =>
    wordsIn(lead).some((word) => names.not_names.includes(word)),
  );
  const [first = ""] = wordsIn(said).filter((word) => !agreement.fillers.includes(word));
  return (
    names.given.includes(first) || leads.some((lead) => `${plain(said)} `.startsWith(`${lead} `))
  );
}

/** "dusun 2", "jalan Melati", "di rumah", "di pasar bae". */
function isOfAddress(said: string, { evasions, places, choices, agreement }: Words): boolean {
  const heard = wordsIn(said);
  const { markers } = places;
  const marks = [...evasions.streets, ...Object.values(markers).flat()];
  const known = [
    ...evasions.anywhere,
    ...agreement.fillers,
    ...Object.entries(choices.called).flatMap(([list, words]) =>
      list === "trade_place" ? Object.values(words).flat() : [],
    ),
  ];
  return (
    marks.includes(String(heard[0])) ||
    heard.every((word) => known.includes(word) || /^\p{N}+$/u.test(word))
  );
}

/** The name of a village, a district or a regency, as it stands in the list; not what is only like one. */
function isPlace(said: string, about: About): boolean {
  const reading = place.read(plainText(said), about);
  if (reading.kind !== "ask-back") return reading.kind === "understood";
  return !onlyLike.includes(reading.text);
}

const onlyLike: readonly string[] = ["place.unknown", "place.meant", "place.nearly"];
