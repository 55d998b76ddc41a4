/** A registration that was begun in another place goes on here by its code, and is taken back there. */
import { describe, expect, test } from "vitest";
import { tellMoved, tellTakenBack } from "../../src/conversation/besides/take-up.ts";
import type { Gone, Handover, Moment } from "../../src/conversation/moment.ts";
import type { Session } from "../../src/conversation/session.ts";
import type { CalendarDate } from "../../src/enrolment/calendar.ts";
import { momentAt, start, talk } from "./talk.ts";

const code = "LJ-5FR-3CN-Y8J";

/** Siti, as far as she has come somewhere else. */
function siti(upTo: string, ...said: readonly string[]): Session {
  const there = talk(upTo);
  there.say(...said);
  return there.session();
}

function begun(session: Session): Handover {
  const begun = "2026-11-24" as CalendarDate;
  return { id: "g-1", person: { id: "e-1", session, submissions: [] }, begun };
}

function gone(session: Session): Gone {
  return { id: "g-1", person: { id: "e-1", session, submissions: [] }, channel: "telegram" };
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

describe("in the place that was left", () => {
  test("the word says where it goes on, by first name alone, and how to take it back", () => {
    const [say, ...more] = tellMoved(siti("confirm"), momentAt(start), "whatsapp-cloud");
    expect(say?.text).toContain("Pendaftaran Bu Siti sekarang dilanjutkan di WhatsApp.");
    expect(say?.text).toContain("ketik BUKAN SAYA dalam 24 jam");
    expect(say?.text).not.toContain("Aminah");
    expect(say?.choices?.map(({ value }) => value)).toEqual(["not-me", "start"]);
    expect(more).toEqual([]);
  });

  test("whoever writes there next hears it again; then somebody new may begin", () => {
    const here = talk(undefined, { gone: gone(siti("income")) });
    here.say("2 juta");
    expect(here.said()).toContain("sekarang dilanjutkan di Telegram");
    here.say("[start]");
    expect(here.asked()).toBe("consent");
  });

  test("where others have registrations on the phone, whose is asked", () => {
    const others = [{ id: "e-2", session: siti("period"), submissions: [] }];
    const here = talk(undefined, { gone: gone(siti("income")), others });
    here.say("halo");
    expect(here.said()).toMatch(/dilanjutkan di Telegram[\s\S]*Yang lain di HP ini/);
  });

  test.each([["bukan saya"], ["BUKAN SAYO!"], ["Not me"], ["[not-me]"]])(
    "%s: it comes back, and staff are told",
    (text) => {
      const here = talk(undefined, { gone: gone(siti("income")) });
      const turn = here.say(text);
      expect(here.said()).toMatch(/sudah kembali ke sini[\s\S]*DATA SAYA[\s\S]*5 dari 13/);
      expect(here.asked()).toBe("income");
      expect(turn.effects).toMatchObject([
        { kind: "take-back", handover: "g-1" },
        { kind: "staff", why: "moved-not-me" },
      ]);
    },
  );

  test.each([
    ["said where nobody has gone", ["halo", "bukan saya"]],
    ["said as the first word", ["bukan saya"]],
    ["tapped after a day", ["halo", "daftar", "[not-me]"]],
  ])("%s: it is told what is so", (_when, said) => {
    const here = talk();
    here.say(...said);
    expect(here.said()).toContain("Dalam 24 jam terakhir tidak ada pendaftaran yang pindah");
  });

  test("in the middle of a registration it is a word like any other", () => {
    const here = talk("segment");
    here.say("bukan saya");
    expect(here.said()).not.toContain("jam terakhir");
  });

  test("to “masih Bu Siti?” it is the answer", () => {
    const here = talk("confirm", { gone: gone(siti("income")) });
    here.pass(7);
    const turn = here.say("data saya", "bukan saya");
    expect(turn.effects).not.toContainEqual(expect.objectContaining({ kind: "take-back" }));
  });

  test("where it was taken from, nothing is said about whom", () => {
    const [say] = tellTakenBack(siti("confirm"), momentAt(start));
    expect(say?.text).toContain("sudah diambil kembali di tempat semula");
    expect(say?.text).not.toMatch(/Siti|\{/);
  });

  test("a photo is answered as a photo", () => {
    const here = talk("income", { gone: gone(siti("income")) });
    here.say("*photo");
    expect(here.asked()).toBe("income");
  });
});

describe("in the place that was left", () => {
  test("the data are not here to be erased, however often it is asked", () => {
    const here = talk(undefined, { gone: gone(siti("income")) });
    for (const wish of ["hapus data", "hapus data", "tarik persetujuan"]) {
      const { effects } = here.say(wish);
      expect(here.said()).toContain("ketik HAPUS DATA di Telegram");
      expect(effects.filter(({ kind }) => kind === "erase")).toEqual([]);
    }
    here.say("bantuan");
    expect(here.said()).not.toContain("HAPUS DATA di Telegram");
    here.say("[start]");
    expect(here.asked()).toBe("consent");
  });

  test("in the middle of another talk, bukan saya is an answer to it", () => {
    const here = talk("name", { gone: gone(siti("income")) });
    const { effects } = here.say("bukan saya");
    expect(effects.filter(({ kind }) => kind === "take-back")).toEqual([]);
    expect(here.say("[not-me]").effects).toContainEqual(
      expect.objectContaining({ kind: "take-back" }),
    );
  });
});
