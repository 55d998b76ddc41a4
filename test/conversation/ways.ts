/** How to come to each question, also to those that Siti is not asked. */
import { expect } from "vitest";
import type { Moment } from "../../src/conversation/moment.ts";
import type { Session } from "../../src/conversation/session.ts";
import { realMaterial } from "../world.ts";
import { type Talk, talk, usual } from "./talk.ts";

/** Of the questions that Siti is not asked: up to where as she, and what is said then. */
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

/** The data of all questions, in their order. */
export const questions = realMaterial().flow.steps.flatMap((step) =>
  step.type === "ask" ? [step.datum] : [],
);

/** A talk that waits for the answer to this question. */
export function reached(datum: string, part: Partial<Moment> = {}): Talk {
  const [upTo = datum, ...heard] = ways[datum] ?? [];
  expect(upTo in usual || upTo === "confirm").toBe(true);
  const here = talk(upTo, part);
  for (const text of heard) if (here.asked() !== datum) here.say(text);
  return here;
}

/** What is saved of Siti, who has come so far and said that. */
export function siti(upTo: string, ...said: readonly string[]): Session {
  const there = talk(upTo);
  there.say(...said);
  return there.session();
}
