/** A datum of a registration in words, for whoever reads it beside others: not as a sentence to the person. */
import { printedName } from "../conversation/answers/place-asking.ts";
import type { Material } from "../conversation/material.ts";
import type { Wording } from "../conversation/wording/wording.ts";
import { rupiah } from "../enrolment/money.ts";

/** Texts of choices that stand under another name than their datum. */
const listed: Readonly<Record<string, string>> = {
  programs: "programs-read",
  period: "paying",
  payer: "paying",
};

/** What is masked stays so: it is a text like any other. */
export function shownDatum(
  wording: Wording,
  places: Material["places"],
  about: string,
  value: unknown,
): string {
  if (typeof value === "number") return about === "income" ? rupiah(value) : String(value);
  if (typeof value === "object" && value !== null) return shownParts(places, about, value);
  const said = String(value);
  if (about === "birth_date") return wording.date(said);
  if (about === "regency") {
    return places.regencies.find(({ code }) => code === said)?.name ?? said;
  }
  const key = `choices.${listed[about] ?? about}.${said}`;
  return wording.has(key) ? wording.text(key) : said;
}

function shownParts(places: Material["places"], about: string, value: object): string {
  const parts: Readonly<Record<string, unknown>> = { ...value };
  if (about === "occupation") return String(parts["said"] ?? "");
  const village = places.villageByCode(String(parts["code"] ?? ""));
  if (village !== undefined) return printedName(village);
  return Object.values(parts).map(String).join(", ");
}
