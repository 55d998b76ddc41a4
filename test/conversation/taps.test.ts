/** Every button of every question does something: it is taken, and never called unknown. */
import { expect, test } from "vitest";
import { hereOf, optionsOf } from "../../src/conversation/here.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start } from "./talk.ts";
import { questions, reached } from "./ways.ts";

const { flow } = realMaterial();

test.each(questions)("%s can be reached", (datum) => {
  expect(reached(datum).asked()).toBe(datum);
});

const buttons = questions.flatMap((datum) => {
  const moment = momentAt(start, { abilities: ["share-contact"] });
  const here = hereOf(reached(datum).session(), moment);
  return optionsOf(here, datum).map(({ value }) => [datum, value] as const);
});

/** Set by other choices; or nobody receives names yet (cannot-pay.test.ts has somebody who does). */
const notOffered = ["payer self", "payer sponsor", "payer cannot-yet", "cannot_pay propose"];

test("every choice of every list is offered somewhere, but those that wait for others", () => {
  const offered = new Set(
    buttons.map(([datum, value]) => `${flow.data.get(datum)?.list} ${value}`),
  );
  const listed = [...flow.lists].flatMap(([list, rows]) =>
    rows.map(({ value }) => `${list} ${value}`),
  );
  expect(listed.filter((name) => !offered.has(name))).toEqual(notOffered);
});

test.each(buttons)("%s: %s", (datum, value) => {
  const here = reached(datum, { abilities: ["share-contact"] });
  const turn = here.say(`[${value}]`);
  expect(turn.says.length).toBeGreaterThan(0);
  const row = flow.lists.get(flow.data.get(datum)?.list ?? "")?.find((row) => row.value === value);
  const { answers, phase, aside } = here.session();
  switch (row?.does) {
    case "staff":
      expect(turn.effects).toContainEqual({ kind: "staff", why: expect.any(String) });
      break;
    case "later":
      expect(phase).toBe("paused");
      break;
    case "explain":
    case "share":
      expect(here.asked()).toBe(datum);
      break;
    case undefined:
      if (datum === "confirm" && value === "no") expect(aside).toEqual({ kind: "which" });
      else if (row?.sets?.[datum] === null) expect(here.asked()).not.toBe(datum);
      else expect(answers[datum]?.value).toBe(value);
  }
  for (const [name, set] of Object.entries(row?.sets ?? {})) {
    expect(answers[name]?.value ?? null).toBe(set);
  }
});
