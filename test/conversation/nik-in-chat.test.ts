/** A NIK in the chat: a word about it, and where the channel can, a button that takes the message out. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

const keeps = { abilities: ["keeps-messages"] } as const;
const removes = { abilities: ["keeps-messages", "remove-messages"] } as const;
const reminder = "hapus pesan yang ada NIK-nya";
const nik = "1699 0145 0380 0001";

test("once it is taken, above the next question", () => {
  const here = talk("nik", keeps);
  const { says } = here.say(nik);
  expect(says[0]?.text).toContain(reminder);
  expect(says.at(-1)?.asks?.name).toBe("name");
});

test.each([
  ["beside other answers", "phone", `0812 0000 0011, nik ${nik}`],
  ["mistyped", "nik", "1699 0145 0380 000"],
  ["of nobody", "nik", "1699 0199 9980 0001"],
  ["a real one in the trial", "nik", "1671 0145 0380 0001"],
  ["a real one in the trial, elsewhere", "income", "1671 0145 0380 0001"],
  ["before the consent", "consent", `nama siti nik ${nik}`],
])("also %s", (_what, upTo, said) => {
  const here = talk(upTo, keeps);
  here.say(said);
  expect(here.said()).toContain(reminder);
  expect(here.session().nikShown).toBe(true);
});

test("what was wrong is said first, and it is reminded once", () => {
  const here = talk("nik", keeps);
  const { says } = here.say("1699 0145 0380 000");
  expect(says.map(({ text }) => text.split(" ")[0])).toEqual(["Belum", "Kalau", "11"]);
  here.say("1699 0145 0380 00");
  expect(here.said()).not.toContain(reminder);
  here.say(nik);
  expect(here.said()).not.toContain(reminder);
});

test("another NIK in the place of it is another message", () => {
  const here = talk("name", keeps);
  here.say("ubah nik", "1699 0145 0380 0002");
  expect(here.said()).toContain(reminder);
});

test.each([
  ["a number that is none", "phone", "0812 0000 0011", keeps],
  ["the number of a telephone in the place of it", "nik", "0812 0000 0011", keeps],
  ["the same as it is said abroad", "nik", "+62 812 0000 0011", keeps],
  ["a channel that keeps nothing", "nik", nik, {}],
  ["a button", "nik", "[not-at-hand]", keeps],
])("not for %s", (_what, upTo, said, part) => {
  const here = talk(upTo, part);
  here.say(said);
  expect(here.said()).not.toContain("dipakai bersama");
});

test("with its button the message is taken out, and the question waits as before", () => {
  const here = talk("nik", removes);
  const { says } = here.hear({ kind: "text", text: nik, ref: "812" });
  expect(says[0]?.choices).toEqual([{ value: "remove:812", label: "Hapus pesan NIK itu" }]);
  expect(says[0]?.asks).toBeUndefined();
  const before = here.session();
  const turn = here.hear({ kind: "choice", value: "remove:812" });
  expect(turn.says).toEqual([
    {
      text: "Pesan itu sudah dihapus dari obrolan ini.",
      removes: {
        ref: "812",
        failed: "Pesan itu belum bisa kami hapus dari sini. Tekan lama pesannya, lalu Hapus.",
      },
    },
  ]);
  expect(here.session()).toEqual(before);
  here.say("Siti Aminah");
  expect(here.asked()).toBe("confirm");
});

test("the button leaves alone what was put in between, and works later on", () => {
  const here = talk("nik", removes);
  here.hear({ kind: "text", text: nik, ref: "812" });
  here.say("Siti Aminah", "hapus data");
  here.hear({ kind: "choice", value: "remove:812" });
  here.say("ya, hapus");
  expect(here.said()).toContain("Sudah kami hapus");
});

test("each message with a NIK has its own button", () => {
  const here = talk("nik", removes);
  const values = ["1699 0145 0380 000", nik].map((text, at) => {
    const { says } = here.hear({ kind: "text", text, ref: `${at}` });
    return says.flatMap(({ choices = [] }) => choices.map(({ value }) => value));
  });
  expect(values[0]).toContain("remove:0");
  expect(values[1]).toContain("remove:1");
});

test.each([
  ["no id of the message", undefined],
  ["an id too long for a button", "7".repeat(54)],
])("without a button: %s", (_why, ref) => {
  const here = talk("nik", removes);
  const { says } = here.hear({ kind: "text", text: nik, ...(ref === undefined ? {} : { ref }) });
  expect(says[0]).toEqual({ text: expect.stringContaining(reminder) });
});

test("where nothing can be taken out, such a value is no choice", () => {
  const here = talk("name", keeps);
  here.hear({ kind: "choice", value: "remove:812" });
  expect(here.said()).toContain("tidak ada di pertanyaan ini");
});
