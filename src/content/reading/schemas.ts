/** The shapes of the files of flows/ that only the content knows; words, places and rules bring their own. */
import { z } from "zod";
import type { Condition, KindName, ListOption } from "../../conversation/flow/flow.ts";
import { units } from "../../conversation/material.ts";
import { datedShape } from "../../enrolment/rules.ts";

const kindNames = [
  "address",
  "choice",
  "consent",
  "date",
  "income",
  "nik",
  "occupation",
  "person-name",
  "phone",
  "place",
  "text",
  "yes-no",
] as const satisfies readonly KindName[];

/** The shapes a condition may have, by its keys in alphabetical order. */
const forms = ["guard", "not", "all", "any", "datum is", "datum in", "datum known"];

// One record with every key, and not a union of shapes: the fault then names the wrong key, not every shape.
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      datum: z.string().exactOptional(),
      is: z.string().exactOptional(),
      in: z.array(z.string()).min(1).exactOptional(),
      known: z.boolean().exactOptional(),
      guard: z.string().exactOptional(),
      not: conditionSchema.exactOptional(),
      all: z.array(conditionSchema).min(1).exactOptional(),
      any: z.array(conditionSchema).min(1).exactOptional(),
    })
    .refine((parts) => forms.includes(Object.keys(parts).toSorted().join(" ")), {
      message: "must be datum with is, in or known; or one of guard, not, all, any",
    })
    .transform((parts) => parts as Condition),
);

const datumSchema = z.strictObject({
  kind: z.enum(kindNames),
  list: z.string().exactOptional(),
  privacy: z.enum(["plain", "personal", "specific"]),
  derive: z.string().exactOptional(),
  depends: z.array(z.string()).default([]),
  optional: z.boolean().default(false),
});

/** Stable and readable: it is part of text keys, exports and tests. */
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and -");

const stepSchema = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      type: z.literal("ask"),
      id,
      datum: z.string(),
      part_of: z.string().exactOptional(),
      when: conditionSchema.exactOptional(),
      says: z
        .array(z.strictObject({ text: z.string(), when: conditionSchema.exactOptional() }))
        .default([]),
    }),
    z.strictObject({
      type: z.literal("end"),
      id,
      when: conditionSchema,
      reopens: z.string().exactOptional(),
      forgets: z.boolean().default(false),
    }),
  ],
  { error: "must be ask or end" },
);

export const enrolmentSchema = z.strictObject({
  name: z.string(),
  data: z.record(
    z.string().regex(/^[a-z][a-z0-9_]*$/, "must be small letters, digits and _"),
    datumSchema,
  ),
  steps: z.array(stepSchema).min(1),
});

const optionSchema: z.ZodType<ListOption> = z.strictObject({
  value: z.string(),
  sets: z.record(z.string(), z.string().nullable()).exactOptional(),
  does: z.enum(["staff", "later", "explain", "share"]).exactOptional(),
  early: z.literal(true).exactOptional(),
  when: conditionSchema.exactOptional(),
});

export const listsSchema = z.record(z.string(), z.array(optionSchema).min(1));

export const topicsSchema = z.strictObject({
  topics: z.array(
    z
      .strictObject({
        name: id,
        menu: z.boolean().default(false),
        figures: z.array(z.string()).default([]),
        names_amounts: z.boolean().default(false),
      })
      .transform(({ names_amounts: namesAmounts, ...topic }) => ({ ...topic, namesAmounts })),
  ),
});

/** Codes of reasons; their texts are found by them. */
export const reasonsSchema = z.strictObject({
  return: z.record(z.string(), z.array(id).min(1)),
  reject: z.array(id).min(1),
});

/** Regency code → name of the agency's branch. */
export const branchesSchema = z.record(z.string(), z.string());

/** Texts in which a figure is typed, by their key or the beginning of it, and why no rule gives it. */
export const typedFiguresSchema = z.array(
  z.strictObject({ text: z.string(), why: z.string().min(1) }),
);

/** Commands, questions, names of data: what people say, by what it stands for. */
export const phrasesSchema = z.record(z.string(), z.array(z.string()).min(1));

export const benefitRuleSchema = z.strictObject({
  ...datedShape,
  amount: z.int().positive(),
  unit: z.enum(units),
});

export type EnrolmentFile = z.infer<typeof enrolmentSchema>;
export type RawStep = EnrolmentFile["steps"][number];
export type Lists = z.infer<typeof listsSchema>;
export type TypedFigures = z.infer<typeof typedFiguresSchema>;
export type Phrases = z.infer<typeof phrasesSchema>;
