/**
 * How long a text can get once its variables stand in it, so that it is held against what channels show before anybody
 * reads it. In UTF-16 units, the widest way to count.
 */
import type { Language } from "../conversation/wording/wording.ts";
import { rupiah } from "../enrolment/money.ts";
import { shortName } from "../enrolment/place-index.ts";
import type { Loaded } from "./reading/loaded.ts";
import type { Anatomy } from "./reading/texts.ts";

/** The longest that the readers of answers take; the operator's own settings and the laws' names are not held to theirs. */
export const longestTyped = { name: 100, address: 200, place: 100, occupation: 80, message: 400 };
const setting = 120;

const { name, address, place, occupation, message } = longestTyped;
const date = "30 September 2026".length;
const month = "September 2026".length;
const number = "999.999".length;
const amount = rupiah(1_000_000_000).length;

/** By what stands there: the names of `values.ts`, `figures.ts` and `own-variables.ts`. */
const lengths = new Map<string, number>(
  [
    ["Bapak ".length + name, "you whose"],
    [name, "name"],
    [address, "address ktp_address answer old value"],
    [place, "village place"],
    [occupation, "occupation guess"],
    [message, "said"],
    [setting, "operator mandate contact check_number office law cut_law"],
    [number, "submission_days draft_days count"],
    ["99".length, "at total minimum_age age days"],
    [amount, "income daily monthly amount sum sum_cut"],
    ["LJ-5FR-3CN-Y8J".length, "code"],
    ["99".length, "minutes back_hours wait"],
    [place, "places"],
    [date, "begun kept_until review_until nik_date told_date birth_date date received since"],
    [month, "first_month discount_until normal_from until from later month"],
    [month, "transport_until other_until"],
    ["100% / 100%".length, "transport_cut other_cut"],
    ["LD-7K3M-92".length, "number"],
    ["1699 0145 0380 0001".length, "nik phone sex ending"],
    ["a, b, c, d, e, f, g".length, "letters"],
    // A choice in the words of a sentence, of which there may be three.
    [3 * 72, "programs period"],
    [72, "label"],
    // These only choose between branches.
    [
      0,
      "trial segment has_places has_receiver help promised has_discount has_ktp_address cuts cut less",
    ],
  ].flatMap(([length, names]) =>
    String(names)
      .split(" ")
      .map((one) => [one, Number(length)] as const),
  ),
);

/** Of the variable in any text of the language; undefined where it is not known how long it gets. */
export type LengthOf = (variable: string) => number | undefined;

export function lengthsIn(language: Language, content: Loaded): LengthOf {
  const { texts } = content.languages[language];
  const own = new Map<string, number>();
  const lengthOf: LengthOf = (variable) => own.get(variable) ?? lengths.get(variable);
  const under = (start: string): readonly number[] =>
    [...texts].flatMap(([key, { anatomies }]) =>
      key.startsWith(start) ? anatomies.map((anatomy) => longestWay(anatomy, lengthOf)) : [],
    );
  const longest = (some: readonly number[]) => Math.max(0, ...some);
  const { regencies, districts } = placesOf(content);
  const unit = longest(under("conversation.units."));
  for (const { id } of content.rules.benefits.value) own.set(id, Math.max(amount, unit));
  for (const one of ofContributions) own.set(one, contributionIn(content));
  own.set("home_regency", longest(regencies.map(({ name }) => name.length)));
  own.set("regency", longest(regencies.map((regency) => shortName(regency).length)));
  own.set("district", longest(districts.map(({ name }) => name.length)));
  const receivers = content.rules.receivers.value.map(({ receiver }) => receiver.length);
  own.set("receiver", Math.max(setting, ...receivers));
  own.set("datum", longest(under("reasons.")));
  // A rejection may have all of its reasons, one after the other.
  own.set("reason", longest([...under("reasons."), sum(under("reasons.all."))]));
  own.set("told", longest(under("calculator.told.")));
  return lengthOf;
}

/** The longest way in which the bubble can be said; 0 for one that cannot be read, which is the fault of another rule. */
export function longestWay(anatomy: Anatomy, lengthOf: LengthOf): number {
  if (!("ways" in anatomy)) return 0;
  return Math.max(...anatomy.ways.map((way) => lengthIn(way, lengthOf)));
}

function lengthIn(way: string, lengthOf: LengthOf): number {
  const variables = [...way.matchAll(/\{(\w+|#)\}/g)];
  const printed = variables.map(([, name = ""]) => lengthOf(name) ?? number);
  const named = variables.map(([written]) => written.length);
  return way.trim().length - sum(named) + sum(printed);
}

/** What is owed for at most twelve months. */
const ofContributions = [
  ...["lowest", "lowest_three", "price", "price_two", "price_three", "sum_1", "sum_3", "sum_6"],
  ...["sum_12", "discounted", "discount_two", "discount_three", "two", "three"],
];

function contributionIn({ rules }: Loaded): number {
  const all = rules.contributions.value.flatMap(({ brackets, jkk_percent, jht_percent, jkm }) =>
    brackets.map(({ base }) => 12 * (Math.ceil((base * (jkk_percent + jht_percent)) / 100) + jkm)),
  );
  return rupiah(Math.max(0, ...all)).length;
}

function placesOf({ places }: Loaded) {
  const { regencies } = places;
  return { regencies, districts: regencies.flatMap(({ code }) => places.districtsOf(code)) };
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, one) => all + one, 0);
}
