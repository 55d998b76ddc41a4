/** Where somebody lives: village and district in one answer, found in the list, or a place outside the province. */

import type { Found } from "../../enrolment/place-search.ts";
import { plainText } from "../../enrolment/plain-text.ts";
import { agreementIn } from "./agreement.ts";
import { isUnknowing } from "./evasions.ts";
import type { About, Kind } from "./kind.ts";
import {
  askDistrict,
  askUnknown,
  askVillage,
  askWhich,
  askWhichDistrict,
  askWhichRegency,
  type PlaceReading,
  type PlaceValue,
  printedName,
  valueFor,
} from "./place-asking.ts";
import { wordsIn } from "./plain.ts";

/** Characters. */
const longest = 100;

export const place: Kind<PlaceValue> = {
  read: (heard, about) => {
    const text = plainText(heard);
    if (!/\p{L}{2}/u.test(text) || [...text].length > longest) return unknownPlace;
    // "Nanti bae" is not the village of Nanti Giri.
    if (isUnknowing(text, about.words)) return unknownPlace;
    const found = about.places.search(text, about.words.places);
    const isNamed = found.isSure || found.isOutside;
    return found.isEmpty || (!isNamed && saysNoPlace(text, about))
      ? unknownPlace
      : told(found, text, about);
  },
  print: (value, { places }) => {
    const village = places.villageByCode(value["code"] ?? "");
    return village === undefined ? Object.values(value).join(", ") : printedName(village);
  },
  parse: (saved, { places }) => {
    if (typeof saved !== "object" || saved === null) return undefined;
    const { code, village, outside } = saved as Readonly<Record<string, unknown>>;
    if (typeof code === "string") {
      const known = places.villageByCode(code);
      return known && valueFor(known);
    }
    if (isTyped(village)) return { village };
    return isTyped(outside) ? { outside } : undefined;
  },
};

const unknownPlace: PlaceReading = { kind: "misread", fault: "unknown-place" };

/** "iyo", "betul", "dusun", "di kampung": a yes, or words that lead nobody there. */
function saysNoPlace(text: string, { words }: About): boolean {
  const { anywhere } = words.evasions;
  return (
    agreementIn(text, words) !== undefined || wordsIn(text).every((word) => anywhere.includes(word))
  );
}

function told(found: Found, text: string, about: About): PlaceReading {
  const { villages, districts, regencies, besides, areas, isOutside } = found;
  const [village, ...others] = villages;
  const [district, ...more] = districts;
  // Who names a regency alone means it, though a village may have the same name.
  const isRegency = village === undefined && district === undefined;
  const [regency, ...alike] = isRegency ? new Set([...regencies, ...areas]) : regencies;
  if (regency !== undefined) {
    return alike.length > 0
      ? askWhichRegency([regency, ...alike], text, about)
      : askDistrict(regency, found, text, about);
  }
  if (village !== undefined) {
    const isOnlyOne = others.length + districts.length + besides.length + areas.length === 0;
    return isOnlyOne && found.isSure && !isOutside
      ? { kind: "understood", value: valueFor(village) }
      : askWhich(village, found, text, about);
  }
  if (district !== undefined) {
    return more.length > 0 || isOutside
      ? askWhichDistrict(found, text, about)
      : askVillage(district, found, text, about);
  }
  return isOutside ? { kind: "understood", value: { outside: text } } : askUnknown(text);
}

function isTyped(text: unknown): text is string {
  return typeof text === "string" && text !== "" && [...text].length <= longest;
}
