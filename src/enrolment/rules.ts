/**
 * Dated rules. A figure told to anybody comes from a row that says from when to when it holds, where it was read and
 * how sure that is. Rows marked C or D may raise a finding for staff; they never state a figure and refuse nobody.
 */
import { z } from "zod";
import type { CalendarDate } from "./calendar.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What every row has. `to` is the last day, null while nothing newer is known. */
export const datedShape = {
  id: z.string().min(1),
  from: day,
  to: day.nullable(),
  source: z.string().min(1),
  /** A: read in the official text · B: a credible source · C: contradicted or weak · D: not verified. */
  sure: z.enum(["A", "B", "C", "D"]),
  /** The law by its short name, as it may be said to people: "PP 44/2015". */
  law: z.string().min(1).exactOptional(),
};

export type Dated = {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
  readonly sure: "A" | "B" | "C" | "D";
  readonly law?: string;
};

/** The rows that hold on a day. */
export function inForce<Row extends Dated>(rows: readonly Row[], on: CalendarDate): readonly Row[] {
  return rows.filter(({ from, to }) => from <= on && (to === null || on <= to));
}

/** Whether a row may be said to people. */
export function mayBeSaid({ sure }: Dated): boolean {
  return sure === "A" || sure === "B";
}
