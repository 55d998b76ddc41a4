/** The rows of all dated tables in one shape: what they are about, from when to when, and how sure they are. */
import type { Rules } from "../conversation/material.ts";
import type { Dated } from "../enrolment/rules.ts";
import type { Loaded } from "./loaded.ts";
import type { Path, Source } from "./source.ts";

export type RuleRow = {
  readonly table: keyof Rules;
  /** Rows about the same thing follow one another and never hold together. */
  readonly thing: string;
  readonly from: string;
  /** The last day; null while nothing newer is known. */
  readonly to: string | null;
  readonly sure: Dated["sure"];
  readonly source: Source;
  readonly path: Path;
};

/** Figures that are worked out from a table, by the name a text calls them. Others are the ids of benefits. */
export const computedFigures: Readonly<Record<string, keyof Rules>> = { lowest: "contributions" };

export function ruleRows({ rules }: Pick<Loaded, "rules">): readonly RuleRow[] {
  return Object.entries(rules).flatMap(([table, { value, source }]) =>
    value.map((row, index) => ({
      table: table as keyof Rules,
      thing: row.id,
      from: row.from,
      to: row.to,
      sure: row.sure,
      source,
      path: [index],
    })),
  );
}
