/** Every button of every question does something: it is taken, and never called unknown. */
import { expect, test } from "vitest";
import { hereOf, optionsOf } from "../../src/conversation/here.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start, talk, usual } from "./talk.ts";

const { flow } = realMaterial();

/** How to come to the questions that Siti is not asked. */
const ways: Readonly<Record<string, readonly [string, ...string[]]>> = {
  wage_work: ["segment", "[wage]"],
  construction_work: ["segment", "[construction]"],
  registered_doubt: ["segment", "[registered-before]"],
  other_work: ["segment", "[other]"],
  civil_work: ["segment", "[other]", "[civil-servant]"],
  village_post: ["segment", "[other]", "[village-official]"],
  age_doubt: ["birth_date", "1955"],
  trade_place: ["occupation", "jual sayur"],
  ecosystem: ["occupation", "pawang hujan", "[yes]"],
  sponsor: ["period", "[sponsor]"],
  cannot_pay: ["period", "[cannot-yet]", "Talang Putri, Plaju"],
  outside_work: ["village", "di Jambi", "[outside]"],
  regency: ["village", "Desa Antah", "[not-listed]"],
  district: ["village", "Desa Antah", "[not-listed]", "[16.07]"],
  ktp_address: ["phone", "ubah alamat ktp"],
  card_date: ["nik", "1699 0145 0690 0001"],
};

const questions = flow.steps.flatMap((step) => (step.type === "ask" ? [step.datum] : []));

test.each(questions)("%s can be reached", (datum) => {
  expect(reached(datum).asked()).toBe(datum);
});

const buttons = questions.flatMap((datum) => {
  const here = hereOf(reached(datum).session(), momentAt(start));
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
  const here = reached(datum);
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

function reached(datum: string): ReturnType<typeof talk> {
  const [upTo = datum, ...heard] = ways[datum] ?? [];
  expect(upTo in usual || upTo === "confirm").toBe(true);
  const here = talk(upTo);
  for (const text of heard) if (here.asked() !== datum) here.say(text);
  return here;
}
