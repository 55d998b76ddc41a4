/** A message that says more than what is asked: what it says for later, and what is left for the pending question. */
import { plainText } from "../../enrolment/plain-text.ts";
import { jobsIn } from "../answers/jobs.ts";
import { plain } from "../answers/plain.ts";
import type { AskStep, KindName } from "../flow/flow.ts";
import { type Here, kindOf } from "../here.ts";
import { type Claim, claimsIn, type Message, openData } from "./claims.ts";
import { jobWords } from "./jobs-told.ts";
import { type Part, partsIn } from "./parts.ts";
import type { Span } from "./shapes.ts";

export type Several = {
  readonly claims: readonly Claim[];
  /** What is left for the pending question. */
  readonly rest: string;
  /** Where the rest answers a choice by a job, the words of the job. */
  readonly job: string | undefined;
};

/** Of a longer message nobody can say what its parts belong to. */
const longest = 400;

/** Undefined where the message is about one thing. */
export function severalIn(here: Here, pending: AskStep, text: string): Several | undefined {
  if (text.length > longest || !/\p{L}/u.test(text)) return undefined;
  const said = plainText(text.replace(/\s*[\r\n]+\s*/g, ", "));
  const { words } = here.tongue;
  const parts = partsIn(said, words);
  const message = { said, parts, pending, open: openData(here, pending) };
  const claims = isOneThing(here, pending, parts) ? [] : claimsIn(here, message);
  const others = parts.length > 1 ? parts.filter((_, at) => isNoMatter(here, message, at)) : [];
  const job = jobTold(here, message, claims);
  if (claims.length + others.length === 0 && job === undefined) return undefined;
  return {
    claims,
    rest: without(said, [...claims, ...others], words.told.joins),
    job,
  };
}

/** Words alone answer what is asked; before the consent they are told too early. */
function isOneThing(here: Here, pending: AskStep, [part, ...others]: readonly Part[]): boolean {
  if (others.length > 0 || kindOf(here, pending.datum) === "consent") return false;
  return (part?.shape ?? part?.label) === undefined;
}

/** A man, a woman; beside a date or words of any kind, a number that is none of it and what leads it in. */
function isNoMatter(here: Here, { said, parts, pending, open }: Message, at: number): boolean {
  const { label, shape, start, end } = parts[at] as Part;
  const number = label === undefined ? shape : parts[at + 1]?.shape;
  const kind = kindOf(here, pending.datum);
  if (number !== undefined) {
    // "Utang 3 juta" is no income, and may be a part of what is told of the work.
    const isTold = !open.some((datum) => kindOf(here, datum) === number);
    return kind === "date" ? number !== kind : isTold && ofWords.includes(kind);
  }
  const { sexes } = here.tongue.words.told;
  return label === undefined && sexes.includes(plain(said.slice(start, end)));
}

const ofWords: readonly KindName[] = ["occupation", "person-name", "place"];

/** "Tukang ojek" chooses how somebody works, and tells the work as well. */
function jobTold(
  here: Here,
  { said, parts, pending, open }: Message,
  claims: readonly Claim[],
): string | undefined {
  const isAsked = open.some((datum) => kindOf(here, datum) === "occupation");
  if (!isAsked || kindOf(here, pending.datum) !== "choice") return undefined;
  const isClaimed = (part: Part) =>
    claims.some((claim) => claim.start <= part.start && part.start < claim.end);
  const jobs = parts
    .filter(({ shape }) => shape === undefined)
    .filter(({ label = "occupation" }) => kindOf(here, label) === "occupation")
    .filter((part) => !isClaimed(part))
    .map((part) => said.slice(part.from, part.end).trim())
    .filter((text) => jobsIn(text, here.tongue.words).length > 0);
  return jobs.length === 0 ? undefined : jobs.map((text) => jobWords(here, text)).join(", ");
}

/** The text without these parts, and without the commas and joining words that are left over at the ends. */
function without(said: string, cut: readonly Span[], joins: readonly string[]): string {
  const between = [...cut].sort((one, other) => one.start - other.start);
  const kept = [...between, { start: said.length, end: said.length }].map(({ start }, at) =>
    said.slice(between[at - 1]?.end ?? 0, start),
  );
  const join = joins.join("|");
  const loose = new RegExp(
    `^(?:[\\s,;.:]|(?:${join})(?= |$))+|(?:[\\s,;:]|(?<= |^)(?:${join}))+$`,
    "giu",
  );
  return kept
    .map((piece) => piece.replace(loose, ""))
    .filter((piece) => piece !== "")
    .join(", ");
}
