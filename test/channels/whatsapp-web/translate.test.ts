/** What WhatsApp delivers, and what we hear. */
import { describe, expect, test } from "vitest";
import type { Facts } from "../../../src/channels/whatsapp-web/process/protocol.ts";
import {
  inboundOf,
  inboundOfCall,
  inboundOfEdit,
  inboundOfUnreadable,
} from "../../../src/channels/whatsapp-web/translate.ts";

const lid = "771118120000001@lid";
const pn = "628120000001@c.us";

const facts = (part: Partial<Facts> = {}): Facts => ({
  ...{ id: `false_${lid}_AC01`, chat: lid, type: "chat", body: "halo", at: 1_796_000_000 },
  ...part,
});

const card = (tel: string) => `BEGIN:VCARD\nVERSION:3.0\nN:;Siti;;;\nFN:Siti\n${tel}\nEND:VCARD`;

describe("what a person sends", () => {
  test.each<[string, Partial<Facts>, object]>([
    ["a text", {}, { kind: "text", text: "halo" }],
    ["a text of several lines", { body: "satu\ndua" }, { kind: "text", text: "satu\ndua" }],
    [
      "a tap on somebody's old button",
      { type: "buttons_response" },
      { kind: "text", text: "halo" },
    ],
    ["a photo", { type: "image", body: "KTP saya" }, { kind: "media", what: "photo" }],
    ["a voice note", { type: "ptt" }, { kind: "media", what: "voice" }],
    ["a song", { type: "audio" }, { kind: "media", what: "voice" }],
    ["a film", { type: "video" }, { kind: "media", what: "video" }],
    ["a round film", { type: "ptv" }, { kind: "media", what: "video" }],
    ["a sticker", { type: "sticker" }, { kind: "media", what: "sticker" }],
    ["where they are", { type: "location" }, { kind: "media", what: "location" }],
    ["where they go", { type: "live_location" }, { kind: "media", what: "location" }],
    ["a document", { type: "document" }, { kind: "media", what: "document" }],
    ["a missed call", { type: "call_log" }, { kind: "media", what: "call" }],
    ["a poll", { type: "poll_creation" }, { kind: "media", what: "other" }],
    ["several cards", { type: "multi_vcard" }, { kind: "media", what: "other" }],
    ["something that is not there yet", { type: "hologram" }, { kind: "media", what: "other" }],
    [
      "their own card",
      { type: "vcard", other: pn, body: card("TEL;type=CELL;waid=628120000001:+62 812-0000-001") },
      { kind: "contact", phone: "+628120000001", isOwn: true },
    ],
    [
      "their own card, and WhatsApp hides their number",
      { type: "vcard", body: card("TEL;type=CELL;waid=628120000001:+62 812-0000-001") },
      { kind: "contact", phone: "+628120000001", isOwn: false },
    ],
    [
      "somebody else's card",
      { type: "vcard", other: pn, body: card("item1.TEL;waid=628120000002:+62 812-0000-002") },
      { kind: "contact", phone: "+628120000002", isOwn: false },
    ],
    [
      "a card typed by hand",
      { type: "vcard", other: pn, body: card("TEL;type=CELL:0812 0000 001") },
      { kind: "contact", phone: "0812 0000 001", isOwn: false },
    ],
    [
      "a card without a number",
      { type: "vcard", body: card("") },
      { kind: "media", what: "other" },
    ],
  ])("%s", (_what, part, heard) => {
    expect(inboundOf(facts(part))?.heard).toEqual(heard);
  });

  test("an address is the chat as it is, and the other id of the same person goes with it", () => {
    const address = { channel: "whatsapp-web", account: "paired", from: lid };
    const whole = { ...address, id: `false_${lid}_AC01`, heard: { kind: "text", text: "halo" } };
    expect(inboundOf(facts())).toEqual(whole);
    expect(inboundOf(facts({ other: pn }))).toEqual({ ...whole, formerly: pn });
    expect(inboundOf(facts({ other: lid }))).toEqual(whole);
  });
});

describe("what is none of ours", () => {
  test.each([
    ["a group", { chat: "120363000000000001@g.us" }],
    ["a state of the day", { chat: "status@broadcast" }],
    ["a list", { chat: "628120000001-1600000000@broadcast" }],
    ["a channel", { chat: "120363000000000001@newsletter" }],
    ["WhatsApp itself", { chat: "0@c.us" }],
    ["something taken back", { type: "revoked" }],
    ["not deciphered yet", { type: "ciphertext" }],
    ["that messages are encrypted", { type: "e2e_notification" }],
    ["that a number changed", { type: "notification_template" }],
    ["a notice in a group", { type: "gp2" }],
    ["the frame around several photos", { type: "album" }],
    ["a thumb", { type: "reaction" }],
    ["a notice of the protocol", { type: "protocol" }],
  ])("%s", (_what, part) => {
    expect(inboundOf(facts(part))).toBeUndefined();
  });
});

describe("what has an id of its own", () => {
  test("a change of an older message", () => {
    const edit = inboundOfEdit(facts({ at: 1_796_000_123 }));
    expect(edit).toMatchObject({
      id: `false_${lid}_AC01~1796000123`,
      heard: { kind: "media", what: "edit" },
    });
    expect(inboundOfEdit(facts({ type: "image" }))).toBeUndefined();
    expect(inboundOfEdit(facts({ chat: "120363000000000001@g.us" }))).toBeUndefined();
  });

  test("what cannot be deciphered, so that it can come again when it is", () => {
    const sealed = inboundOfUnreadable(facts({ type: "ciphertext" }));
    expect(sealed).toMatchObject({
      id: `false_${lid}_AC01~sealed`,
      heard: { kind: "media", what: "other" },
    });
  });

  test("a call", () => {
    const call = inboundOfCall(facts({ id: "call:1", type: "call" }));
    expect(call).toMatchObject({ id: "call:1", heard: { kind: "media", what: "call" } });
    expect(inboundOfCall(facts({ chat: "120363000000000001@g.us" }))).toBeUndefined();
  });
});
