/** Going on in another channel or on another phone: the code, and what is said with it. */
import { describe, expect, test } from "vitest";
import type { Moment } from "../../src/conversation/moment.ts";
import { talk } from "./talk.ts";

const code = "LJ-5FR-3CN-Y8J";

describe("asked for", () => {
  test.each([
    ["lanjut di WhatsApp", "segment"],
    ["aku nak lanjut di wa bae", "income"],
    ["pindah ke telegram pak", "village"],
    ["ganti hp", "address"],
    ["lanjut di hp laen", "nik"],
    ["lanjut di wa", "confirm"],
  ])("%s, at %s: the code stands alone, and is handed over", (text, upTo) => {
    const here = talk(upTo);
    const turn = here.say(text);
    expect(turn.says.at(-1)).toEqual({ text: code });
    expect(here.said()).toMatch(/30 menit[\s\S]*Jangan diberikan/);
    expect(turn.effects).toEqual([{ kind: "hand-over", code }]);
    // The question still waits.
    expect(here.asked()).toBe(upTo);
  });

  test.each([
    ["paused", ["nanti"]],
    ["handed in", ["benar"]],
  ])("%s, it works as well", (_state, said) => {
    const here = talk("confirm");
    here.say(...said, "pindah hp");
    expect(here.said()).toContain(code);
  });

  test.each<readonly [string, Moment["elsewhere"], string]>([
    ["none known", undefined, "Buka obrolan ini di HP lain"],
    ["one", [{ channel: "telegram" }], "Buka Lindung di Telegram atau di HP lain"],
    [
      "one that has told where it is",
      [{ channel: "telegram", at: "t.me/lindungbot" }],
      "Buka Lindung di Telegram (t.me/lindungbot) atau di HP lain",
    ],
    [
      "two ways into WhatsApp are one",
      [
        { channel: "whatsapp-web" },
        { channel: "whatsapp-cloud", at: "wa.me/6281200000099" },
        { channel: "web-chat", at: "https://lindung.example" },
      ],
      "Buka Lindung di WhatsApp (wa.me/6281200000099), halaman web (https://lindung.example) atau di HP lain",
    ],
    ["one that nobody has named", [{ channel: "pigeon" }], "Buka Lindung di tempat lain"],
  ])("the other channels, %s", (_which, elsewhere, said) => {
    const here = talk("income", elsewhere === undefined ? {} : { elsewhere });
    here.say("lanjut di hp lain");
    expect(here.said()).toContain(said);
  });

  test.each([
    ["before the talk has begun", undefined],
    ["before the consent", "consent"],
  ])("%s there is nothing to take along, and no code", (_when, upTo) => {
    const here = talk(upTo, { elsewhere: [{ channel: "telegram" }] });
    const turn = here.say(...(upTo === undefined ? ["halo"] : []), "lanjut di telegram");
    expect(here.said()).toContain("Di sini belum ada jawaban yang perlu dibawa.");
    expect(here.said()).toContain("Buka saja Lindung di Telegram");
    expect(turn.effects).toEqual([]);
  });

  test("after hours it is first asked whether it is still she", () => {
    const here = talk("confirm");
    here.pass(7);
    here.say("lanjut di wa");
    expect(here.said()).toContain("Ini masih Bu Siti, atau orang lain?");
    expect(here.said()).not.toContain(code);
  });

  test("in English", () => {
    const here = talk("income");
    here.say("bahasa", "[en]", "I want to continue on another phone please");
    expect(here.said()).toMatch(/works once, within 30 minutes[\s\S]*LJ-5FR-3CN-Y8J/);
  });
});

describe("“ganti hp” after the telephone number was given may be either: it is asked", () => {
  test.each([
    ["another phone", "[elsewhere]", code],
    ["by its label", "lanjut di hp lain", code],
    ["the number in the answers", "[change]", "Tadi tertulis: 0812-3456-7890"],
    ["neither", "tidak jadi", "Baik, tidak jadi."],
    ["something else", "1699 0145 0380 0001", "12 dari 13"],
  ])("%s", (_what, answer, said) => {
    const here = talk("nik");
    here.say("ganti hp");
    expect(here.said()).toContain("lanjut dari HP lain, atau nomor HP di jawaban tadi mau diubah?");
    here.say(answer);
    expect(here.said()).toContain(said);
  });

  test("a number that is handed in is not changed here", () => {
    const here = talk("confirm");
    here.say("benar", "ganti hp", "[change]");
    expect(here.said()).toContain("Datanya sudah dikirim");
  });
});
