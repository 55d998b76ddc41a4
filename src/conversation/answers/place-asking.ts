/** What is asked back of a place: which of several, is it this one, and what is still missing. */
import {
  type District,
  type Region,
  shortName,
  type Village,
} from "../../enrolment/place-index.ts";
import { comparable } from "../../enrolment/place-name.ts";
import type { Found } from "../../enrolment/place-search.ts";
import type { About, Reading, WayOut } from "./kind.ts";

/** `{ code, village }`, `{ village }` as typed where the list does not have it, or `{ outside }` as typed. */
export type PlaceValue = Readonly<Record<string, string>>;
export type PlaceReading = Reading<PlaceValue>;

/** With the ways beside them (another place, outside) no more than the ten rows that a list may have. */
const mostWays = 7;
const mostVillages = 9;

export function valueFor({ code, name }: Village): PlaceValue {
  return { code, village: name };
}

/** "Sungai Rengit, Talang Kelapa, Banyuasin": reads back to the same village. */
export function printedName({ name, district, regency }: Village): string {
  return `${name}, ${district.name}, ${shortName(regency)}`;
}

/** Nothing on the list: is it written otherwise, or is it not in Sumsel? */
export function askUnknown(text: string): PlaceReading {
  return askBack("unknown", text, [
    { value: "again", label: { key: "answers.place.again" }, again: true },
    { value: "not-listed", label: { key: "answers.place.not-listed" }, takes: { village: text } },
    outside(text),
  ]);
}

/** A regency alone: its districts are too many for buttons, so village and district are written. */
export function askDistrict(
  regency: Region,
  { hasMore }: Found,
  text: string,
  { words }: About,
): PlaceReading {
  if (hasMore) return askUnknown(text);
  const name = shortName(regency);
  return askMore("which-district", name, `{}, ${words.places.markers.regencies[0]} ${name}`);
}

/** A word of several regencies: "ogan". */
export function askWhichRegency(
  regencies: readonly Region[],
  text: string,
  about: About,
): PlaceReading {
  const ways = regencies.map((regency) => inRegency(regency, about));
  return askBack("nearly", text, [...ways, noneOfThese(text)]);
}

/** A district alone: its villages where they can be shown. */
export function askVillage(
  district: District,
  { hasMore }: Found,
  text: string,
  about: About,
): PlaceReading {
  const villages = about.places.villagesOf(district.code);
  const name = `${district.name}, ${shortName(district.regency)}`;
  if (villages.length <= mostVillages) {
    const ways = villages.map((village) => taking(village, village.name));
    return askBack("in-district", name, [...ways, noneOfThese(text)]);
  }
  return hasMore
    ? askUnknown(text)
    : askMore("which-village", name, `{}, ${inFull(district, about)}`);
}

/** Several districts, or one that may be elsewhere. */
export function askWhichDistrict(found: Found, text: string, about: About): PlaceReading {
  const { districts, isOutside } = found;
  if (districts.length > mostWays) return askMore("too-many", text, `${text}, {}`);
  return askBack("nearly", text, [
    ...districts.map((district) => inDistrict(district, "district", about)),
    noneOfThese(text),
    ...(isOutside ? [outside(text)] : []),
  ]);
}

/** One village that may be meant, or several. */
export function askWhich(village: Village, found: Found, text: string, about: About): PlaceReading {
  const villages = beside(found);
  const districts = [...found.districts, ...found.besides];
  const isOneName = areAlike(villages);
  const isWhich = isOneName && !found.isNear && found.besides.length === 0;
  if (villages.length + districts.length + found.areas.length > mostWays) {
    const { markers } = about.words.places;
    const named = isOneName ? `${markers.villages[0]} ${village.name}` : text;
    return askMore("too-many", isOneName ? village.name : text, `${named}, {}`);
  }
  const more = [
    ...districts.map((one) => {
      const isAround = villages.some(({ district }) => district.code === one.code);
      return inDistrict(one, isAround ? "elsewhere-in" : "district", about);
    }),
    ...found.areas.map((area) => inRegency(area, about)),
  ];
  const elsewhere = found.isOutside ? [outside(text)] : [];
  const [only, ...others] = villages;
  if (only !== undefined && others.length + more.length === 0) {
    const yes: WayOut = {
      value: "yes",
      label: { key: "answers.place.yes" },
      takes: valueFor(only),
    };
    return askBack("meant", printedName(only), [yes, notThis(text), ...elsewhere]);
  }
  const ways = villages.map((one) => taking(one, isWhich ? inShort(one, about) : printedName(one)));
  const all = [...ways, ...more, noneOfThese(text), ...elsewhere];
  if (!isWhich) return askBack("nearly", text, all);
  // Of several villages "yang di oku" is read behind the name; of a village and its district "yang kelurahan" before it.
  const completes =
    others.length === 0
      ? `{} ${village.name}`
      : `${about.words.places.markers.villages[0]} ${village.name}, {}`;
  return { ...askBack("which", village.name, all), completes };
}

/** Of one name, however it is written: "Suka Maju" and "Sukamaju". */
function areAlike(villages: readonly Village[]): boolean {
  return new Set(villages.map(({ name }) => comparable(name))).size === 1;
}

/** Where a district is named besides, the villages of that name in its regency; of very many none. */
function beside({ villages, besides }: Found): readonly Village[] {
  const around = new Set(besides.map(({ regency }) => regency.code));
  const inside = villages.filter(({ regency }) => around.has(regency.code));
  if (inside.length > 0) return inside;
  return besides.length > 0 && villages.length > mostWays ? [] : villages;
}

type AskBack = PlaceReading & { readonly kind: "ask-back" };

function askBack(text: string, place: string, ways: readonly WayOut[]): AskBack {
  return { kind: "ask-back", text: `place.${text}`, values: { place }, ways };
}

/** What is written next stands in the place of {}. */
function askMore(text: string, place: string, completes: string): PlaceReading {
  return { kind: "ask-back", text: `place.${text}`, values: { place }, ways: [], completes };
}

function taking(village: Village, label: string): WayOut {
  return { value: village.code, label: { text: label }, takes: valueFor(village) };
}

/** District and regency, as they fit on a button: "Lengkiti, OKU". */
function inShort({ district, regency }: Village, about: About): string {
  return `${district.name}, ${shortest(regency, about)}`;
}

function shortest(regency: Region, { words }: About): string {
  const name = shortName(regency);
  return words.places.short[name] ?? name;
}

/** "kec Plaju, kab Palembang" reads back to the district. */
function inFull({ name, regency }: District, { words }: About): string {
  const { districts, regencies } = words.places.markers;
  return `${districts[0]} ${name}, ${regencies[0]} ${shortName(regency)}`;
}

function inDistrict(district: District, label: "district" | "elsewhere-in", about: About): WayOut {
  const values = { district: district.name, regency: shortest(district.regency, about) };
  return {
    value: district.code,
    label: { key: `answers.place.${label}`, values },
    rereads: inFull(district, about),
  };
}

function inRegency(regency: Region, about: About): WayOut {
  const rereads = `${about.words.places.markers.regencies[0]} ${shortName(regency)}`;
  return { value: regency.code, label: { text: shortest(regency, about) }, rereads };
}

function notThis(text: string): WayOut {
  return {
    value: "not-listed",
    label: { key: "answers.place.not-this" },
    takes: { village: text },
  };
}

function noneOfThese(text: string): WayOut {
  return {
    value: "not-listed",
    label: { key: "answers.place.none-of-these" },
    takes: { village: text },
  };
}

function outside(text: string): WayOut {
  return { value: "outside", label: { key: "answers.place.outside" }, takes: { outside: text } };
}
