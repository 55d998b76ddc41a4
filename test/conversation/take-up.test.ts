/** A registration that was begun in another place goes on here by its code. */
import { describe, expect, test } from "vitest";
import type { Handover, Moment } from "../../src/conversation/moment.ts";
import type { Session } from "../../src/conversation/session.ts";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";
import { start, talk } from "./talk.ts";
import { siti } from "./ways.ts";

const code = "LJ-5FR-3CN-Y8J";

function begun(session: Session): Handover {
  const begun = "2026-11-24" as CalendarDate;
  return { id: "g-1", person: { id: "e-1", session, submissions: [] }, begun };
}

const submission = { number: "LD-5FR3-CT", state: "received", receivedAt: start };

/** At the other place, which has this moment. */
function there(part: Partial<Moment>, upTo?: string) {
  const here = talk(upTo, part);
  if (upTo === undefined) here.say(code);
  return here;
}

describe("the code at the other place", () => {
  test.each<readonly [string, Session, string]>([
    ["begun", siti("income"), "dimulai 24 November 2026, sudah sampai pertanyaan 5 dari 13"],
    ["handed in", siti("confirm", "benar"), "dimulai 24 November 2026 dan sudah dikirim"],
  ])("%s: how far and since when, nothing else", (_state, session, said) => {
    const here = there({ code: begun(session) });
    expect(here.said()).toContain(said);
    expect(here.said()).not.toMatch(/Siti|LD-/);
    expect(here.session().aside).toEqual({ kind: "take-up", handover: "g-1" });
  });

  test.each<readonly [string, Moment["code"], string, number]>([
    ["none that lives", "unknown", "Kode itu tidak bisa dipakai", 1],
    ["mistyped", "mistyped", "Kodenya belum lengkap", 0],
    ["made here", "from-here", "Di sini pendaftarannya sudah terbuka", 0],
    ["after too many", "wait", "Tunggu 60 menit", 0],
  ])("%s: the way on, and whether it counts as a try", (_why, fault, said, tries) => {
    const here = talk(undefined, fault === undefined ? {} : { code: fault });
    here.take(siti("income"));
    const turn = here.say(code);
    expect(here.said()).toContain(said);
    expect(here.asked()).toBe("income");
    expect(turn.effects).toEqual(tries === 0 ? [] : [{ kind: "wrong-code" }]);
  });
});

/** Where the code was right, this is what is known when the answer comes. */
function offered(session: Session, part: Partial<Moment> = {}) {
  const here = talk(undefined, { offered: begun(session), ...part });
  here.say("halo");
  here.take({ ...here.session(), aside: { kind: "take-up", handover: "g-1" } });
  return here;
}

describe("the answer to it", () => {
  test.each([["ya"], ["[take-up]"], ["Ya, di sini"], ["1"]])(
    "%s: goes on at the pending question, and what was here is left as it was",
    (answer) => {
      const here = offered(siti("income"));
      const left = here.session();
      const turn = here.say(answer);
      expect(here.asked()).toBe("income");
      expect(here.said()).toMatch(/sekarang dilanjutkan di sini[\s\S]*5 dari 13/);
      const { aside: _aside, ...kept } = left;
      expect(turn.effects).toEqual([{ kind: "take-up", handover: "g-1", left: kept }]);
    },
  );

  test("handed in: its state", () => {
    const session = siti("confirm", "benar");
    const here = offered(session, {
      offered: { ...begun(session), person: { id: "e-1", session, submissions: [submission] } },
    });
    here.say("ya");
    expect(here.said()).toMatch(/pendaftaran Bu Siti sekarang[\s\S]*Data nomor LD-5FR3-CT/);
  });

  test("paused it goes on, and in its own language", () => {
    const session = siti("income", "bahasa", "[en]", "later");
    const here = offered(session);
    here.say("yes");
    expect(here.said()).toContain("5 of 13");
    expect(here.session().language).toBe("en");
  });

  test.each([["tidak"], ["[keep]"]])("%s: nothing moves", (answer) => {
    const here = offered(siti("income"));
    const turn = here.say(answer);
    expect(here.said()).toContain("Baik, tidak jadi.");
    expect(turn.effects).toEqual([]);
  });

  test("something else is heard as usual, and lets it go", () => {
    const here = offered(siti("income"));
    here.say("apa itu jkk?");
    expect(here.said()).toContain("Kecelakaan kerja");
    expect(here.session().aside).toBeUndefined();
  });

  test("a yes that comes too late is told so", () => {
    const here = talk();
    here.say("halo");
    here.take({ ...here.session(), aside: { kind: "take-up", handover: "g-1" } });
    const turn = here.say("ya");
    expect(here.said()).toContain("Kode itu tidak bisa dipakai");
    expect(turn.effects).toEqual([]);
  });
});
