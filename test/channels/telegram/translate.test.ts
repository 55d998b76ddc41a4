/** What each thing that can arrive from Telegram is for us. */
import { describe, expect, test } from "vitest";
import { happeningIn } from "../../../src/channels/telegram/translate.ts";
import { numberOf, updateSchema } from "../../../src/channels/telegram/update.ts";

const siti = { id: 7001000111, is_bot: false, first_name: "Siti", language_code: "id" };
const chat = { id: siti.id, type: "private", first_name: "Siti" };
const head = { message_id: 41, from: siti, chat, date: 1_795_000_000 };
const address = { channel: "telegram", account: "123456", from: "7001000111" };

const happening = (fields: object) =>
  happeningIn(updateSchema.parse({ update_id: 9, ...fields }), "123456");
const ofMessage = (content: object) => happening({ message: { ...head, ...content } });
const heardIn = (content: object) => {
  const found = ofMessage(content);
  return found.kind === "inbound" ? found.inbound.heard : found;
};

describe("a text", () => {
  test.each([
    ["halo", "halo"],
    ["/start", "/start"],
    ["/bantuan", "/bantuan"],
    ["/data_saya@lindung_uji_bot", "/data_saya"],
    ["/ubah@lindung_uji_bot alamat", "/ubah alamat"],
    ["  dua baris\ndan spasi ", "  dua baris\ndan spasi "],
    ["1699 0145 0380 0001", "1699 0145 0380 0001"],
    ["👨‍👩‍👧 🙏🏽", "👨‍👩‍👧 🙏🏽"],
  ])("%j is heard as %j", (text, heard) => {
    expect(ofMessage({ text })).toEqual({
      kind: "inbound",
      inbound: { ...address, id: "m41", heard: { kind: "text", text: heard, ref: "41" } },
    });
  });

  test("forwarded, quoted and with letters in bold it is a text like any other", () => {
    const besides = {
      forward_origin: { type: "hidden_user", sender_user_name: "Budi", date: 1 },
      reply_to_message: { ...head, text: "Siapa nama lengkap?" },
      entities: [{ type: "bold", offset: 0, length: 4 }],
    };
    expect(heardIn({ text: "Siti", ...besides })).toEqual({
      kind: "text",
      text: "Siti",
      ref: "41",
    });
  });
});

describe("the button of a link", () => {
  test.each([
    ["/start PASAR-7", "PASAR-7"],
    ["/start   kopi_2 ", "kopi_2"],
    ["/start@lindung_uji_bot K7", "K7"],
    [`/start ${"a".repeat(64)}`, "a".repeat(64)],
  ])("%j: greeted, by the link %j", (text, link) => {
    expect(ofMessage({ text })).toMatchObject({
      inbound: { heard: { kind: "text", text: "/start" }, link },
    });
  });

  test.each([`/start ${"a".repeat(65)}`, "/start dua kata", "/start ;drop", "/started K7"])(
    "%j is none, and is heard as it is",
    (text) => {
      const found = ofMessage({ text });
      expect(found).toMatchObject({ inbound: { heard: { text } } });
      expect(found).not.toHaveProperty("inbound.link");
    },
  );
});

describe("what is no text", () => {
  test.each([
    ["photo", { photo: [{}], caption: "ini KTP saya" }, "photo"],
    ["voice", { voice: { duration: 3 } }, "voice"],
    ["music", { audio: {} }, "voice"],
    ["video", { video: {} }, "video"],
    ["round video", { video_note: {} }, "video"],
    ["moving picture, which is a document too", { animation: {}, document: {} }, "video"],
    ["sticker", { sticker: { emoji: "👍" } }, "sticker"],
    ["dice", { dice: { value: 6 } }, "sticker"],
    ["place", { location: {} }, "location"],
    ["place with a name", { venue: {}, location: {} }, "location"],
    ["document", { document: {}, caption: "kk.pdf" }, "document"],
    ["poll", { poll: {} }, "other"],
    ["game", { game: {} }, "other"],
    ["story", { story: {} }, "other"],
    ["something that Telegram will invent", { hologram: {} }, "other"],
  ])("%s", (_what, content, what) => {
    expect(heardIn(content)).toEqual({ kind: "media", what });
  });

  test("the pictures of an album are one, so that they get one answer", () => {
    const ids = [41, 42, 43].map((message_id) => {
      const found = ofMessage({ message_id, photo: [{}], media_group_id: "13900" });
      return found.kind === "inbound" ? found.inbound.id : found;
    });
    expect(ids).toEqual(["g13900", "g13900", "g13900"]);
  });

  test.each([
    { pinned_message: { ...head, text: "…" } },
    { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
    { chat_background_set: {} },
    { write_access_allowed: {} },
    { new_chat_photo: [{}] },
  ])("a remark of Telegram itself asks for nothing: %o", (content) => {
    expect(ofMessage(content)).toEqual({ kind: "nothing", why: "service-message" });
  });
});

describe("a contact card", () => {
  test.each([
    ["the own number, by the button", { user_id: siti.id }, true],
    ["somebody else's", { user_id: 7001000222 }, false],
    ["one from the address book, which nobody vouches for", {}, false],
  ])("%s", (_what, owner, isOwn) => {
    const contact = { phone_number: "+62812-0000-1111", first_name: "S", ...owner };
    const phone = "+62812-0000-1111";
    expect(heardIn({ contact })).toEqual({ kind: "contact", phone, isOwn });
  });
});

describe("a tap", () => {
  const rows = [[{ text: "✅ Ya, setuju", callback_data: "5:yes" }]];
  const message = { ...head, from: undefined, reply_markup: { inline_keyboard: rows } };
  const tap = (data: string | undefined, under: object | undefined = message) =>
    happening({ callback_query: { id: "4400", from: siti, message: under, data } });

  test("says what was chosen, and under which saying", () => {
    expect(tap("5:yes")).toEqual({
      kind: "inbound",
      inbound: { ...address, id: "q4400", heard: { kind: "choice", value: "yes" }, under: 5 },
      tap: { query: "4400", chat: siti.id, message: 41, data: "5:yes", label: "✅ Ya, setuju" },
    });
  });

  test("under a message too old for Telegram to show it is heard all the same", () => {
    const found = tap("5:yes", { message_id: 41, chat, date: 0 });
    expect(found).toMatchObject({ kind: "inbound", inbound: { under: 5 } });
    expect(found).not.toHaveProperty("tap.label");
  });

  test.each(["menu:main", "yes", "", undefined, "5:"])("%j is no button of ours", (data) => {
    expect(tap(data).kind).toBe("tap");
  });
});

test("a changed message is answered as such, each change once", () => {
  const changed = { ...head, text: "Siti Aminah", edit_date: 1_795_000_100 };
  expect(happening({ edited_message: changed })).toMatchObject({
    inbound: { id: "e41.1795000100", heard: { kind: "media", what: "edit" } },
  });
});

test("a place that moves on for hours is one message: only that it was sent is answered", () => {
  const location = { latitude: -2.98, longitude: 104.75, live_period: 28_800 };
  expect(heardIn({ location })).toEqual({ kind: "media", what: "location" });
  const moves = [100, 115, 130].map((later) => ({ location, edit_date: 1_795_000_000 + later }));
  for (const move of [...moves, { location: { ...location, live_period: undefined } }]) {
    expect(happening({ edited_message: { ...head, ...move } })).toEqual({
      kind: "nothing",
      why: "moved-on",
    });
  }
});

test.each([
  ["member", "kicked", { kind: "reach", from: "7001000111", reach: "blocked" }],
  ["kicked", "member", { kind: "reach", from: "7001000111", reach: "open" }],
])("in a private chat the bot goes from %s to %s", (before, after, expected) => {
  const member = (status: string) => ({ status, user: { id: 123456 } });
  const change = { old_chat_member: member(before), new_chat_member: member(after) };
  expect(happening({ my_chat_member: { chat, from: siti, date: 1, ...change } })).toEqual(expected);
});

describe("among several people", () => {
  const group = { id: -1001, type: "supergroup", title: "Warga RT 3" };
  test.each([
    ["member", { kind: "group", chat: -1001 }],
    ["administrator", { kind: "group", chat: -1001 }],
    ["left", { kind: "nothing", why: "left-a-group" }],
    ["kicked", { kind: "nothing", why: "left-a-group" }],
  ])("the bot has become %s", (status, expected) => {
    const change = { new_chat_member: { status } };
    expect(happening({ my_chat_member: { chat: group, from: siti, ...change } })).toEqual(expected);
  });

  test("nothing that is said there is heard", () => {
    const why = "not-private";
    expect(ofMessage({ chat: group, text: "halo" })).toEqual({ kind: "nothing", why });
    const channel = { id: -1002, type: "channel" };
    expect(ofMessage({ chat: channel, from: undefined, text: "halo" })).toMatchObject({ why });
  });
});

test.each([{}, { poll: {} }, { message_reaction: {} }])(
  "an update of another kind: %o",
  (fields) => {
    expect(happening(fields)).toEqual({ kind: "nothing", why: "unknown-kind" });
  },
);

test.each([
  [{ update_id: 9, message: { message_id: "41" } }, 9],
  [{ update_id: "9" }, undefined],
  [[], undefined],
  [null, undefined],
])("of what is no update at all only its number is asked: %j", (raw, number) => {
  expect(updateSchema.safeParse(raw).success).toBe(false);
  expect(numberOf(raw)).toBe(number);
});
