/** What the parts of a message say beside the pending question: a datum and its words, by shape, by label, by list. */
import type { Value } from "../answers/kind.ts";
import { kinds } from "../answers/kinds.ts";
import { plain } from "../answers/plain.ts";
import type { AskStep, KindName } from "../flow/flow.ts";
import { aboutOf, type Here, kindOf } from "../here.ts";
import { choiceIn } from "./choices.ts";
import { incomeAt } from "./incomes-told.ts";
import { jobWords, namesJob } from "./jobs-told.ts";
import type { InParts, Part } from "./parts.ts";
import { placeAt } from "./places-told.ts";
import type { Shape, Span } from "./shapes.ts";

export type Claim = Span & {
  readonly datum: string;
  readonly text: string;
  /** Undefined where it must be asked which is meant. */
  readonly value: Value | undefined;
};

/** A message that is being taken apart while `pending` is asked. */
export type Message = InParts & {
  readonly pending: AskStep;
  /** The data that are asked later and not answered yet. */
  readonly open: readonly string[];
};

/** In the order of the text. What is answered already, or asked now, is none. */
export function claimsIn(here: Here, message: Message): readonly Claim[] {
  const claims: Claim[] = [];
  let end = 0;
  for (const [at, part] of message.parts.entries()) {
    if (part.start < end) continue;
    const claim = claimAt(here, message, at, claims);
    if (claim === undefined) continue;
    // The words before a shape that name it go with it.
    const before = message.parts[at - 1];
    const isNamed = part.shape !== undefined && before?.label === claim.datum;
    const isFree = claims.at(-1)?.end !== before?.end;
    claims.push(isNamed && isFree ? { ...claim, start: Number(before?.start) } : claim);
    end = claim.end;
  }
  return onceEach(claims);
}

/** The data that are asked later and not answered yet. */
export function openData({ moment, known }: Here, pending: AskStep): readonly string[] {
  const { data, steps } = moment.material.flow;
  return steps
    .slice(steps.indexOf(pending) + 1)
    .flatMap((step) =>
      step.type === "ask" &&
      known(step.datum) === undefined &&
      data.get(step.datum)?.optional !== true
        ? [step.datum]
        : [],
    );
}

function claimAt(
  here: Here,
  message: Message,
  at: number,
  before: readonly Claim[],
): Claim | undefined {
  const { said, parts, pending, open } = message;
  const part = parts[at] as Part;
  if (part.shape !== undefined) return shaped(here, message, at);
  const text = said.slice(part.from, part.end).trim();
  const isOpen = (kind: KindName) => {
    const datum = openOf(here, open, kind);
    return datum !== undefined && (part.label ?? datum) === datum ? datum : undefined;
  };
  const village = isOpen("place");
  const place = village === undefined ? undefined : placeAt(here, message, at);
  if (village !== undefined && place !== undefined) {
    return claimed(here, village, place.text, { start: part.start, end: place.end });
  }
  const job = isOpen("occupation");
  if (job !== undefined && namesJob(here, pending, text)) {
    return claimed(here, job, jobWords(here, text), part);
  }
  if (part.label !== undefined) return labelled(here, part, text, open);
  const told = before.map(({ datum }) => datum);
  const choice = choiceIn(here, pending, text, open, told);
  return choice && { ...choice, text, start: part.start, end: part.end };
}

function openOf(here: Here, open: readonly string[], kind: KindName): string | undefined {
  return open.find((datum) => kindOf(here, datum) === kind);
}

/** A date, a number, an amount. */
function shaped(here: Here, message: Message, at: number): Claim | undefined {
  const { said, parts, open } = message;
  const part = parts[at] as Part;
  const datum = openOf(here, open, part.shape as Shape);
  if (datum === undefined) return undefined;
  if (part.shape !== "income") return claimed(here, datum, said.slice(part.start, part.end), part);
  const income = incomeAt(here, message, at);
  const claim = income && claimed(here, datum, said.slice(income.start, income.end), income);
  return claim && income?.isDoubtful === true ? { ...claim, value: undefined } : claim;
}

/** "lahir lima maret delapan puluh", "nama siti"; a number or an amount has a shape of its own. */
function labelled(
  here: Here,
  part: Part,
  text: string,
  open: readonly string[],
): Claim | undefined {
  const { label = "" } = part;
  const kind = kindOf(here, label);
  if (!open.includes(label) || (kind !== "date" && kind !== "person-name")) return undefined;
  const [first = ""] = plain(text).split(" ");
  const isThing = kind === "person-name" && here.tongue.words.told.things.includes(first);
  return isThing ? undefined : claimed(here, label, text, part);
}

/** What the reader understands, or asks back; undefined where it is none. */
function claimed(here: Here, datum: string, text: string, span: Span): Claim | undefined {
  const reading = kinds[kindOf(here, datum)].read(text, aboutOf(here, []));
  if (reading.kind === "misread") return undefined;
  const value = reading.kind === "understood" ? reading.value : undefined;
  return { start: span.start, end: span.end, datum, text, value };
}

/** Two for one datum leave it open which is meant. */
function onceEach(claims: readonly Claim[]): readonly Claim[] {
  return claims.map((claim) => {
    const alike = claims.filter(({ datum }) => datum === claim.datum);
    if (alike.length === 1) return claim;
    return { ...claim, text: alike.map(({ text }) => text).join(", "), value: undefined };
  });
}
