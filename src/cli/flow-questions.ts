/** `lindung flow questions`: what people asked in free words lately, so that authors see what to write next. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Wording } from "../conversation/wording/wording.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { openData } from "../house.ts";
import { type Days, lastDays } from "../reports/days.ts";
import { type Asked, questionsAsked } from "../reports/question-store.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the counts of the last days; returns the exit code. */
export async function flowQuestions(now: Date, terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const { dataDir: folder } = config;
  if (config.database.kind === "sqlite" && !existsSync(join(folder, "lindung.db"))) {
    complain(wording.text("operator.backup.nothing", { folder }));
    return 1;
  }
  const days = lastDays(todayIn(now.toISOString()));
  const { database } = await openData(config);
  try {
    const asked = await questionsAsked(database.read, days);
    for (const line of questionLines(asked, days, wording)) print(line);
    if (asked.some(({ outcome }) => outcome !== "told"))
      complain(wording.text("operator.flow-questions.next"));
    return 0;
  } finally {
    await database.close();
  }
}

/** What was explained, and what may have been meant, by topic; what nothing was found for by the step where it came. */
export function questionLines(
  asked: readonly Asked[],
  { from, to }: Days,
  wording: Wording,
): readonly string[] {
  const say = (key: string, values = {}) => wording.text(`operator.flow-questions.${key}`, values);
  const noStep = say("no-step");
  const groups = [
    { outcome: "told", nameOf: ({ topic }: Asked) => topic },
    { outcome: "unsure", nameOf: ({ topic }: Asked) => topic },
    { outcome: "unknown", nameOf: ({ step }: Asked) => step },
  ] as const;
  return [
    say("sum", { from: wording.date(from), to: wording.date(to), count: sumOf(asked) }),
    ...groups.flatMap(({ outcome, nameOf }) => {
      const rows = asked.filter((row) => row.outcome === outcome);
      if (rows.length === 0) return [];
      const counts = [...Map.groupBy(rows, (row) => nameOf(row) ?? noStep)]
        .map(([name, rows]) => ({ name, count: sumOf(rows) }))
        .toSorted((one, other) => other.count - one.count);
      return [
        "",
        say(outcome, { count: sumOf(rows) }),
        ...counts.map(({ name, count }) => `${String(count).padStart(7)}  ${name}`),
      ];
    }),
  ];
}

function sumOf(asked: readonly Asked[]): number {
  return asked.reduce((sum, { count }) => sum + count, 0);
}
