/** What people say they do → the occupation of the list, the ecosystem, and the sector of the discount. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { advance } from "../../../src/conversation/advance.ts";
import { hereOf } from "../../../src/conversation/here.ts";
import { occupationRows } from "../../lists.ts";
import { momentAt, start, talk } from "../talk.ts";

const file = join(import.meta.dirname, "tellings.yaml");
const tellings = parse(readFileSync(file, "utf8")) as readonly [string, string, string, string][];

const asked = talk("occupation").session();
const moment = momentAt(start);

test.each(tellings)("%s: %s, %s, %s", (said, code, ecosystem, sector) => {
  const { session } = advance(asked, { kind: "text", text: said }, moment);
  const { known } = hereOf(session, moment);
  const occupation = known("occupation");
  const place = typeof occupation === "object" ? occupation["code"] : occupation;
  // Where they sell is asked, and decides.
  const isAsked = session.answers["trade_place"] === undefined && isTrader(code);
  expect([place, isAsked ? "?" : known("ecosystem"), known("sector")]).toEqual([
    code,
    ecosystem,
    sector,
  ]);
});

function isTrader(code: string): boolean {
  return occupationRows.some((row) => row.code === code && row.trader === true);
}

test("there are many of them, and every occupation of the list is told in some way", () => {
  expect(tellings.length).toBeGreaterThanOrEqual(120);
  const told = new Set(tellings.map(([, code]) => code));
  expect(occupationRows.map(({ code }) => code).filter((code) => !told.has(code))).toEqual([]);
});

test.each([
  ["[desa]", "desa"],
  ["di kebun", "desa"],
  ["di pasar", "pasar"],
  ["usaha dewek di rumah", "ukm"],
  ["pindah pindah, mano bae", "rentan"],
])("a job that is on no list, and then %s: %s", (said, ecosystem) => {
  const here = talk("occupation");
  here.say("pawang hujan", "ya", said);
  expect(hereOf(here.session(), moment).known("ecosystem")).toBe(ecosystem);
  expect(here.asked()).toBe("income");
});
