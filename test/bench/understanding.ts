/** How long one turn of the real talk takes, by what a person says: the whole of `advance`, nothing around it. */
import { advance } from "../../src/conversation/advance.ts";
import { hereOf, nextStep } from "../../src/conversation/here.ts";
import type { Material } from "../../src/conversation/material.ts";
import type { Moment } from "../../src/conversation/moment.ts";
import { newSession, type Session } from "../../src/conversation/session.ts";
import { todayIn } from "../../src/enrolment/calendar.ts";

export type Understanding = {
  readonly what: string;
  readonly p50Us: number;
  readonly p99Us: number;
};

/** What Siti answers, in the order in which she is asked. */
const answers = ["ya", "1", "5 Maret 1980", "nyadap karet", "2 juta", "1", "3 bulan"];

/** By what is said: texts of which each is heard at the question after so many answers. */
const kinds: readonly {
  readonly what: string;
  readonly after: number;
  readonly texts: readonly string[];
}[] = [
  { what: "an answer", after: 2, texts: ["5 Maret 1980", "lima maret 80", "5-3-80"] },
  {
    what: "a free question, answered",
    after: 5,
    texts: ["kapan saya bayar iuran", "data saya aman dak", "duit kubur ado dak"],
  },
  {
    what: "a free question, unknown",
    after: 5,
    texts: ["hari ini ujan dak yo", "resep cuko pempek yang kental apo", "harga sawit berapo"],
  },
  {
    what: "a calculation",
    after: 5,
    texts: ["kalau gaji 3 juta berapa iurannya?", "untuk setahun berapa?"],
  },
  {
    what: "several answers in one message",
    after: 1,
    texts: ["kerja sendiri, lahir 5 maret 1980, nyadap karet, 2 juta sebulan"],
  },
  { what: "the longest text", after: 2, texts: ["x".repeat(4096), "dak ".repeat(1024)] },
];

export function measureUnderstanding(material: Material, times: number): readonly Understanding[] {
  const now = new Date().toISOString();
  const moment: Moment = {
    ...{ now, today: todayIn(now), material, operator: {}, trial: true, submissions: [] },
    keeping: { draftDays: 30, submissionDays: 365 },
    newNumber: () => "LD-5FR3-CT",
    newCode: () => "LJ-5FR-3CN-Y8J",
  };
  return kinds.map(({ what, after, texts }) => {
    const session = sessionAfter(after, moment);
    const heard = () => texts.map((text) => microsecondsOfTurn(session, text, moment));
    // Once for the engine to warm to it.
    heard();
    const all = [...Array(times).keys()].flatMap(heard).toSorted((one, other) => one - other);
    const at = (share: number) => Number(all[Math.floor((all.length - 1) * share)]);
    return { what, p50Us: at(0.5), p99Us: at(0.99) };
  });
}

function microsecondsOfTurn(session: Session, text: string, moment: Moment): number {
  const startedAt = performance.now();
  advance(session, { kind: "text", text }, moment);
  return (performance.now() - startedAt) * 1_000;
}

/** The session in which so many questions are answered; throws where an answer was not taken. */
function sessionAfter(count: number, moment: Moment): Session {
  const said = ["halo", "daftar", ...answers.slice(0, count)];
  let session = newSession(moment.now);
  const asked = new Set<string | undefined>();
  for (const text of said) {
    session = advance(session, { kind: "text", text }, moment).session;
    asked.add(nextStep(hereOf(session, moment))?.id);
  }
  if (asked.size <= count) throw new Error("bench: an answer of the talk was not taken");
  return session;
}
