/** Sayings as Meta's messages: within Meta's limits, with nothing lost. */
import { describe, expect, test } from "vitest";
import type { Choice, Says } from "../../../src/channels/channel.ts";
import { bodiesOf, templateOf } from "../../../src/channels/whatsapp-cloud/sending/shape.ts";
import { refusalOf } from "../fakes/whatsapp-cloud/limits.ts";
import { channelTexts } from "./texts.ts";

const opener = "Lihat pilihan";

function choices(...labels: readonly string[]): readonly Choice[] {
  return labels.map((label, index) => ({ value: `v${index + 1}`, label }));
}

const shaped = (says: Partial<Says>) => bodiesOf({ id: 4, text: "Boleh?", ...says }, opener);

const interactive = (type: string, action: object, text = "Boleh?") => ({
  type: "interactive",
  interactive: { type, body: { text }, action },
});

test("a text: without a preview of what it links to", () => {
  expect(shaped({ text: "Lihat https://bpjs.example" })).toEqual([
    { type: "text", text: { body: "Lihat https://bpjs.example", preview_url: false } },
  ]);
});

test("three choices: buttons that carry the saying's number", () => {
  expect(shaped({ choices: choices("✅ Ya, setuju", "❌ Tidak", "Baca lengkap") })).toEqual([
    interactive("button", {
      buttons: [
        { type: "reply", reply: { id: "4:v1", title: "✅ Ya, setuju" } },
        { type: "reply", reply: { id: "4:v2", title: "❌ Tidak" } },
        { type: "reply", reply: { id: "4:v3", title: "Baca lengkap" } },
      ],
    }),
  ]);
});

test("four to ten: a list, and whole below where a label is cut", () => {
  const long = "Kerja di kebun orang, dibayar per panen";
  const [body] = shaped({ choices: choices("Petani", long, "Nelayan", "Ojek") });
  expect(body).toMatchObject({
    interactive: {
      type: "list",
      action: {
        button: opener,
        sections: [
          {
            rows: [
              { id: "4:v1", title: "Petani" },
              {
                id: "4:v2",
                title: expect.stringMatching(/^Kerja di kebun.*…$/),
                description: long,
              },
              { id: "4:v3", title: "Nelayan" },
              { id: "4:v4", title: "Ojek" },
            ],
          },
        ],
      },
    },
  });
});

test("more than ten, or alike once cut: numbered lines", () => {
  const many = choices(...Array.from({ length: 11 }, (_, index) => `Kecamatan ${index + 1}`));
  expect(shaped({ choices: many }).map(({ type }) => type)).toEqual(["text"]);
  const alike = choices("Kecamatan Talang Kelapa Barat", "Kecamatan Talang Kelapa Barat Daya");
  expect(shaped({ choices: [...alike, ...alike] }).every(({ type }) => type === "text")).toBe(true);
});

test("the number is asked for by Meta's own button; who does not get it reads the text", () => {
  const shares = [{ value: "share-contact", label: "Kirim nomor saya" }];
  const asking = interactive("request_contact_info", { name: "request_contact_info" });
  const instead = { type: "text", text: { body: "Boleh?", preview_url: false } };
  expect(shaped({ choices: shares })).toEqual([{ ...asking, instead }]);
});

test("beside other choices that button stands in a message of its own, below", () => {
  const shares = { value: "share-contact", label: "Kirim nomor saya" };
  const bodies = shaped({ choices: [shares, ...choices("Nomor lain")] });
  expect(bodies).toMatchObject([
    { interactive: { type: "button", action: { buttons: [{ reply: { title: "Nomor lain" } }] } } },
    { interactive: { type: "request_contact_info", body: { text: "Kirim nomor saya" } } },
  ]);
});

test("what cannot be taken out of the chat: that it could not is said", () => {
  const removes = { ref: "wamid.A", failed: "Tolong hapus sendiri pesan tadi." };
  expect(shaped({ text: "Sudah dihapus.", removes })).toMatchObject([
    { text: { body: "Tolong hapus sendiri pesan tadi." } },
  ]);
});

test("neither text nor choice: nothing is sent", () => {
  expect(shaped({ text: "  " })).toEqual([]);
});

test("the template is named, and nothing of a person is put into it", () => {
  expect(templateOf({ name: "ada_kabar", language: "id" })).toEqual({
    type: "template",
    template: { name: "ada_kabar", language: { code: "id" } },
  });
});

test.each(["id", "en"] as const)("%s: the button of a list fits", (language) => {
  const label = channelTexts[language]("channels.whatsapp.choose");
  expect([...label].length).toBeLessThanOrEqual(20);
});

describe("whatever is said, Meta takes it", () => {
  const words = "Sudah dibaca ya 🙏 ".repeat(400);
  const emoji = "👨‍👩‍👧‍👦".repeat(3);
  test.each<[string, Partial<Says>]>([
    ["a very long text", { text: words }],
    ["a very long text above buttons", { text: words, choices: choices("Ya", "Tidak") }],
    ["a very long text above a list", { text: words, choices: choices("a", "b", "c", "d") }],
    ["labels of families", { choices: choices(emoji, `${emoji}${emoji}`) }],
    ["a label of a line and more", { choices: choices("Ya\nsetuju", "Tidak\tmau") }],
    ["two labels alike", { choices: choices("Ya", "Ya") }],
    ["a value with spaces around", { choices: [{ value: " yes ", label: "Ya" }] }],
    ["a value that is too long", { choices: [{ value: "x".repeat(300), label: "Ya" }] }],
    ["only a choice", { text: "", choices: choices("Ya") }],
    [
      "a long way to the button",
      { text: words, choices: [{ value: "share-contact", label: "k" }] },
    ],
    ["only the button", { text: "", choices: [{ value: "share-contact", label: "Kirim" }] }],
  ])("%s", (_what, says) => {
    const bodies = shaped(says);
    expect(bodies.length).toBeGreaterThan(0);
    const refusals = bodies.map((body) => refusalOf({ messaging_product: "whatsapp", ...body }));
    expect(refusals.filter((refusal) => refusal !== undefined)).toEqual([]);
  });
});
