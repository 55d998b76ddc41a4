/** What is typed under a question that income asks back, and is none of its buttons. */
import { expect, test } from "vitest";
import { income } from "../../../src/conversation/answers/income.ts";
import type { Reading } from "../../../src/conversation/answers/kind.ts";
import { aboutFor } from "../../about.ts";
import { short } from "../../readings.ts";

const about = aboutFor();

/** A number that was understood, a fault, or what is asked back: its text and the amounts that can be taken. */
function told(reading: Reading): unknown {
  if (reading.kind !== "ask-back") return short(reading);
  const { monthly, daily, days, amount } = reading.values;
  return [reading.text.replace("income.", ""), ...[daily, days, amount, monthly].filter(Boolean)];
}

/** What is read when a reply stands in the place of the gap of what was asked back. */
function replied(heard: string, reply: string): unknown {
  const reading = income.read(heard, about);
  const completes = reading.kind === "ask-back" ? reading.completes : undefined;
  return told(income.read(String(completes).replace("{}", reply), about));
}

test.each([
  ["days", "20 hari", ["daily", "Rp150.000", 20, "Rp3.000.000"]],
  ["days after a yes", "ya 20 hari", ["daily", "Rp150.000", 20, "Rp3.000.000"]],
  ["only so many days", "cuma 20 hari", ["daily", "Rp150.000", 20, "Rp3.000.000"]],
  ["a no and days", "idak, 20 hari", ["daily", "Rp150.000", 20, "Rp3.000.000"]],
  ["days of a week", "6 hari seminggu", ["daily", "Rp150.000", 24, "Rp3.600.000"]],
  ["every day", "tiap hari", ["daily", "Rp150.000", 30, "Rp4.500.000"]],
  ["another amount is heard as usual", "100 ribu", { fault: "several" }],
])("after the days were told back: %s", (_why, reply, expected) => {
  expect(replied("150 ribu sehari", reply)).toEqual(expected);
});

test.each([
  ["a day", "sehari bae", ["daily", "Rp400.000", 25, "Rp10.000.000"]],
  ["a day in one word", "perhari", ["daily", "Rp400.000", 25, "Rp10.000.000"]],
  ["every day", "tiap hari", ["daily", "Rp400.000", 25, "Rp10.000.000"]],
  ["a month, softened", "sebulanlah", 400_000],
  ["a month after a yes", "ya sebulan", 400_000],
  ["something else", "2 minggu sekali", ["by-span", "Rp400.000", "Rp800.000"]],
  ["another amount is heard as usual", "100 ribu", { fault: "several" }],
])("after 'a day or a month?': %s", (_why, reply, expected) => {
  expect(replied("400 ribu", reply)).toEqual(expected);
});

test.each([
  ["times a year", "4 kali setahun", ["by-harvest", "Rp5.000.000", "Rp1.666.667"]],
  ["every week", "tiap minggu", ["by-harvest", "Rp5.000.000", "Rp20.000.000"]],
  ["every two weeks", "2 minggu sekali", ["by-harvest", "Rp5.000.000", "Rp10.000.000"]],
  ["every three months", "3 bulan sekali", ["by-harvest", "Rp5.000.000", "Rp1.666.667"]],
  ["once a year", "sekali setahun", ["by-harvest", "Rp5.000.000", "Rp416.667"]],
  ["by the season", "musiman", ["menu"]],
  ["another amount is heard as usual", "2 juta", { fault: "several" }],
])("after 'how many harvests?': %s", (_why, reply, expected) => {
  expect(replied("tiap panen 5 juta", reply)).toEqual(expected);
});
