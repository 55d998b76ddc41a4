/**
 * Places of Sumatera Selatan: regencies, districts and villages by their Kemendagri codes (those of a NIK).
 * The list is flows/places/sumsel.json; how a place is found in what people write is in place-search.ts.
 */
import { z } from "zod";
import type { District, Region, Village } from "./place-index.ts";
import { type Found, placeSearch } from "./place-search.ts";
import type { PlaceWords } from "./place-words.ts";

const names = z.record(z.string().regex(/^16(\.\d{2}){1,2}(\.\d{4})?$/), z.string().min(1));

/** flows/places/sumsel.json: code → name. */
export const placesSchema = z.strictObject({
  /** Where the list comes from and under which licence. */
  credit: z.string().min(1),
  regencies: names,
  districts: names,
  villages: names,
});

export type PlacesData = z.infer<typeof placesSchema>;

export type Places = {
  readonly regencies: readonly Region[];
  readonly districtsOf: (regencyCode: string) => readonly Region[];
  readonly districtByCode: (code: string) => District | undefined;
  readonly villagesOf: (districtCode: string) => readonly Village[];
  readonly villageByCode: (code: string) => Village | undefined;
  /** What a text may mean, best first. */
  readonly search: (text: string, words: PlaceWords) => Found;
};

/** Throws when a district or village lies in something that is not listed. */
export function placesFrom(data: PlacesData): Places {
  const regencies = Object.entries(data.regencies).map(([code, name]) => ({ code, name }));
  const regencyOf = new Map(regencies.map((regency) => [regency.code, regency]));
  const districts = Object.entries(data.districts).map(([code, name]) => ({
    code,
    name,
    regency: known(regencyOf, code.slice(0, 5)),
  }));
  const districtOf = new Map(districts.map((district) => [district.code, district]));
  const villages = Object.entries(data.villages).map(([code, name]) => {
    const { regency, ...district } = known(districtOf, code.slice(0, 8));
    return { code, name, district, regency };
  });
  const villageOf = new Map(villages.map((village) => [village.code, village]));
  return {
    regencies,
    districtsOf: (code) => districts.filter(({ regency }) => regency.code === code),
    districtByCode: (code) => districtOf.get(code),
    villagesOf: (code) => villages.filter(({ district }) => district.code === code),
    villageByCode: (code) => villageOf.get(code),
    search: placeSearch({ regencies, districts, villages }),
  };
}

function known<Place>(map: ReadonlyMap<string, Place>, code: string): Place {
  const place = map.get(code);
  if (place === undefined) throw new Error(`places: ${code} is named but not listed`);
  return place;
}
