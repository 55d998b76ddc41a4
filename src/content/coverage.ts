/** Whether the dated tables give today what the program cannot do without, and which of their rows end soon. */
import { languages } from "../conversation/wording/wording.ts";
import { type CalendarDate, dayAfter, monthOf } from "../enrolment/calendar.ts";
import { mayBeSaid } from "../enrolment/rules.ts";
import { remark } from "./checks/check.ts";
import { variablesOf } from "./checks/texts.ts";
import type { Fault } from "./reading/fault.ts";
import type { Loaded } from "./reading/loaded.ts";
import { type RuleRow, ruleRows } from "./rule-rows.ts";

/** The rule that a table breaks which has nothing for today. */
export const coverageRule = "row-for-today";

/** A rule that ends within so many days is named, so that its successor is written in time. */
const daysAhead = 30;

export type Ending = { readonly id: string; readonly to: string };

/** What is needed and not given on that day: each thing once, where its author goes on writing. */
export function uncovered(loaded: Loaded, today: CalendarDate): readonly Fault[] {
  const rows = ruleRows(loaded);
  return neededThings(loaded, rows).flatMap(({ thing, table }): readonly Fault[] => {
    const about = rows.filter((row) => row.thing === thing);
    const sure = about.filter(mayBeSaid);
    if (sure.some((row) => holds(row, today))) return [];
    const nothing = `nothing gives ${thing} today, ${today}`;
    const doubtful = about.find((row) => holds(row, today));
    if (doubtful !== undefined) {
      return [at(doubtful, "sure", `what is ${doubtful.sure} is not said, so ${nothing}`)];
    }
    const last = sure
      .filter(({ from }) => from <= today)
      .toSorted(byBeginning)
      .at(-1);
    if (last !== undefined) return [at(last, "to", `ended on ${last.to}, and ${nothing}`)];
    const [next] = sure.toSorted(byBeginning);
    if (next !== undefined) return [at(next, "from", `begins on ${next.from}, and ${nothing}`)];
    const { source } = loaded.rules[table];
    return [{ rule: coverageRule, ...remark(source, [], nothing) }];
  });
}

/** The rows that end soon and have no successor yet. */
export function endingSoon(loaded: Loaded, today: CalendarDate): readonly Ending[] {
  const rows = ruleRows(loaded);
  const last = dayAfter(today, daysAhead);
  return rows.flatMap(({ id, thing, to }) => {
    if (to === null || to < today || to > last) return [];
    const isFollowed = rows.some((row) => row.thing === thing && row.from > to);
    return isFollowed ? [] : [{ id, to }];
  });
}

type Needed = Pick<RuleRow, "thing" | "table">;

/** Without these people would be told nothing of what they pay, children would be let in, and texts would have gaps. */
function neededThings(loaded: Loaded, rows: readonly RuleRow[]): readonly Needed[] {
  const said = new Set(
    languages.flatMap((language) =>
      [...loaded.languages[language].texts.values()].flatMap(variablesOf),
    ),
  );
  const benefits = rows.filter(({ table, thing }) => table === "benefits" && said.has(thing));
  return [
    { thing: "the contribution", table: "contributions" },
    { thing: "the minimum age", table: "eligibility" },
    ...[...new Set(benefits.map(({ thing }) => thing))].map(
      (thing): Needed => ({ thing, table: "benefits" }),
    ),
  ];
}

/** A contribution is owed by the month: what holds on its first day holds for all of it. */
function holds({ table, from, to }: RuleRow, today: CalendarDate): boolean {
  const day = table === "contributions" ? `${monthOf(today)}-01` : today;
  return from <= day && (to === null || day <= to);
}

function byBeginning(one: RuleRow, other: RuleRow): number {
  return one.from.localeCompare(other.from, "en");
}

function at(row: RuleRow, key: string, reason: string): Fault {
  return { rule: coverageRule, ...remark(row.file, [...row.path, key], reason) };
}
