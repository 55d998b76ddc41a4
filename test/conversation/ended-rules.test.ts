/** Rules end while the program runs: nothing is quoted past their last day, and nobody's talk dies of it. */
import { expect, test } from "vitest";
import { advance, open } from "../../src/conversation/advance.ts";
import { hereOf } from "../../src/conversation/here.ts";
import type { Material, Rules } from "../../src/conversation/material.ts";
import { registrationOf } from "../../src/conversation/registration.ts";
import { newSession } from "../../src/conversation/session.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start, talk } from "./talk.ts";

const operator = { name: "Serikat Uji", contact: "0711 123456" };
const word = "[menyusul]";
const note = realMaterial().tongues.id.wording.text("conversation.figures-renewed");

/** The real content whose rules ended on that day. */
function until(to: string): Material {
  const material = realMaterial();
  const ended = Object.entries(material.rules).map(([table, rows]) => [
    table,
    rows.map((row) => ({ ...row, to })),
  ]);
  return { ...material, rules: Object.fromEntries(ended) as Rules };
}

const ended = until("2026-10-31");

test("the greeting goes on without its figure, and the question comes last", () => {
  const moment = momentAt(start, { material: ended, operator, trial: false });
  const says = open(newSession(start), moment).says.map(({ text }) => text);
  expect(says.join("\n")).toContain(`mulai ${word} sebulan`);
  expect(says).toContain(note);
  expect(says.at(-1)).toMatch(/\?/);
});

test("a registration comes to its end, and what is owed is left to staff", () => {
  const here = talk("programs", { material: ended });
  expect(here.said()).toContain(`kematian ${word} sebulan`);
  expect(here.said()).not.toMatch(/Rp(?!2\.000\.000)/);
  here.say("1");
  const choices = here.say("apa itu JKM?").says.flatMap(({ choices = [] }) => choices);
  expect(choices.map(({ label }) => label)).toContain(`12 bulan – ${word}`);
  expect(here.said()).toContain(`sampai ${word}`);
  expect(here.said().split(note)).toHaveLength(2);
  const last = talk("confirm", { material: ended });
  expect(last.said()).toContain(`Iuran: ${word} sebulan`);
  const moment = momentAt(start, { material: ended });
  expect(registrationOf(hereOf(last.session(), moment)).contribution).toEqual({ months: [] });
  expect(last.say("ya").effects.map(({ kind }) => kind)).toContain("submit");
});

test("a rule that ends in the months to be paid: only what it covers is summed", () => {
  const here = talk("period", { material: until("2027-01-31") });
  const labels = here
    .say("halo")
    .says.flatMap(({ choices = [] }) => choices.map(({ label }) => label));
  expect(labels.filter((label) => label.includes(word))).toEqual([
    `6 bulan – ${word}`,
    `12 bulan – ${word}`,
  ]);
});

test("a child is sent away also after the row of the age has ended: the law does not lapse with our table", () => {
  const here = talk("birth_date", { material: ended });
  here.say("5 Maret 2015", "ya");
  expect(here.session().answers).toEqual({});
});

test("while the rules hold, nothing is said of it", () => {
  const turn = advance(newSession(start), { kind: "text", text: "halo" }, momentAt(start));
  expect(turn.says.map(({ text }) => text)).not.toContain(note);
});
