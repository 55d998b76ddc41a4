/** The place that was left when a registration went on elsewhere: what is said there, and how it is taken back. */
import { describe, expect, test } from "vitest";
import { tellMoved, tellTakenBack } from "../../src/conversation/besides/take-up.ts";
import type { Gone } from "../../src/conversation/moment.ts";
import type { Session } from "../../src/conversation/session.ts";
import { momentAt, start, talk } from "./talk.ts";
import { siti } from "./ways.ts";

function gone(session: Session): Gone {
  const person = { id: "e-1", session, submissions: [] };
  return { id: "g-1", person, channel: "telegram", at: "2026-11-25T03:00:00.000Z" };
}

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

  test.each([
    ["its number, at once", ["1"]],
    ["its label, at once", ["Bukan saya"]],
    ["its number, when it was said again", ["halo", "1"]],
    ["a tap, when it was said again", ["halo", "[not-me]"]],
  ])("it is taken back by %s", (_how, said) => {
    const here = talk(undefined, { gone: gone(siti("income")) });
    here.say(...said);
    expect(here.said()).toContain("sudah kembali ke sini");
  });

  test.each([
    ["its number, at once", ["2"]],
    ["its label", ["daftar baru"]],
    ["a tap at once", ["[start]"]],
    ["its number, when it was said again", ["halo", "2"]],
  ])("somebody new begins by %s", (_how, said) => {
    const here = talk(undefined, { gone: gone(siti("income")) });
    here.say(...said);
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

  test("what was told since it went is not shown by taking it back: it is asked again", () => {
    const there = talk("income");
    there.pass(2);
    there.say("2 juta", "1", "apa itu jkk");
    const here = talk(undefined, { gone: gone(there.session()) });
    here.say("bukan saya");
    expect(here.asked()).toBe("income");
    expect(Object.keys(here.session().answers)).not.toContain("programs");
  });

  test("handed in since, it is not taken back: that is for staff to say", () => {
    const there = talk("confirm");
    there.pass(2);
    there.say("masih saya", "benar");
    const here = talk(undefined, { gone: gone(there.session()) });
    here.say("halo");
    const turn = here.say("[not-me]");
    expect(here.said()).toContain("sudah dikirim dari tempat lain");
    expect(turn.effects).toEqual([{ kind: "staff", why: "moved-not-me" }]);
    expect(here.session().number).toBeUndefined();
  });

  test("handed in before it went, it comes back as it is", () => {
    const here = talk(undefined, { gone: gone(siti("confirm", "benar")) });
    here.say("bukan saya");
    expect(here.session().number).toBe("LD-5FR3-CT");
  });

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
