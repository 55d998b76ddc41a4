/** A contact card: the person's own number by a button, and cards of others. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

const own = { kind: "contact", phone: "6281200000011", isOwn: true } as const;
const shares = { abilities: ["share-contact"] } as const;

test("the phone question has the button only where the channel can", () => {
  const buttons = (turn: ReturnType<ReturnType<typeof talk>["say"]>) =>
    turn.says.at(-1)?.choices?.map(({ value }) => value);
  expect(buttons(talk("phone").say("ulang"))).toEqual(["none"]);
  expect(buttons(talk("phone", shares).say("ulang"))).toEqual(["share-contact", "none"]);
});

test.each(["[share-contact]", "kirim nomor hp saya", "1"])("%s is no number: a hint", (said) => {
  const here = talk("phone", shares);
  here.say(said);
  expect(here.said()).toContain("ketik saja nomornya");
  expect(here.asked()).toBe("phone");
});

test("asked for, the own card is the answer; a number may be typed as well", () => {
  const here = talk("phone", shares);
  here.hear(own);
  expect(here.session().answers["phone"]?.value).toBe("+6281200000011");
  expect(here.asked()).toBe("nik");
  const typed = talk("phone", shares);
  typed.say("0812 0000 0011");
  expect(typed.asked()).toBe("nik");
});

test("the reader still looks at it", () => {
  const here = talk("phone", shares);
  here.hear({ ...own, phone: "+60123456789" });
  expect(here.asked()).toBe("phone");
});

test("earlier it is kept, read back, and not asked any more", () => {
  const here = talk("income", shares);
  here.hear(own);
  expect(here.said()).toMatch(/Saya catat:\nHP: akhir 0011\n5 dari 13/);
  here.say("2 juta", "1", "3 bulan", "Sungai Rengit, Talang Kelapa", "Dusun 2 RT 3");
  expect(here.asked()).toBe("nik");
});

test.each([
  ["none of ours", "income", [], { ...own, phone: "1" }, "Kontak itu tidak kami simpan"],
  ["kept already", "nik", [], own, "sudah kami catat"],
  ["before the consent", "consent", [], own, "sesudah ada izin"],
  ["before the first word", undefined, [], own, "Selamat datang"],
  ["handed in", "confirm", ["kirim"], own, "Kontak itu tidak kami simpan"],
  ["somebody else's", "phone", [], { ...own, isOwn: false }, "hanya bisa nomor sendiri"],
  ["somebody else's, elsewhere", "income", [], { ...own, isOwn: false }, "tidak kami simpan"],
] as const)("%s", (_what, upTo, heard, card, said) => {
  const here = talk(upTo, shares);
  here.say(...heard);
  const before = here.session().answers["phone"];
  here.hear(card);
  expect(here.said()).toContain(said);
  expect(here.session().answers["phone"]).toEqual(before);
});
