/** Asking for a calculation on a day, with so much known of the person. */
import { calculation } from "../../src/conversation/calculator/calculation.ts";
import { hereOf } from "../../src/conversation/here.ts";
import type { Material } from "../../src/conversation/material.ts";
import { newSession, type Session } from "../../src/conversation/session.ts";
import type { Language } from "../../src/conversation/wording/wording.ts";
import { realMaterial } from "../world.ts";
import { momentAt } from "./talk.ts";

/** What is known of the person, by a word for it. */
const people = {
  nobody: {},
  "a rubber tapper": { occupation: { code: "rubber-tapper" } },
  "an ojek rider": { occupation: { code: "motorcycle-taxi" } },
  "a rubber tapper who earns 2 million": {
    occupation: { code: "rubber-tapper" },
    income: 2_000_000,
  },
  "an ojek rider who earns 2 million": {
    occupation: { code: "motorcycle-taxi" },
    income: 2_000_000,
  },
  "an employer": { occupation: { code: "rubber-tapper" }, segment: "employer" },
  "somebody for whom the village pays": {
    occupation: { code: "rubber-tapper" },
    income: 2_000_000,
    sponsor: "government",
  },
} as const;

export type Person = keyof typeof people;

/** The bubbles, one below the other; undefined where no calculation is asked for. */
export function calculated(
  text: string,
  person: Person = "nobody",
  day = "2026-11-25",
  { language = "id", material = realMaterial() }: { language?: Language; material?: Material } = {},
): string | undefined {
  const now = `${day}T02:00:00.000Z`;
  const answers = Object.fromEntries(
    Object.entries(people[person]).map(([datum, value]) => [
      datum,
      { value, at: now, how: "typed", by: "self" },
    ]),
  ) as Session["answers"];
  const session = { ...newSession(now), language, answers };
  return calculation(text, hereOf(session, momentAt(now, { material })))
    ?.map((say) => say.text)
    .join("\n\n");
}
