/** The variables that any text may use, each worked out once and only where a text has it. */
import { type CalendarDate, dayAfter } from "../../enrolment/calendar.ts";
import { workingDayFrom } from "../../enrolment/working-day.ts";
import { figureNamed, figureNames } from "../flow/figures.ts";
import { receiverHere } from "../flow/guards.ts";
import type { Here } from "../here.ts";
import type { Moment } from "../moment.ts";
import type { Lookup } from "./wording.ts";

type Variable = (here: Here) => string | number | undefined;

/** Beside these, every figure of `figures.ts`. A part of the operator that is unset comes out empty. */
const variables: ReadonlyMap<string, Variable> = new Map<string, Variable>([
  ["you", salutation],
  [
    "operator",
    ({ moment, tongue }) =>
      moment.operator.name ?? tongue.wording.text("conversation.trial-operator"),
  ],
  ["mandate", ({ moment }) => moment.operator.mandate ?? ""],
  ["check_number", ({ moment }) => moment.operator.checkNumber ?? ""],
  ["office", ({ moment }) => moment.operator.office ?? ""],
  ["contact", ({ moment }) => moment.operator.contact ?? "175"],
  ["total", ({ moment }) => moment.material.flow.questions],
  ["submission_days", ({ moment }) => moment.keeping.submissionDays],
  ["draft_days", ({ moment }) => moment.keeping.draftDays],
  ["kept_until", (here) => inDays(here, here.moment.keeping.draftDays)],
  ["number", ({ session }) => session.number ?? ""],
  ["trial", ({ moment }) => (moment.trial ? "yes" : "no")],
  ["segment", ({ known }) => String(known("segment") ?? "other")],
  ["has_receiver", (here) => (receiverHere(here.known, here.moment) === undefined ? "no" : "yes")],
  ["receiver", receiverName],
  ["home_regency", homeRegency],
  ["help", helpWanted],
  ["promised", ({ moment }) => (moment.reviewDays === undefined ? "no" : "yes")],
  ["review_until", ({ moment, tongue }) => tongue.wording.date(promisedDay(moment.today, moment))],
]);

/** The names of these and of the figures that are worked out; beside them only rows of flows/rules/benefits.yaml. */
export const sharedVariables: readonly string[] = [...variables.keys(), ...figureNames];

/** Looks a variable up; what is not known yet is undefined, and a text that needs it is never said before. */
export function valuesOf(here: Here): Lookup {
  const found = new Map<string, string | number | undefined>();
  return (name) => {
    if (found.has(name)) return found.get(name);
    const variable = variables.get(name);
    const value = variable === undefined ? figureNamed(name, here) : variable(here);
    found.set(name, value);
    return value;
  };
}

/** The shared variables and a few of the text's own. */
export function valuesWith(here: Here, own: Readonly<Record<string, string | number>>): Lookup {
  return (name) => own[name] ?? here.values(name);
}

/** By when staff promise to look at what is received on a day; never on a day on which nobody works. */
export function promisedDay(
  received: CalendarDate,
  { reviewDays = 0 }: Pick<Moment, "reviewDays">,
): CalendarDate {
  return workingDayFrom(dayAfter(received, reviewDays));
}

function inDays({ moment, tongue }: Here, days: number): string {
  return tongue.wording.date(dayAfter(moment.today, days));
}

/** "Pak Budi" once name and sex are known, "Bapak/Ibu" before. */
function salutation({ known, tongue }: Here): string {
  const name = known("name");
  const sex = known("sex");
  if (typeof name !== "string" || typeof sex !== "string") {
    return tongue.wording.text("conversation.you.unknown");
  }
  return tongue.wording.text(`conversation.you.${sex}`, { name: firstName(name) });
}

/** What it is said to be once nobody there receives names any more. */
function receiverName({ known, moment, tongue }: Here): string {
  const receiver = receiverHere(known, moment)?.receiver;
  return receiver ?? tongue.wording.text("conversation.a-receiver");
}

/** "Kabupaten Banyuasin"; outside the province we do not know its name. */
function homeRegency({ known, moment, tongue }: Here): string {
  const regency = moment.material.places.regencies.find(({ code }) => code === known("regency"));
  return regency?.name ?? tongue.wording.text("conversation.that-area");
}

/** Whose money the person hopes for: nothing of it is sure until they themselves say so. */
function helpWanted({ known }: Here): "proposed" | "sponsor" | "none" {
  if (known("cannot_pay") === "propose") return "proposed";
  return known("payer") === "sponsor" ? "sponsor" : "none";
}

/** A title ("H.", "Ir.") is no name to call somebody by, nor is the "I" of "I Wayan". */
function firstName(name: string): string {
  const [first = name] = name.split(" ").filter((word) => word.length > 1 && !word.endsWith("."));
  return first;
}
