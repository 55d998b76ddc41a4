/** What must hold for the dated tables of flows/rules/ and for the figures that explanations name. */
import { languages } from "../../conversation/wording.ts";
import { computedFigures, type RuleRow, ruleRows } from "../rule-rows.ts";
import { type Check, remark } from "./check.ts";
import { variablesOf } from "./texts.ts";

export const rowChecks = {
  "row-dates-in-order": function* (content) {
    for (const { source, path, from, to } of ruleRows(content)) {
      if (to === null || from <= to) continue;
      yield remark(source, [...path, "to"], `ends on ${to}, before it begins on ${from}`);
    }
  },

  /** Else which of the two holds would depend on the order of a file. */
  "rows-apart": function* (content) {
    const rows = ruleRows(content);
    for (const [index, row] of rows.entries()) {
      const earlier = rows.slice(0, index).find((other) => overlap(row, other));
      if (earlier === undefined) continue;
      const reason = `from ${row.from} on holds beside the row from ${earlier.from} to ${earlier.to ?? "now"}`;
      yield remark(row.source, [...row.path, "from"], reason);
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
    for (const { figure, path } of figuresOfTopics(content)) {
      for (const { sure } of rowsOfFigure(figure, rows)) {
        if (sure === "A" || sure === "B") continue;
        yield remark(
          content.topics.source,
          path,
          `${figure} is only ${sure}: figures that are said are A or B`,
        );
      }
    }
  },

  /** A figure in an explanation is named by its topic, so that it is checked. */
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

function overlap(one: RuleRow, other: RuleRow): boolean {
  if (one.table !== other.table || one.thing !== other.thing) return false;
  return one.from <= (other.to ?? endOfTime) && other.from <= (one.to ?? endOfTime);
}

const endOfTime = "9999-12-31";

function figuresOfTopics({ topics }: Parameters<Check>[0]) {
  return topics.value.topics.flatMap(({ figures }, index) =>
    figures.map((figure, position) => ({
      figure,
      path: ["topics", index, "figures", position] as const,
    })),
  );
}

/** The rows that a figure comes from. */
function rowsOfFigure(figure: string, rows: readonly RuleRow[]): readonly RuleRow[] {
  const table = computedFigures[figure];
  return rows.filter(
    (row) => row.table === (table ?? "benefits") && (table !== undefined || row.thing === figure),
  );
}
