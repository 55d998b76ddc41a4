/**
 * Where staff begin to look twice. None of these is a rule of the agency: a row may raise a finding, it refuses nobody
 * and is never said.
 */
import { z } from "zod";
import type { CalendarDate } from "./calendar.ts";
import { datedShape, inForce } from "./rules.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().positive();

export const thresholdSchema = z.discriminatedUnion("kind", [
  /** From so many people on one phone number on. */
  z.strictObject({ ...datedShape, kind: z.literal("phone-people"), people: count }),
  /** How the mobile numbers of an operator begin. */
  z.strictObject({
    ...datedShape,
    kind: z.literal("phone-prefix"),
    operator: z.string().min(1),
    prefixes: z.array(z.string().regex(/^08\d{2}$/)).min(1),
  }),
  /** Digits of a mobile number, the zero in front among them. */
  z.strictObject({ ...datedShape, kind: z.literal("phone-length"), least: count, most: count }),
  /** Characters of a name. */
  z.strictObject({ ...datedShape, kind: z.literal("name-length"), most: count }),
  /** What is typed instead of a name, in small letters. */
  z.strictObject({
    ...datedShape,
    kind: z.literal("name-nobody"),
    names: z.array(z.string().regex(/^[^A-Z]+$/)).min(1),
  }),
  /** Whole rupiah a month, for these occupations (by code); without occupations, for all that have no row. */
  z.strictObject({
    ...datedShape,
    kind: z.literal("income"),
    occupations: z.array(z.string().min(1)),
    least: count,
    most: count,
  }),
  /** Since when family cards have numbers of sixteen digits with the day of registration in them. */
  z.strictObject({ ...datedShape, kind: z.literal("family-card"), since: day }),
]);

export type Threshold = z.infer<typeof thresholdSchema>;

/** The rows of one kind that hold on a day. */
export function thresholdsOf<Kind extends Threshold["kind"]>(
  rows: readonly Threshold[],
  kind: Kind,
  on: CalendarDate,
): readonly Extract<Threshold, { kind: Kind }>[] {
  const isKind = (row: Threshold): row is Extract<Threshold, { kind: Kind }> => row.kind === kind;
  return inForce(rows.filter(isKind), on);
}
