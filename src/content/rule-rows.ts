/** The rows of all dated tables in one shape: what they are about, from when to when, and how sure they are. */
import type { Rules } from "../conversation/material.ts";
import type { Dated } from "../enrolment/rules.ts";
import type { Threshold } from "../enrolment/threshold.ts";
import type { Loaded } from "./reading/loaded.ts";
import type { Path, Source } from "./reading/source.ts";

export type RuleRow = Dated & {
  readonly table: keyof Rules;
  /** Rows about the same thing follow one another and never hold together. */
  readonly thing: string;
  readonly file: Source;
  readonly path: Path;
};

/** Figures that are worked out from a table, by the name a text calls them. Others are the ids of benefits. */
export const computedFigures: Readonly<Record<string, keyof Rules>> = {
  lowest: "contributions",
  lowest_three: "contributions",
  cuts: "discounts",
  minimum_age: "eligibility",
};

export function ruleRows({ rules }: Pick<Loaded, "rules">): readonly RuleRow[] {
  const { contributions, discounts, eligibility, benefits, thresholds, receivers } = rules;
  return [
    ...contributions.value.map((row, index) =>
      placed(row, index, "contributions", "the contribution", contributions.source),
    ),
    ...discounts.value.map((row, index) =>
      placed(row, index, "discounts", `the discount for ${row.sector}`, discounts.source),
    ),
    ...eligibility.value.map((row, index) =>
      placed(row, index, "eligibility", `the ${row.kind} age`, eligibility.source),
    ),
    ...benefits.value.map((row, index) => placed(row, index, "benefits", row.id, benefits.source)),
    ...thresholds.value.map((row, index) =>
      placed(row, index, "thresholds", thingOf(row), thresholds.source),
    ),
    ...receivers.value.map((row, index) =>
      placed(row, index, "receivers", `the receiver for ${row.area}`, receivers.source),
    ),
  ];
}

/** Operators and groups of occupations have rows of their own, which hold beside each other. */
function thingOf(row: Threshold): string {
  if (row.kind === "phone-prefix") return `the ${row.kind} of ${row.operator}`;
  return row.kind === "income" ? `the ${row.kind} of ${row.occupations.join(", ")}` : row.kind;
}

function placed(
  { id, from, to, source, sure }: Dated,
  index: number,
  table: keyof Rules,
  thing: string,
  file: Source,
): RuleRow {
  return { id, from, to, source, sure, table, thing, file, path: [index] };
}
