/** What programs send, parsed. A fault is the name of a problem; it never repeats what was sent. */
import { z } from "zod";
import { ecosystems } from "../enrolment/registration.ts";
import {
  parseSubmissionState,
  type Reason,
  type Verdict,
  verdicts,
} from "../enrolment/submission.ts";
import type { PageFilter } from "../submissions/page-store.ts";

export type Fault = {
  readonly fault: "not-json" | "bad-decision" | "bad-query";
  /** Names of filters that exist, with a value that does not fit. */
  readonly filters?: readonly string[];
};

export type DecisionBody = {
  readonly revision: number;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
};

const code = z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/);

const decisionSchema = z.strictObject({
  revision: z.int().min(1).describe("The one that was looked at"),
  verdict: z.enum(verdicts),
  reasons: z
    .array(z.strictObject({ about: code, code }))
    .max(20)
    .default([]),
});

const { $schema: _standard, ...described } = z.toJSONSchema(decisionSchema, { io: "input" });
/** The same, for the description of the interface. */
export const decisionBody = described;

export function parseDecision(json: string): DecisionBody | Fault {
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    return { fault: "not-json" };
  }
  const parsed = decisionSchema.safeParse(body);
  return parsed.success ? parsed.data : { fault: "bad-decision" };
}

/** The most submissions on a page. */
export const largestPage = 200;
export const usualPage = 50;

const expressions = {
  /** The code of the ministry of home affairs, as in `flows/places/`. */
  regency: /^\d{2}\.\d{2}$/,
  word: /^[A-Za-z0-9.:-]{1,64}$/,
  id: /^s-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};
/** How filters may be written, for the description of the interface. */
export const patterns = {
  regency: expressions.regency.source,
  word: expressions.word.source,
  id: expressions.id.source,
};

const word = z.string().regex(expressions.word);

const querySchema = z.strictObject({
  state: z
    .string()
    .transform((text, context) => {
      const state = parseSubmissionState(text);
      if (state !== undefined) return state;
      context.addIssue("no such state");
      return z.NEVER;
    })
    .exactOptional(),
  regency: z.string().regex(expressions.regency).exactOptional(),
  ecosystem: z.enum(ecosystems).exactOptional(),
  channel: word.exactOptional(),
  link: word.exactOptional(),
  /** Kept as instants are: UTC with milliseconds. */
  changed_after: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text).toISOString())
    // Years of five digits would be before all others.
    .refine((instant) => /^\d{4}-/.test(instant))
    .exactOptional(),
  // A cursor that is none would look like the end of the list.
  after: z.string().regex(expressions.id).exactOptional(),
  limit: z.coerce.number().int().min(1).max(largestPage).default(usualPage),
});

export function parsePage(query: Query): PageFilter | Fault {
  const page = parseQuery(querySchema, query);
  if ("fault" in page) return page;
  const { changed_after: changedAfter, ...filter } = page;
  return changedAfter === undefined ? filter : { ...filter, changedAfter };
}

/** Each name with all its values. */
export type Query = Readonly<Record<string, readonly string[]>>;

/** A filter that is given twice is none. */
export function parseQuery<Filter extends object>(
  schema: z.ZodType<Filter>,
  query: Query,
): Filter | Fault {
  const names = Object.entries(query).map(([name, values]) => [
    name,
    values.length === 1 ? values[0] : values,
  ]);
  const parsed = schema.safeParse(Object.fromEntries(names));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.flatMap(({ path }) => path.map(String));
  return { fault: "bad-query", filters: [...new Set(wrong)] };
}
