/**
 * One applicant's unfinished conversation: a plain value that goes to JSON and back. The next question is not in it
 * (it is the first that applies and has no valid answer), so a flow may change while people are in the middle of it.
 */
import { z } from "zod";
import type { Value } from "./answers/kind.ts";
import { kinds } from "./answers/kinds.ts";
import type { Material } from "./material.ts";
import { languages } from "./wording/wording.ts";

const valueSchema = z.union([z.string(), z.number(), z.record(z.string(), z.string())]);

const answerSchema = z.object({
  value: valueSchema,
  /** UTC. */
  at: z.string(),
  how: z.enum(["typed", "tapped", "confirmed"]),
  by: z.literal("self"),
});

/** A way out of a question that was put back, with its texts in the language it was asked in. */
const wayOutSchema = z.intersection(
  z.object({
    value: z.string(),
    label: z.string(),
    called: z.array(z.string()).readonly().exactOptional(),
  }),
  z.union([
    z.object({ takes: valueSchema }),
    z.object({ rereads: z.string() }),
    z.object({ completes: z.string(), asks: z.string() }),
    z.object({ again: z.literal(true) }),
  ]),
);

/** What the bot put in between: answered first, and let go when the next thing heard is not an answer to it. */
const asideSchema = z.discriminatedUnion("kind", [
  /** More than one meaning: which? */
  z.object({
    kind: z.literal("ask-back"),
    datum: z.string(),
    ways: z.array(wayOutSchema),
    /** The way that a bare yes takes. */
    confirms: z.string().exactOptional(),
    /** What is none of the ways may still tell a part: it stands in the place of {}. */
    completes: z.string().exactOptional(),
  }),
  /** Only a part is missing: what is heard next stands in the place of {}. */
  z.object({ kind: z.literal("complete"), datum: z.string(), template: z.string() }),
  /** Three times not understood. */
  z.object({ kind: z.literal("stuck") }),
  /** A button of a question that is behind: change it? */
  z.object({ kind: z.literal("answered-before"), datum: z.string() }),
  /** Which line of the read-back is wrong? */
  z.object({ kind: z.literal("which") }),
  z.object({ kind: z.literal("sure"), about: z.enum(["erase", "withdraw", "cancel", "restart"]) }),
  /** Number 1 under the read-back: the name, or the button that hands in? */
  z.object({ kind: z.literal("line-or-send"), datum: z.string() }),
  /** Still the same person at the phone? */
  z.object({ kind: z.literal("who") }),
  /** "Lanjut" under the read-back: is it to be sent now? */
  z.object({ kind: z.literal("send") }),
  /** An answer on which all answers would be destroyed: is it right? */
  z.object({ kind: z.literal("forgets"), datum: z.string(), value: valueSchema }),
  /** Several people on one phone: whose registration? */
  z.object({ kind: z.literal("whose") }),
  /** The code was right: does the registration go on here? */
  z.object({ kind: z.literal("take-up"), handover: z.string() }),
  /** "Ganti hp": another telephone to talk from, or another number in the answers? */
  z.object({ kind: z.literal("elsewhere-or-change"), datum: z.string() }),
  /** "Tadi ditulis tukang ojek": is it the answer? */
  z.object({ kind: z.literal("told"), datum: z.string() }),
  /** "Mau lanjut sekarang?" */
  z.object({ kind: z.literal("go-on") }),
  z.object({ kind: z.literal("language") }),
  /** A number at which staff can call. */
  z.object({ kind: z.literal("call") }),
  /** *Minta ditelepon* stands below the buttons of the question. */
  z.object({ kind: z.literal("offer-call") }),
  /** Buttons below a word that nobody had asked for, as they stand on the screen. */
  z.object({
    kind: z.literal("offered"),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  /** Which topic is meant: one of the menu, or one of these. */
  z.object({ kind: z.literal("topics"), names: z.array(z.string()).exactOptional() }),
]);

/** What staff gave back: which datum, for which reason, and what it was. */
const returnedSchema = z.object({ about: z.string(), code: z.string(), old: answerSchema });

const formerSchema = z.object({ datum: z.string(), answers: z.record(z.string(), answerSchema) });

const sessionSchema = z.object({
  shape: z.literal(1),
  language: z.enum(languages),
  /** `new`: nothing said yet; `greeted`: nothing begun; `paused`: kept for later; `submitted`: handed in. */
  phase: z.enum(["new", "greeted", "enrolling", "paused", "submitted"]),
  answers: z.record(z.string(), answerSchema),
  /** What is being corrected, and the answers that were taken back for it: they stand again on "tidak jadi". */
  former: formerSchema.exactOptional(),
  /** What staff gave back, until it is handed in again. */
  returned: z.array(returnedSchema).exactOptional(),
  /** By datum, what was told before its question and is not sure yet: it is asked when the question comes. */
  told: z.record(z.string(), z.string()).exactOptional(),
  /** An optional datum the person wants to give. */
  wanted: z.string().exactOptional(),
  aside: asideSchema.exactOptional(),
  /** Misreadings of the pending question in a row. */
  misread: z.int().min(0),
  /** How many things in a row, up to the last, could not be read: photos, voice notes … */
  unread: z.int().min(1).exactOptional(),
  /** That a NIK stays to be read in the chat was said. */
  nikShown: z.literal(true).exactOptional(),
  /** UTC, of the last thing heard. */
  heardAt: z.string(),
  /** The number to speak, once handed in. */
  number: z.string().exactOptional(),
});

/** One part that is none any more costs no more than itself. */
const savedSchema = sessionSchema.extend({
  answers: z.record(z.string(), answerSchema.nullable().catch(null)),
  former: formerSchema.optional().catch(undefined),
  told: z.record(z.string(), z.string()).optional().catch(undefined),
  aside: asideSchema.optional().catch(undefined),
});

export type Answer = z.infer<typeof answerSchema>;
export type Answers = Readonly<Record<string, Answer>>;
export type Returned = z.infer<typeof returnedSchema>;
export type Aside = z.infer<typeof asideSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** The conversation of somebody who has just come. */
export function newSession(now: string): Session {
  return { shape: 1, language: "id", phase: "new", answers: {}, misread: 0, heardAt: now };
}

/**
 * A saved session, or undefined when it is none. Answers that today's flow does not know, or whose value is none
 * any more, are dropped: they are asked again. So is what was put in between, where it is about such a datum.
 */
export function parseSession(saved: unknown, material: Material): Session | undefined {
  const parsed = savedSchema.safeParse(saved);
  if (!parsed.success) return undefined;
  const { former, returned, told, wanted, aside, ...session } = parsed.data;
  const isKnown = (datum: string) => material.flow.data.has(datum);
  return {
    ...session,
    answers: validAnswers(session.answers, material),
    ...(former !== undefined && isKnown(former.datum)
      ? { former: { ...former, answers: validAnswers(former.answers, material) } }
      : {}),
    ...(returned === undefined ? {} : { returned: returned.filter(({ about }) => isKnown(about)) }),
    ...toldOf(Object.entries(told ?? {}).filter(([datum]) => isKnown(datum))),
    ...(wanted !== undefined && isKnown(wanted) ? { wanted } : {}),
    ...(aside !== undefined && (!("datum" in aside) || isKnown(aside.datum)) ? { aside } : {}),
  };
}

function validAnswers(
  answers: Readonly<Record<string, Answer | null>>,
  material: Material,
): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => {
      const value = answer === null ? undefined : validValue(name, answer.value, material);
      return answer === null || value === undefined ? [] : [[name, { ...answer, value }]];
    }),
  );
}

/** The value as today's flow takes it for the datum, or undefined when it does not. */
export function validValue(name: string, value: Value, material: Material): Value | undefined {
  const datum = material.flow.data.get(name);
  if (datum === undefined) return undefined;
  const parsed = kinds[datum.kind].parse(value, material);
  if (parsed === undefined || datum.kind !== "choice") return parsed;
  const list = material.flow.lists.get(String(datum.list));
  return list === undefined || list.some((option) => option.value === parsed) ? parsed : undefined;
}

/** The session with an answer. The correction of this datum, if there was one, is over. */
export function withAnswer(session: Session, datum: string, answer: Answer): Session {
  const { former, wanted, aside: _aside, ...rest } = withoutTold(session, datum);
  return {
    ...rest,
    misread: 0,
    answers: { ...session.answers, [datum]: answer },
    ...(former === undefined || former.datum === datum ? {} : { former }),
    ...(wanted === undefined || wanted === datum ? {} : { wanted }),
  };
}

/** The session without the answers of `data`. */
export function withoutAnswers(session: Session, data: readonly string[]): Session {
  const answers = Object.fromEntries(
    Object.entries(session.answers).filter(([name]) => !data.includes(name)),
  );
  return { ...session, answers };
}

/** The session with nothing put in between. */
export function withoutAside(session: Session): Session {
  const { aside: _aside, ...rest } = session;
  return rest;
}

/** The session with words that were told before their question. */
export function withTold(session: Session, told: Readonly<Record<string, string>>): Session {
  const { told: before = {}, ...rest } = session;
  return { ...rest, ...toldOf(Object.entries({ ...before, ...told })) };
}

/** The session without what was told for `datum` before it is asked. */
export function withoutTold(session: Session, datum: string): Session {
  if (session.told === undefined) return session;
  const { told, ...rest } = session;
  return { ...rest, ...toldOf(Object.entries(told).filter(([name]) => name !== datum)) };
}

function toldOf(entries: readonly (readonly [string, string])[]): Pick<Session, "told"> {
  return entries.length === 0 ? {} : { told: Object.fromEntries(entries) };
}
