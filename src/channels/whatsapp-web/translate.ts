/** What WhatsApp delivers → our `Inbound`, or nothing: groups, states of the day, notices and what was taken back. */
import type { Heard, Unreadable } from "../../conversation/heard.ts";
import type { Inbound } from "../channel.ts";
import type { Facts } from "./process/protocol.ts";

export const channelName = "whatsapp-web";
/** One telephone is paired. Its number would be a personal datum in the clear. */
const account = "paired";

/** What is no message of a person to us, whatever else it is. Every other kind gets an answer. */
const silent: ReadonlySet<string> = new Set([
  "album",
  "broadcast_notification",
  "ciphertext",
  "debug",
  "e2e_notification",
  "gp2",
  "group_notification",
  "notification",
  "notification_template",
  "pinned_message",
  "protocol",
  "reaction",
  "revoked",
]);

const unreadable: Readonly<Record<string, Unreadable>> = {
  audio: "voice",
  call_log: "call",
  document: "document",
  image: "photo",
  live_location: "location",
  location: "location",
  ptt: "voice",
  ptv: "video",
  sticker: "sticker",
  "sticker-pack": "sticker",
  video: "video",
};

/** Texts: typed, or a tap on a button that an old message had. */
const texts: ReadonlySet<string> = new Set(["chat", "buttons_response", "list_response"]);

/** Whether a chat is one person: not a group, a list, a channel, the states, or WhatsApp itself. */
export function isPerson(chat: string): boolean {
  return /^[1-9]\d*@(?:c\.us|lid)$/.test(chat);
}

/** A message; undefined where it is none for us. */
export function inboundOf(facts: Facts): Inbound | undefined {
  if (!isPerson(facts.chat) || silent.has(facts.type)) return undefined;
  return { ...addressOf(facts), id: facts.id, heard: heardIn(facts) };
}

/** An older message was changed: an edit has an id of its own, for the message was handled before. */
export function inboundOfEdit(facts: Facts): Inbound | undefined {
  const isText = texts.has(facts.type);
  if (!isPerson(facts.chat) || !isText) return undefined;
  return inboundOfKind(facts, "edit", `${facts.id}~${facts.at}`);
}

/** It came, and cannot be deciphered: when it can, it comes once more under its own id. */
export function inboundOfUnreadable(facts: Facts): Inbound | undefined {
  return isPerson(facts.chat) ? inboundOfKind(facts, "other", `${facts.id}~sealed`) : undefined;
}

export function inboundOfCall(facts: Facts): Inbound | undefined {
  return isPerson(facts.chat) ? inboundOfKind(facts, "call", facts.id) : undefined;
}

function inboundOfKind(facts: Facts, what: Unreadable, id: string): Inbound {
  return { ...addressOf(facts), id, heard: { kind: "media", what } };
}

function addressOf({
  chat,
  other,
}: Facts): Pick<Inbound, "channel" | "account" | "from" | "formerly"> {
  const address = { channel: channelName, account, from: chat };
  return other === undefined || other === chat ? address : { ...address, formerly: other };
}

function heardIn({ type, body, chat, other }: Facts): Heard {
  if (texts.has(type)) return { kind: "text", text: body };
  if (type === "vcard") return cardIn(body, [chat, other]);
  return { kind: "media", what: unreadable[type] ?? "other" };
}

/** `waid` in a card is the number by which WhatsApp knows somebody: that it is one's own can be seen. */
function cardIn(card: string, ids: readonly (string | undefined)[]): Heard {
  const [, params = "", number = ""] =
    /^(?:item\d+\.)?TEL([^:\r\n]*):([^\r\n]+)/im.exec(card) ?? [];
  const [, known] = /;waid=(\d+)/i.exec(params) ?? [];
  const phone = known === undefined ? number.trim() : `+${known}`;
  if (phone === "") return { kind: "media", what: "other" };
  const isOwn = known !== undefined && ids.includes(`${known}@c.us`);
  return { kind: "contact", phone, isOwn };
}
