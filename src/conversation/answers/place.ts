/** Where somebody lives: village and district in one answer, found in the list, or a place outside the province. */
import { plainText } from "../../enrolment/plain-text.ts";
import type { Village } from "../../enrolment/region.ts";
import type { About, Kind, Reading, WayOut } from "./kind.ts";
import { wordsIn } from "./plain.ts";

/** `{ code, village }`, `{ village }` where the list does not have it, or `{ outside }`. */
export type PlaceValue = Readonly<Record<string, string>>;

const longest = 100;
const mostWays = 8;

export const place: Kind<PlaceValue> = {
  read: (heard, about) => {
    const text = plainText(heard);
    if (!/\p{L}{2}/u.test(text) || [...text].length > longest)
      return { kind: "misread", fault: "unknown-place" };
    const found = about.places.search(text, about.words.places);
    const outside = outsideIn(text, about);
    const [only, ...others] = outside === undefined || !found.isNear ? found.villages : [];
    // "Bandar Lampung" is whole; the village Bandar is only a part of it.
    if (outside === "whole") return { kind: "understood", value: { outside: text } };
    if (only !== undefined && others.length === 0 && !found.isNear)
      return { kind: "understood", value: valueOf(only) };
    if (only !== undefined)
      return which(found.villages, text, others.length === 0 ? "place.meant" : "place.which");
    if (outside !== undefined) return { kind: "understood", value: { outside: text } };
    const [district] = found.districts;
    if (district !== undefined) return villagesOf(district.code, district.name, text, about);
    const [regency] = found.regencies;
    if (regency !== undefined)
      return { kind: "misread", fault: "which-district", values: { regency: regency.name } };
    return {
      kind: "ask-back",
      text: "place.unknown",
      values: {},
      ways: [
        { value: "again", label: { key: "answers.place.again" }, again: true },
        {
          value: "not-listed",
          label: { key: "answers.place.not-listed" },
          takes: { village: text },
        },
        { value: "outside", label: { key: "answers.place.outside" }, takes: { outside: text } },
      ],
    };
  },
  print: (value, { places }) => {
    const village = places.villageByCode(value["code"] ?? "");
    if (village === undefined) return value["village"] ?? value["outside"] ?? "";
    return nameOf(village);
  },
  parse: (saved, { places }) => {
    if (typeof saved !== "object" || saved === null) return undefined;
    const { code, village, outside } = saved as Readonly<Record<string, unknown>>;
    if (typeof code === "string") {
      const known = places.villageByCode(code);
      return known && valueOf(known);
    }
    if (isName(village)) return { village };
    return isName(outside) ? { outside } : undefined;
  },
};

function isName(text: unknown): text is string {
  return typeof text === "string" && text !== "" && [...text].length <= longest;
}

function valueOf({ code, name }: Village): PlaceValue {
  return { code, village: name };
}

/** "Sungai Rengit, Talang Kelapa, Kabupaten Banyuasin": reads back to the same village. */
function nameOf({ name, district, regency }: Village): string {
  return `${name}, ${district.name}, ${regency.name.replace(/^(Kabupaten|Kota) /, "")}`;
}

function which(villages: readonly Village[], typed: string, text: string): Reading<PlaceValue> {
  const ways: readonly WayOut[] = villages.slice(0, mostWays).map((village) => ({
    value: village.code,
    label: { text: nameOf(village) },
    takes: valueOf(village),
  }));
  return {
    kind: "ask-back",
    text,
    values: { place: villages[0]?.name ?? typed },
    ways: [
      ...ways,
      {
        value: "not-listed",
        label: { key: "answers.place.none-of-these" },
        takes: { village: typed },
      },
    ],
  };
}

function villagesOf(
  code: string,
  name: string,
  typed: string,
  { places }: About,
): Reading<PlaceValue> {
  const villages = places.villagesOf(code);
  if (villages.length > mostWays + 2)
    return { kind: "misread", fault: "which-village", values: { district: name } };
  return which(villages, typed, "place.which");
}

/** Whether the text is the name of a place elsewhere, or has one in it. */
function outsideIn(text: string, { words }: About): "whole" | "part" | undefined {
  const { markers, outside } = words.places;
  const said = wordsIn(text)
    .filter((word) => !markers.includes(word))
    .join(" ");
  if (outside.includes(said)) return "whole";
  return outside.some((name) => ` ${said} `.includes(` ${name} `)) ? "part" : undefined;
}
