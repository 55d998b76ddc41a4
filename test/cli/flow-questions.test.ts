/** What authors read of what people ask: what is answered, what was unclear, and where nothing was found. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { questionLines } from "../../src/cli/flow-questions.ts";
import { operatorWording } from "../../src/content/operator.ts";
import { parseCalendarDate, todayIn } from "../../src/enrolment/calendar.ts";
import { lastDays } from "../../src/reports/days.ts";
import { type Asked, countQuestion } from "../../src/reports/question-store.ts";
import { newShelf, within } from "../operations/shelf.ts";
import { lindung } from "./command.ts";

const days = lastDays(parseCalendarDate("2026-11-30") ?? expect.fail());
const linesIn = (language: "id" | "en", asked: readonly Asked[]) =>
  questionLines(asked, days, operatorWording(join(import.meta.dirname, "..", ".."), language)).join(
    "\n",
  );

const asked: readonly Asked[] = [
  { outcome: "told", topic: "price", step: "income", count: 1204 },
  { outcome: "told", topic: "jht", step: "programs", count: 30 },
  { outcome: "unknown", topic: null, step: "village", count: 12 },
  { outcome: "told", topic: "jht", step: null, count: 9 },
  { outcome: "unsure", topic: "paying-late", step: "period", count: 8 },
  { outcome: "unknown", topic: null, step: null, count: 3 },
  { outcome: "unsure", topic: "health", step: "period", count: 2 },
  { outcome: "unsure", topic: "paying-late", step: "payer", count: 1 },
];

test("in English", () => {
  expect(
    linesIn("en", asked),
  ).toBe(`1 November 2026 to 30 November 2026: 1,269 questions in people's own words.

Answered: 1,243. By topic:
   1204  price
     39  jht

Offered what may have been meant: 11. By the likeliest topic:
      9  paying-late
      2  health

Not answered: 15. By the question that waited:
     12  village
      3  (none waited)`);
});

test("in Indonesian", () => {
  expect(
    linesIn("id", asked),
  ).toBe(`1 November 2026 sampai 30 November 2026: 1.269 pertanyaan dengan kata sendiri.

Dijawab: 1.243. Menurut topik:
   1204  price
     39  jht

Ditawari yang mungkin dimaksud: 11. Menurut topik yang paling mungkin:
      9  paying-late
      2  health

Tidak terjawab: 15. Menurut pertanyaan yang sedang menunggu:
     12  village
      3  (tidak ada)`);
});

test.each([
  ["en", "1 November 2026 to 30 November 2026: nobody asked anything in their own words."],
  ["id", "1 November 2026 sampai 30 November 2026: belum ada yang bertanya dengan kata sendiri."],
] as const)("where nobody asked, that is all (%s)", (language, line) => {
  expect(linesIn(language, [])).toBe(line);
});

const count = (place: Parameters<typeof within>[0], outcome: "told" | "unknown", id: string) =>
  within(place, (database) =>
    database.grouped((db) =>
      countQuestion(db, {
        ...{ id, outcome, day: todayIn(new Date().toISOString()), flow: "enrolment" },
        ...{
          topic: outcome === "told" ? "jht" : null,
          step: "nik",
          channel: "web-chat",
          link: null,
        },
      }),
    ),
  );

test("called: the counts, and where to write what is not answered yet", async () => {
  const shelf = await newShelf();
  await count(shelf, "told", "u-1");
  const well = lindung(shelf, ["flow", "questions"]);
  expect(well).toMatchObject({
    ...{ status: 0, stderr: "" },
    stdout: expect.stringMatching(
      /: 1 question in people's own words\.\n\nAnswered: 1\. [^\n]*\n +1 {2}jht\n$/,
    ),
  });
  await count(shelf, "unknown", "u-2");
  expect(lindung(shelf, ["flow", "questions"], { LANG: "id_ID.UTF-8" })).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/Tidak terjawab: 1\. [^\n]*\n +1 {2}nik\n$/),
    stderr: expect.stringContaining("locales/*/words/questions.yaml"),
  });
});

test("where there are no data yet it says so, and makes none", async () => {
  const { data, keyFile, backups } = await newShelf();
  const nowhere = { data: join(data, "none"), keyFile, backups };
  const run = lindung(nowhere, ["flow", "questions"]);
  expect(run).toMatchObject({ status: 1, stdout: "" });
  expect(run.stderr).toBe(
    `There are no data in ${nowhere.data} yet: they are made by npm start.\n`,
  );
  expect(lindung(nowhere, ["flow", "questions"]).stderr).toBe(run.stderr);
});
