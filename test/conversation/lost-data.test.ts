/** A flow may change while people are in the middle of it: what no longer fits is asked again, and nothing breaks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { advance } from "../../src/conversation/advance.ts";
import { hereOf, nextStep } from "../../src/conversation/here.ts";
import { parseSession, type Session } from "../../src/conversation/session.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start, talk, usual } from "./talk.ts";

const material = realMaterial();
const moment = momentAt(start);

test.each(Object.keys(usual))("%s is gone from what was saved: it is asked again", (datum) => {
  const { answers, ...rest } = talk("confirm").session();
  const { [datum]: _lost, ...kept } = answers;
  expect(nextIn({ ...rest, answers: kept })).toBe(datum);
});

test.each(Object.keys(usual))("%s had another name: it is asked again", (datum) => {
  const { answers, ...rest } = talk("confirm").session();
  const { [datum]: lost, ...kept } = answers;
  if (lost === undefined) throw new Error("it was answered");
  const session = { ...rest, answers: { ...kept, [`${datum}_before`]: lost } };
  expect(nextIn(session)).toBe(datum);
  expect(parseSession(session, material)?.answers).not.toHaveProperty(`${datum}_before`);
});

test.each(Object.keys(usual))(
  "%s holds a value that is none any more: it is asked again",
  (datum) => {
    const { answers, ...rest } = talk("confirm").session();
    const answer = answers[datum];
    if (answer === undefined) throw new Error("it was answered");
    expect(nextIn({ ...rest, answers: { ...answers, [datum]: { ...answer, value: "!" } } })).toBe(
      datum,
    );
  },
);

/** What may stand in a saved session at any of its places. */
const part = fc.oneof(
  fc.constantFrom<unknown>("", "ya", 0, 1, null, {}, [], { value: "x" }, { code: "16.07.01.1001" }),
  fc.constantFrom("gone", "village", "income", "period"),
);

test.each([
  ["in the middle", "income", ["500"]],
  ["in a correction", "confirm", ["ubah iuran"]],
  ["in the gap of an answer", "income", ["50 ribu sehari", "[other-days]"]],
  ["asked which village", "village", ["Sungai Pinang"]],
  ["with an old button", "name", ["[own-account]"]],
  ["wanting to give the address of the card", "phone", ["ubah alamat ktp"]],
  ["handed in", "confirm", ["[yes]"]],
])("%s: anything may be changed in what was saved, and the talk goes on", (_when, upTo, heard) => {
  const here = talk(upTo);
  here.say(...heard);
  const saved = JSON.stringify(here.session());
  const paths = pathsIn(JSON.parse(saved));
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      part,
      fc.constantFrom("1", "lanjut", "batal", "20"),
      (path, value, text) => {
        const session = parseSession(changed(JSON.parse(saved), path, value), material);
        if (session === undefined) return;
        expect(parseSession(JSON.parse(JSON.stringify(session)), material)).toEqual(session);
        expect(advance(session, { kind: "text", text }, moment).says.length).toBeGreaterThan(0);
        expect(
          advance(session, { kind: "choice", value: text }, moment).says.length,
        ).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});

function nextIn(saved: Session): string | undefined {
  const session = parseSession(JSON.parse(JSON.stringify(saved)), material);
  if (session === undefined) throw new Error("the session was none");
  const step = nextStep(hereOf(session, moment));
  return step?.type === "ask" ? step.datum : step?.id;
}

function pathsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...pathsIn(inner).map((path) => [name, ...path]),
  ]);
}

function changed(value: unknown, [name = "", ...more]: readonly string[], to: unknown): unknown {
  const record = { ...(value as Record<string, unknown>) };
  const inner = more.length === 0 ? to : changed(record[name], more, to);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === name ? inner : one));
  return { ...record, [name]: inner };
}
