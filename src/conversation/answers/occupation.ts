/** What somebody does for a living, in their own words, and the occupation of the list that the words tell. */
import { z } from "zod";
import { plainText } from "../../enrolment/plain-text.ts";
import { ecosystems } from "../../enrolment/registration.ts";
import { agreementIn } from "./agreement.ts";
import { amountsIn, piecesOf } from "./amounts.ts";
import { isDateSaid } from "./date.ts";
import { isGibberish, isUnknowing } from "./evasions.ts";
import { jobsIn, nearJob } from "./jobs.ts";
import type { Kind, Reading, WayOut } from "./kind.ts";
import { noJob } from "./no-job.ts";
import { wordsIn } from "./plain.ts";
import type { Words } from "./words.ts";

export const occupationSchema = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/),
  /** One of the four ecosystems; absent where only the person can say. */
  ecosystem: z.enum(ecosystems).optional(),
  sector: z.enum(["transport", "other"]),
  /** Asked where the selling is done. */
  trader: z.boolean().optional(),
});

export type OccupationRow = z.infer<typeof occupationSchema>;

export type Occupations = {
  readonly has: (code: string) => boolean;
  readonly ecosystemOf: (code: string) => string | undefined;
  readonly sectorOf: (code: string) => "transport" | "other";
  readonly isTrader: (code: string) => boolean;
};

/** The code of whatever is not on the list: a real job all the same. */
const otherOccupation = "other";

export function occupationsFrom(rows: readonly OccupationRow[]): Occupations {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return {
    has: (code) => code === otherOccupation || byCode.has(code),
    ecosystemOf: (code) => byCode.get(code)?.ecosystem,
    sectorOf: (code) => byCode.get(code)?.sector ?? "other",
    isTrader: (code) => byCode.get(code)?.trader ?? false,
  };
}

/** `code` of the list or "other"; `said` as the person wrote it. */
export type OccupationValue = Readonly<Record<"code" | "said", string>>;

/** Characters. */
const longest = 80;
const mostWays = 4;

export const occupation: Kind<OccupationValue> = {
  read: (heard, about) => {
    const { words } = about;
    const said = plainText(heard);
    if ([...said].length > longest) return misread("too-long");
    const jobs = jobsIn(said, words);
    const [job, ...others] = jobs;
    if (job !== undefined) {
      return others.length === 0 ? understood(job, said) : mainOf(jobs, said);
    }
    if (saysNothing(said, words)) return misread("too-short");
    const near = nearJob(said, words);
    if (near !== undefined) return meant(near.code, near.phrase, said);
    const fault = noJob(said, about);
    return fault === undefined ? asWritten(said) : misread(fault);
  },
  print: ({ said }) => said,
  parse: (saved, { occupations }) => {
    if (typeof saved !== "object" || saved === null) return undefined;
    const { code, said } = saved as Readonly<Record<string, unknown>>;
    if (typeof code !== "string" || typeof said !== "string") return undefined;
    return said !== "" && [...said].length <= longest && occupations.has(code)
      ? { code, said }
      : undefined;
  },
};

/** A yes, a no, "tidak tahu", an amount, a date or a question is no job, though any other words may be. */
function saysNothing(said: string, words: Words): boolean {
  const letters = said.match(/\p{L}/gu) ?? [];
  const empty = [...words.numbers.unknown, ...words.agreement.no, ...words.agreement.fillers];
  return (
    letters.length < 3 ||
    said.includes("?") ||
    agreementIn(said, words) !== undefined ||
    wordsIn(said).every((word) => empty.includes(word)) ||
    isUnknowing(said, words) ||
    isGibberish(said) ||
    isDateSaid(said, words) ||
    amountsIn(piecesOf(said, words), words).some(({ kind }) => kind !== "bare")
  );
}

function understood(code: string, said: string): Reading<OccupationValue> {
  return { kind: "understood", value: { code, said } };
}

/** Two jobs: the one most often done decides. */
function mainOf(jobs: readonly string[], said: string): Reading<OccupationValue> {
  const ways = jobs.slice(0, mostWays).map((code) => ({
    value: code,
    label: { key: `occupations.${code}` },
    takes: { code, said },
  }));
  return { kind: "ask-back", text: "occupation.main", values: {}, ways };
}

function meant(code: string, guess: string, said: string): Reading<OccupationValue> {
  const other: WayOut = {
    value: "other",
    label: { key: "answers.occupation.other" },
    takes: { code: otherOccupation, said },
  };
  return {
    kind: "ask-back",
    text: "occupation.meant",
    values: { guess },
    ways: [yes({ code, said }), no, other],
  };
}

/** Nothing like any of the list: a real job is never refused. */
function asWritten(said: string): Reading<OccupationValue> {
  return {
    kind: "ask-back",
    text: "occupation.as-written",
    values: { said },
    ways: [yes({ code: otherOccupation, said }), no],
  };
}

function yes(takes: OccupationValue): WayOut {
  return { value: "yes", label: { key: "answers.occupation.yes" }, takes };
}

const no: WayOut = { value: "no", label: { key: "answers.occupation.no" }, again: true };

function misread(fault: string): Reading<OccupationValue> {
  return { kind: "misread", fault };
}
