/**
 * A flow: its data first, then the order of its steps. Read from flows/enrolment.yaml and flows/lists.yaml by
 * `content.ts`, which refuses what does not hold together; here it is taken as sound.
 */
import type { Value } from "../answers/kind.ts";

export type KindName =
  | "address"
  | "choice"
  | "consent"
  | "date"
  | "income"
  | "nik"
  | "occupation"
  | "person-name"
  | "phone"
  | "place"
  /** Only derived, never asked. */
  | "text"
  | "yes-no";

export type Datum = {
  readonly name: string;
  readonly kind: KindName;
  /** Name of the list of choices. */
  readonly list?: string;
  readonly privacy: "plain" | "personal" | "specific";
  /** Named rule of `derivations.ts` that finds it from other data. */
  readonly derive?: string;
  /** When one of these is corrected, this is asked again. */
  readonly depends: readonly string[];
  /** Shown and corrected, but the registration is complete without it. */
  readonly optional: boolean;
};

/** At most eight operators; the day a ninth is wanted, add a named guard. */
export type Condition =
  | { readonly datum: string; readonly is: string }
  | { readonly datum: string; readonly in: readonly string[] }
  | { readonly datum: string; readonly known: boolean }
  /** Named rule of `guards.ts`. */
  | { readonly guard: string }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** One row of a list of choices. */
export type ListOption = {
  readonly value: string;
  /** Further data this choice answers; null takes an answer back. */
  readonly sets?: Readonly<Record<string, string | null>>;
  /** Done instead of storing the value. */
  readonly does?: "staff" | "later" | "explain" | "share";
  /** Taken without asking where the words for the question before said it too. */
  readonly early?: true;
  readonly when?: Condition;
};

export type AskStep = {
  readonly type: "ask";
  readonly id: string;
  readonly datum: string;
  /** Position among the counted questions, from 1 ("3 dari 13"); a part has the number of its question. */
  readonly number: number;
  /** The step this one is a part of. */
  readonly partOf?: string;
  readonly when?: Condition;
  /** Bubbles before the question: `enrolment.<id>.<text>`. */
  readonly says: readonly { readonly text: string; readonly when?: Condition }[];
};

export type EndStep = {
  readonly type: "end";
  readonly id: string;
  readonly when: Condition;
  /** The datum whose answer is taken back when the person starts again. */
  readonly reopens?: string;
  /** All answers are destroyed on arrival. */
  readonly forgets: boolean;
};

export type Step = AskStep | EndStep;

export type Flow = {
  readonly name: string;
  readonly data: ReadonlyMap<string, Datum>;
  readonly steps: readonly Step[];
  readonly lists: ReadonlyMap<string, readonly ListOption[]>;
  /** How many questions are counted. */
  readonly questions: number;
};

/** What is known at a moment: the value of a datum, answered or derived. */
export type Known = (datum: string) => Value | undefined;

/** Whether a condition holds; no condition always does. */
export function holds(
  condition: Condition | undefined,
  known: Known,
  guard: (name: string) => boolean,
): boolean {
  if (condition === undefined) return true;
  if ("guard" in condition) return guard(condition.guard);
  if ("not" in condition) return !holds(condition.not, known, guard);
  if ("all" in condition) return condition.all.every((part) => holds(part, known, guard));
  if ("any" in condition) return condition.any.some((part) => holds(part, known, guard));
  const value = known(condition.datum);
  if ("known" in condition) return (value !== undefined) === condition.known;
  if ("is" in condition) return value === condition.is;
  return typeof value === "string" && condition.in.includes(value);
}
