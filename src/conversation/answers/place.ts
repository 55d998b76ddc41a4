/** Where somebody lives: village and district in one answer, found in the list, or a place outside the province. */
import {
  type District,
  type Region,
  shortName,
  type Village,
} from "../../enrolment/place-reading.ts";
import type { Found } from "../../enrolment/place-search.ts";
import { plainText } from "../../enrolment/plain-text.ts";
import type { About, Kind, Reading, WayOut } from "./kind.ts";

/** `{ code, village }`, `{ village }` as typed where the list does not have it, or `{ outside }` as typed. */
export type PlaceValue = Readonly<Record<string, string>>;

/** Characters. */
const longest = 100;
const mostWays = 8;
/** Districts with no more villages than this are shown whole. */
const mostVillages = 10;

export const place: Kind<PlaceValue> = {
  read: (heard, about) => {
    const text = plainText(heard);
    if (!/\p{L}{2}/u.test(text) || [...text].length > longest) return misread("unknown-place");
    const found = about.places.search(text, about.words.places);
    const { villages, districts, regencies, isOutside, isSure } = found;
    if (isOutside && villages.length === 0 && regencies.length === 0) {
      return { kind: "understood", value: { outside: text } };
    }
    const [regency] = regencies;
    // Who names a regency alone means it, though a village may have the same name.
    if (regency !== undefined) return misread("which-district", { regency: shortName(regency) });
    const [village, ...others] = villages;
    if (village === undefined) return withoutVillage(found, text, about);
    const isOnlyOne = others.length === 0 && districts.length === 0 && !isOutside;
    return isOnlyOne && isSure
      ? { kind: "understood", value: valueFor(village) }
      : which(found, village, text, about);
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

function isTyped(text: unknown): text is string {
  return typeof text === "string" && text !== "" && [...text].length <= longest;
}

function misread(fault: string, values?: Readonly<Record<string, string>>): Reading<PlaceValue> {
  return { kind: "misread", fault, ...(values && { values }) };
}

function valueFor({ code, name }: Village): PlaceValue {
  return { code, village: name };
}

/** "Sungai Rengit, Talang Kelapa, Banyuasin": reads back to the same village. */
function printedName({ name, district, regency }: Village): string {
  return `${name}, ${district.name}, ${shortName(regency)}`;
}

/** A district alone: its villages, where they can be shown; several districts: which; nothing at all: is it in Sumsel? */
function withoutVillage({ districts }: Found, text: string, about: About): Reading<PlaceValue> {
  const [district, ...others] = districts;
  if (district === undefined) {
    const { markers, fillers } = about.words.places;
    const province = [...fillers, ...Object.values(markers).flat()];
    const isEmpty = text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .every((word) => word === "" || province.includes(word));
    return isEmpty ? misread("unknown-place") : unknown(text);
  }
  if (others.length > 0) {
    const ways = districts.slice(0, mostWays).map((one) => inDistrict(one, about));
    return askBack("place.nearly", text, [...ways, notListed(text)]);
  }
  const villages = about.places.villagesOf(district.code);
  if (villages.length > mostVillages) return misread("which-village", { district: district.name });
  return askBack("place.in-district", district.name, [...villages.map(taking), notListed(text)]);
}

function which(found: Found, village: Village, text: string, about: About): Reading<PlaceValue> {
  const { districts, isNear, isOutside } = found;
  const villages = beside(found);
  const isMany = villages.length > mostWays;
  const ways = isMany
    ? regenciesOf(villages).map((one) => inRegency(village, one, about))
    : villages.map(taking);
  const key = villages.length === 1 ? "meant" : isNear ? "nearly" : "which";
  return askBack(`place.${key}`, village.name, [
    ...ways,
    ...districts.slice(0, mostWays).map((one) => inDistrict(one, about)),
    notListed(text),
    ...(isOutside ? [outside(text)] : []),
  ]);
}

/** Where a district is named as well, the villages of that name in its regency; of very many none. */
function beside({ villages, districts }: Found): readonly Village[] {
  const around = new Set(districts.map(({ regency }) => regency.code));
  const inside = villages.filter(({ regency }) => around.has(regency.code));
  if (inside.length > 0) return inside;
  return districts.length > 0 && villages.length > mostWays ? [] : villages;
}

function unknown(text: string): Reading<PlaceValue> {
  return askBack("place.unknown", text, [
    { value: "again", label: { key: "answers.place.again" }, again: true },
    { value: "not-listed", label: { key: "answers.place.not-listed" }, takes: { village: text } },
    outside(text),
  ]);
}

function askBack(text: string, place: string, ways: readonly WayOut[]): Reading<PlaceValue> {
  return { kind: "ask-back", text, values: { place }, ways };
}

function taking(village: Village): WayOut {
  return { value: village.code, label: { text: printedName(village) }, takes: valueFor(village) };
}

function regenciesOf(villages: readonly Village[]): readonly Region[] {
  return [...new Map(villages.map(({ regency }) => [regency.code, regency])).values()];
}

/** Of many villages of one name, those of a regency. */
function inRegency({ name }: Village, regency: Region, { words }: About): WayOut {
  const { villages, regencies } = words.places.markers;
  const rereads = `${villages[0]} ${name}, ${regencies[0]} ${shortName(regency)}`;
  return { value: regency.code, label: { text: regency.name }, rereads };
}

function inDistrict({ code, name, regency }: District, { words }: About): WayOut {
  const { districts, regencies } = words.places.markers;
  return {
    value: code,
    label: { key: "answers.place.elsewhere-in", values: { district: name } },
    rereads: `${districts[0]} ${name}, ${regencies[0]} ${shortName(regency)}`,
  };
}

function notListed(text: string): WayOut {
  return {
    value: "not-listed",
    label: { key: "answers.place.none-of-these" },
    takes: { village: text },
  };
}

function outside(text: string): WayOut {
  return { value: "outside", label: { key: "answers.place.outside" }, takes: { outside: text } };
}
