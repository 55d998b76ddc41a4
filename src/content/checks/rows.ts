/** What must hold for the dated tables of flows/rules/ and for the figures that texts name. */
import { type Language, languages } from "../../conversation/wording/wording.ts";
import { type CalendarDate, dayAfter, parseCalendarDate } from "../../enrolment/calendar.ts";
import { mayBeSaid } from "../../enrolment/rules.ts";
import { computedFigures, type RuleRow, ruleRows } from "../rule-rows.ts";
import { type Check, type Content, remark } from "./check.ts";
import { variablesOf } from "./texts.ts";

export const rowChecks = {
  "row-day-exists": function* (content) {
    for (const { file, path, from, to } of ruleRows(content)) {
      for (const [key, day] of Object.entries({ from, to })) {
        if (day === null || parseCalendarDate(day) !== undefined) continue;
        yield remark(file, [...path, key], `there is no day ${day}`);
      }
    }
  },

  "row-dates-in-order": function* (content) {
    for (const { file, path, from, to } of ruleRows(content)) {
      if (to === null || from <= to) continue;
      yield remark(file, [...path, "to"], `ends on ${to}, before it begins on ${from}`);
    }
  },

  /** Else which of the two holds would depend on the order of a file. Rows that are never said may contradict. */
  "rows-apart": function* (content) {
    const rows = ruleRows(content).filter(mayBeSaid);
    for (const [index, row] of rows.entries()) {
      const earlier = rows.slice(0, index).find((other) => holdTogether(row, other));
      if (earlier === undefined) continue;
      const span = `${earlier.from} to ${earlier.to ?? "now"}`;
      yield remark(row.file, row.path, `another row gives ${row.thing} from ${span} already`);
    }
  },

  /**
   * Discounts and receivers may stop and begin again, and what is not sure is not said; of the rest something holds on
   * every day.
   */
  "row-follows": function* (content) {
    const rows = ruleRows(content)
      .filter((row) => mayBeSaid(row) && !comeAndGo.includes(row.table))
      .toSorted((one, other) => one.from.localeCompare(other.from, "en"));
    for (const [index, row] of rows.entries()) {
      const before = rows
        .slice(0, index)
        .filter(({ thing }) => thing === row.thing)
        .at(-1);
      if (before === undefined || before.to === null || !areDays(before.to, row.from)) continue;
      if (row.from <= dayAfter(before.to as CalendarDate, 1)) continue;
      const reason = `nothing gives ${row.thing} between ${before.to} and ${row.from}`;
      yield remark(row.file, [...row.path, "from"], reason);
    }
  },

  /** What is owed is owed by the month: a row that began on the 15th would hold from the month after. */
  "row-whole-months": function* (content) {
    for (const { table, file, path, from, to } of ruleRows(content)) {
      if (table !== "contributions" && table !== "discounts") continue;
      if (areDays(from) && !from.endsWith("-01")) {
        yield remark(file, [...path, "from"], "must be the first day of a month");
      }
      if (to !== null && areDays(to) && !dayAfter(to as CalendarDate, 1).endsWith("-01")) {
        yield remark(file, [...path, "to"], "must be the last day of a month");
      }
    }
  },

  /** Submissions keep the ids of the rows they were worked out by. A benefit's id is its name, kept by its successor. */
  "row-id-once": function* (content) {
    const rows = ruleRows(content).filter(({ table }) => table !== "benefits");
    for (const [index, { id, file, path }] of rows.entries()) {
      if (rows.findIndex((row) => row.id === id) === index) continue;
      yield remark(file, [...path, "id"], `another row has the id "${id}"`);
    }
  },

  /** Else there would be incomes without a contribution. */
  "brackets-ascend": function* ({ rules }) {
    const { value, source } = rules.contributions;
    for (const [index, { brackets }] of value.entries()) {
      for (const [position, { above }] of brackets.entries()) {
        const before = brackets[position - 1];
        if (before === undefined ? above === 0 : above > before.above) continue;
        const reason =
          before === undefined ? "the first begins at 0" : `comes after ${before.above}`;
        yield remark(source, [index, "brackets", position, "above"], reason);
      }
    }
  },

  /** Nobody would ever be proposed to a receiver whose regency has another code. */
  "receiver-area-exists": function* ({ rules, places }) {
    const { value, source } = rules.receivers;
    const regencies = places.regencies.map(({ code }) => code);
    const areas = new Set([...regencies, ...regencies.map((code) => code.slice(0, 2))]);
    for (const [index, { area }] of value.entries()) {
      if (areas.has(area)) continue;
      yield remark(source, [index, "area"], `no regency has the code ${area}`);
    }
  },

  "figure-exists": function* (content) {
    const rows = ruleRows(content);
    for (const { figure, path } of figuresOfTopics(content)) {
      if (rowsOfFigure(figure, rows).length > 0) continue;
      yield remark(content.topics.source, path, `no rule gives the figure "${figure}"`);
    }
  },

  /** A figure that is not sure is not said: a wrong amount costs people their trust, or their money. */
  "figure-sure": function* (content) {
    const rows = ruleRows(content);
    for (const { text, variables } of variablesByText(content)) {
      for (const figure of variables) {
        const doubtful = rowsOfFigure(figure, rows).find((row) => !mayBeSaid(row));
        if (doubtful === undefined) continue;
        const reason = `{${figure}} is ${doubtful.sure}: only what is A or B is said`;
        yield remark(text.source, text.path, reason);
      }
    }
  },

  /** The figures of an explanation are named by its topic, so that an author sees what changes with a rule. */
  "figure-named": function* (content) {
    const rows = ruleRows(content);
    for (const [index, { name, figures }] of content.topics.value.topics.entries()) {
      const used = languages.flatMap((language) => {
        const text = content.languages[language].texts.get(`explain.${name}`);
        return text === undefined ? [] : variablesOf(text);
      });
      for (const figure of new Set(used)) {
        if (figures.includes(figure) || rowsOfFigure(figure, rows).length === 0) continue;
        const reason = `its text uses {${figure}}, which is not among its figures`;
        yield remark(content.topics.source, ["topics", index], reason);
      }
    }
  },
} satisfies Record<string, Check>;

/** Tables that need not give something on every day. */
const comeAndGo: readonly RuleRow["table"][] = ["discounts", "receivers"];

/** What is no day is the remark of another rule. */
function areDays(...days: readonly string[]): boolean {
  return days.every((day) => parseCalendarDate(day) !== undefined);
}

function holdTogether(one: RuleRow, other: RuleRow): boolean {
  if (one.thing !== other.thing) return false;
  return one.from <= (other.to ?? endOfTime) && other.from <= (one.to ?? endOfTime);
}

const endOfTime = "9999-12-31";

function figuresOfTopics({ topics }: Content) {
  return topics.value.topics.flatMap(({ figures }, index) =>
    figures.map((figure, position) => ({ figure, path: ["topics", index, "figures", position] })),
  );
}

function variablesByText(content: Content) {
  return languages.flatMap((language: Language) =>
    [...content.languages[language].texts].map(([key, text]) => ({
      key,
      text,
      variables: variablesOf(text),
    })),
  );
}

/** The rows that a figure comes from; of a computed one only those that may be said are used. */
function rowsOfFigure(figure: string, rows: readonly RuleRow[]): readonly RuleRow[] {
  const table = computedFigures[figure];
  return table === undefined
    ? rows.filter((row) => row.table === "benefits" && row.id === figure)
    : rows.filter((row) => row.table === table && mayBeSaid(row));
}
