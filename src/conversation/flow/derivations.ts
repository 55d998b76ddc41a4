/** Named rules that find a datum from others, so that nobody is asked what is known already. */

import { type Nik, sexInNik } from "../../enrolment/nik.ts";
import type { Value } from "../answers/kind.ts";
import type { Material } from "../material.ts";
import type { Known } from "./flow.ts";

type Derivation = (known: Known, material: Material) => Value | undefined;

const record = (value: Value | undefined) => (typeof value === "object" ? value : undefined);

export const derivations = {
  /** Market traders belong to the market, home and online sellers to small business, whatever they sell. */
  "ecosystem-of-occupation": (known, material) => {
    const code = record(known("occupation"))?.["code"];
    const place = known("trade_place");
    if (place === "market") return "pasar";
    if (place === "home" || place === "online") return "ukm";
    return code === undefined ? undefined : material.occupations.ecosystemOf(code);
  },
  "sector-of-occupation": (known, material) => {
    const code = record(known("occupation"))?.["code"];
    return code === undefined ? undefined : material.occupations.sectorOf(code);
  },
  "regency-of-village": (known, material) => {
    const code = record(known("village"))?.["code"];
    return code === undefined ? undefined : material.places.villageByCode(code)?.regency.code;
  },
  "district-of-village": (known, material) => {
    const code = record(known("village"))?.["code"];
    return code === undefined ? undefined : material.places.villageByCode(code)?.district.code;
  },
  "branch-of-regency": (known, material) => {
    const regency = known("regency");
    return typeof regency === "string" ? material.branches[regency] : undefined;
  },
  /** Digits 7–8 of the NIK: the day of birth, with 40 added for women (PP 37/2007 art. 37). */
  "sex-of-nik": (known) => {
    const nik = known("nik");
    return typeof nik === "string" ? sexInNik(nik as Nik) : undefined;
  },
} satisfies Record<string, Derivation>;

/** What the named rule finds, or undefined. A name the table does not have is refused when the flow is loaded. */
export function derive(name: string, known: Known, material: Material): Value | undefined {
  return (derivations as Record<string, Derivation | undefined>)[name]?.(known, material);
}
