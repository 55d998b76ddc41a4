/** Whoever cannot pay yet: who receives names is known only where the person lives, and nothing is promised. */
import { expect, test } from "vitest";
import { hereOf } from "../../src/conversation/here.ts";
import type { Material } from "../../src/conversation/material.ts";
import { registrationOf } from "../../src/conversation/registration.ts";
import type { ReceiverRule } from "../../src/enrolment/receiver.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start, talk, usual } from "./talk.ts";
import { reached } from "./ways.ts";

/** With somebody who receives names in Banyuasin; in truth nobody does yet. */
function receiving(to = "2026-12-31"): Material {
  const material = realMaterial();
  const row: ReceiverRule = {
    id: "receiver-16.07",
    area: "16.07",
    receiver: "Pemkab Banyuasin",
    from: "2026-01-01",
    to,
    sure: "A",
    source: "a letter",
  };
  return { ...material, rules: { ...material.rules, receivers: [row] } };
}

const banyuasin = "Sungai Rengit, Talang Kelapa";
const palembang = "Talang Putri, Plaju";
const labels = (turn: ReturnType<ReturnType<typeof talk>["say"]>) =>
  turn.says.flatMap(({ choices = [] }) => choices.map(({ value }) => value));

test.each([
  ["where names are received", banyuasin, ["propose", "pay-self", "staff"], /Pemkab Banyuasin/],
  ["where nobody receives", palembang, ["pay-self", "go-on", "finish", "staff"], /Kota Palembang/],
])("%s", (_why, village, offered, named) => {
  const here = talk("period", { material: receiving() });
  here.say("[cannot-yet]");
  expect(here.said()).toMatch(/terus terang/);
  expect(here.asked()).toBe("village");
  const turn = here.say(village);
  expect(here.asked()).toBe("cannot_pay");
  expect(labels(turn)).toEqual(offered);
  expect(here.said()).toMatch(named);
});

test("outside the province nobody is named, and the talk goes on", () => {
  const here = talk("period", { material: receiving() });
  here.say("[cannot-yet]", "di Jambi", "[outside]", "[works-here]");
  expect(here.asked()).toBe("cannot_pay");
  expect(here.said()).toMatch(/Di daerah itu kami belum punya/);
});

test("in a trial it is said that no proposal is sent; otherwise it is not", () => {
  const said = (trial: boolean) => {
    const here = talk("period", { material: receiving(), trial });
    here.say("[cannot-yet]", banyuasin);
    return here.said();
  };
  expect(said(true)).toMatch(/usulannya tidak dikirim/);
  expect(said(false)).not.toMatch(/percobaan/);
});

test.each([
  ["[propose]", "address"],
  ["usulke bae", "address"],
  ["[go-on]", "cannot_pay"],
  ["[pay-self]", "period"],
  ["bayar dewek bae", "period"],
])("with a receiver, %s leads to %s", (said, asked) => {
  const here = talk("period", { material: receiving() });
  here.say("[cannot-yet]", banyuasin, said);
  expect(here.asked()).toBe(asked);
});

test.each([
  ["[go-on]", "address"],
  ["lengkapi dulu", "address"],
  ["[propose]", "cannot_pay"],
  ["[finish]", undefined],
  ["selesai bae", undefined],
])("without one, %s leads to %s", (said, asked) => {
  const here = talk("period");
  here.say("[cannot-yet]", banyuasin, said);
  expect(here.asked()).toBe(asked);
});

test("who finished comes back to the same question", () => {
  const here = talk("period");
  here.say("[cannot-yet]", palembang, "[finish]");
  expect(here.said()).toMatch(/kirim LANJUT/);
  here.say("lanjut");
  expect(here.asked()).toBe("cannot_pay");
});

/** Siti, who cannot pay and asks to be proposed, before the last question. */
function proposed() {
  const here = talk("period", { material: receiving(), trial: false });
  here.say("[cannot-yet]", banyuasin, "[propose]");
  for (let name = here.asked(); name !== "confirm"; name = here.asked()) {
    here.say(usual[String(name)] ?? "");
  }
  return here;
}

test("what is read back is only asked for, at the price without the discount that public money does not get", () => {
  const here = proposed();
  expect(here.said()).not.toMatch(/sampai Desember 2026 cukup/);
  here.say("data saya");
  expect(here.said()).toMatch(/Bayar: minta diusulkan supaya dibantu/);
  const moment = momentAt(start, { material: receiving(), trial: false });
  const { registration, contribution } = registrationOf(hereOf(here.session(), moment));
  expect(registration).toMatchObject({ payer: "cannot-yet", cannot_pay: "propose" });
  expect(registration.period).toBeUndefined();
  expect(contribution.toPay).toBe(contribution.normal);
});

test("who moves to where nobody receives names is asked again", () => {
  const here = proposed();
  here.say("ubah desa", palembang);
  expect(here.asked()).toBe("cannot_pay");
  expect(here.session().answers["cannot_pay"]).toBeUndefined();
});

test("the name of a receiver that is none any more is not said", () => {
  const here = proposed();
  here.replace(receiving("2026-11-24"));
  here.say("[yes]");
  expect(here.said()).toMatch(/Bantuan iuran dari pemda baru usulan/);
  expect(here.said()).not.toMatch(/Pemkab Banyuasin/);
});

const handedIn = (state: string) => ({ number: "LD-5FR3-CT", state, receivedAt: start });

test.each([
  ["received", true],
  ["awaiting-review", true],
  ["accepted", true],
  ["handed-over", true],
  ["code-sent", false],
  ["rejected", false],
])("how far it is, %s: that the help is only proposed is said: %s", (state, isSaid) => {
  const here = proposed();
  here.say("[yes]");
  const after = talk(undefined, {
    material: receiving(),
    trial: false,
    submissions: [handedIn(state)],
  });
  after.take(here.session());
  after.say("sampai mana");
  expect(/baru usulan/.test(after.said())).toBe(isSaid);
});

test.each(["family", "government", "unclear"])(
  "whoever is to be paid for (%s) hears the same",
  (who) => {
    const here = talk("period", { submissions: [handedIn("received")] });
    here.say("[sponsor]", `[${who}]`, "data saya");
    expect(here.said()).toMatch(/Bayar: (akan dibayarkan|ada yang membayarkan, belum jelas siapa)/);
    for (let name = here.asked(); name !== "confirm"; name = here.asked()) {
      here.say(usual[String(name)] ?? "");
    }
    here.say("[yes]");
    expect(here.said()).toMatch(/anggap dulu belum terlindungi/);
    here.say("sampai mana");
    expect(here.said()).toMatch(/anggap dulu belum terlindungi/);
  },
);

test("who pays themselves hears nothing of help", () => {
  const here = talk("confirm", { submissions: [handedIn("received")] });
  here.say("[yes]", "sampai mana");
  expect(here.said()).not.toMatch(/bantuan|terlindungi/i);
});

test.each([
  ["programs", "dak katek duit nian pak"],
  ["programs", "dak katek duit nian"],
  ["ecosystem", "dak katek duit nian pak"],
])("at %s, which has no button for it: %s", (datum, text) => {
  const here = reached(datum);
  here.say(text);
  expect(here.said()).toMatch(/terus terang/);
  expect(here.asked()).toBe(datum);
});
