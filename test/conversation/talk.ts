/** A talk without a house: the real content, and the session saved and parsed between every two turns. */
import { expect } from "vitest";
import { advance } from "../../src/conversation/advance.ts";
import type { Heard } from "../../src/conversation/heard.ts";
import { hereOf, nextStep } from "../../src/conversation/here.ts";
import type { Material } from "../../src/conversation/material.ts";
import type { Moment } from "../../src/conversation/moment.ts";
import { newSession, parseSession, type Session } from "../../src/conversation/session.ts";
import type { Turn } from "../../src/conversation/turn.ts";
import { todayIn } from "../../src/enrolment/calendar.ts";
import { realMaterial } from "../world.ts";

/** Wednesday 25 November 2026, nine in the morning in Palembang. */
export const start = "2026-11-25T02:00:00.000Z";

export function momentAt(now: string, part: Partial<Moment> = {}): Moment {
  return {
    now,
    today: todayIn(now),
    material: realMaterial(),
    operator: {},
    trial: true,
    keeping: { draftDays: 30, submissionDays: 365 },
    submissions: [],
    newNumber: () => "LD-5FR3-CT",
    newCode: () => "LJ-5FR-3CN-Y8J",
    ...part,
  };
}

/** What Siti answers, in the order in which she is asked. */
export const usual: Readonly<Record<string, string>> = {
  consent: "ya",
  segment: "1",
  birth_date: "5 Maret 1980",
  occupation: "nyadap karet",
  income: "2 juta",
  programs: "1",
  period: "3 bulan",
  village: "Sungai Rengit, Talang Kelapa",
  address: "Dusun 2 RT 3",
  phone: "0812 3456 7890",
  nik: "1699 0145 0380 0001",
  name: "Siti Aminah",
};

export type Talk = {
  readonly session: () => Session;
  /** Texts are typed, `[value]` taps, `[value under datum]` below that question, `*what` is a photo, a voice note … */
  readonly say: (...heard: readonly string[]) => Turn;
  readonly hear: (heard: Heard) => Turn;
  /** The texts of the last turn, one after the other. */
  readonly said: () => string;
  /** The name of the datum that waits for an answer. */
  readonly asked: () => string | undefined;
  readonly pass: (hours: number) => void;
  /** From now on with what was saved elsewhere. */
  readonly take: (saved: Session) => void;
  /** What the numbers in the next messages stand for. */
  readonly lookUp: (found: NonNullable<Moment["lookedUp"]>) => void;
  /** From now on with other content. */
  readonly replace: (material: Material) => void;
};

/** A talk that has come to the question of `upTo`, if any; else nothing was said yet. */
export function talk(upTo?: string, part: Partial<Moment> = {}): Talk {
  let now = Date.parse(start);
  let moment = momentAt(start, part);
  let session = newSession(start);
  let turn: Turn = { session, says: [], effects: [] };

  const hear = (heard: Heard): Turn => {
    turn = advance(session, heard, moment);
    const saved: unknown = JSON.parse(JSON.stringify(turn.session));
    const parsed = parseSession(saved, moment.material);
    expect(parsed).toEqual(turn.session);
    session = parsed ?? turn.session;
    return turn;
  };
  const say = (...heard: readonly string[]): Turn => {
    for (const text of heard) hear(heardAs(text));
    return turn;
  };
  const asked = () => {
    const step = nextStep(hereOf(session, moment));
    return session.phase === "enrolling" && step?.type === "ask" ? step.datum : undefined;
  };
  if (upTo !== undefined) say("halo", "daftar");
  for (let name = asked(); name !== upTo; name = asked()) {
    if (name === undefined || usual[name] === undefined) throw new Error(`no way to ${upTo}`);
    say(usual[name] ?? "");
  }
  return {
    session: () => session,
    say,
    hear,
    said: () => turn.says.map(({ text }) => text).join("\n"),
    asked,
    pass: (hours) => {
      now += hours * 3_600_000;
      moment = { ...moment, ...timeAt(new Date(now).toISOString()) };
    },
    take: (saved) => {
      session = saved;
    },
    lookUp: (lookedUp) => {
      moment = { ...moment, lookedUp };
    },
    replace: (material) => {
      moment = { ...moment, material };
    },
  };
}

function timeAt(now: string): Pick<Moment, "now" | "today"> {
  return { now, today: todayIn(now) };
}

function heardAs(text: string): Heard {
  const [, value, asked] = /^\[(.+?)(?: under (\w+))?\]$/.exec(text) ?? [];
  if (value !== undefined) {
    return asked === undefined ? { kind: "choice", value } : { kind: "choice", value, asked };
  }
  const what = /^\*(photo|voice|video|sticker|location|document|call|edit|other)$/.exec(text)?.[1];
  return what === undefined ? { kind: "text", text } : ({ kind: "media", what } as Heard);
}
