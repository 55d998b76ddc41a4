/** An update as what happened: something a person did, a door that was shut, a group; or nothing for us. Pure. */

import type { Unreadable } from "../../conversation/heard.ts";
import { tapIn } from "../../rendering/render.ts";
import type { Inbound } from "../channel.ts";
import type { Message, Tap, Update } from "./update.ts";

export type Happening =
  | { readonly kind: "inbound"; readonly inbound: Inbound; readonly tap?: Tapped }
  /** The person blocked the bot, or opened the door again. */
  | { readonly kind: "reach"; readonly from: string; readonly reach: "blocked" | "open" }
  /** Somebody put the bot among several people, where nobody shall say anything of themselves. */
  | { readonly kind: "group"; readonly chat: number }
  /** A button that none of ours has. */
  | { readonly kind: "tap"; readonly tap: Tapped }
  | { readonly kind: "nothing"; readonly why: string };

/** What there is to do about a tap beside hearing it. */
export type Tapped = {
  readonly query: string;
  readonly chat?: number;
  readonly message?: number;
  readonly data?: string;
  /** What stood on the button; undefined where it cannot be seen any more. */
  readonly label?: string;
};

export function happeningIn(update: Update, account: string): Happening {
  const { message, edited_message, callback_query, my_chat_member } = update;
  if (callback_query !== undefined) return tapped(callback_query, account);
  if (my_chat_member !== undefined) return membership(my_chat_member);
  const written = message ?? edited_message;
  if (written === undefined) return { kind: "nothing", why: "unknown-kind" };
  // In a group or a channel: `my_chat_member` tells of coming there, and of nothing else there is anything kept.
  if (written.chat.type !== "private") return { kind: "nothing", why: "not-private" };
  if (written.from?.is_bot === true) return { kind: "nothing", why: "a-bot" };
  const from = String(written.chat.id);
  const common = { channel: "telegram", account, from };
  if (edited_message !== undefined) {
    // A place that is shared live changes every few seconds, for up to eight hours.
    if (edited_message["location"] !== undefined) return { kind: "nothing", why: "moved-on" };
    const id = `e${written.message_id}.${written.edit_date ?? 0}`;
    return inbound({ ...common, id, heard: { kind: "media", what: "edit" } });
  }
  const id = `m${written.message_id}`;
  if (written.text !== undefined) return inbound({ ...common, id, ...said(written, written.text) });
  if (written.contact !== undefined) {
    const { phone_number: phone, user_id } = written.contact;
    // Only a card whose owner Telegram names can be one's own; one from the address book says nothing.
    const isOwn = user_id !== undefined && user_id === written.from?.id;
    return inbound({ ...common, id, heard: { kind: "contact", phone, isOwn } });
  }
  const what = unreadableIn(written);
  if (what === undefined) return { kind: "nothing", why: "service-message" };
  // The pictures of an album are several messages and get one answer.
  const album = written.media_group_id;
  const once = album === undefined ? id : `g${album}`;
  return inbound({ ...common, id: once, heard: { kind: "media", what } });
}

function inbound(inbound: Inbound): Happening {
  return { kind: "inbound", inbound };
}

/** `/start CODE` is a text of its own and the code of a link; `/bantuan@the_bot` is `/bantuan`. */
function said({ message_id }: Message, text: string): Pick<Inbound, "heard" | "link"> {
  const ref = String(message_id);
  const [, link] = /^\/start(?:@\w+)?\s+([\w-]{1,64})\s*$/.exec(text) ?? [];
  if (link !== undefined) return { heard: { kind: "text", text: "/start", ref }, link };
  const command = text.replace(/^(\/\w+)@\w+/, "$1");
  return { heard: { kind: "text", text: command, ref } };
}

function tapped({ id, from, data, message }: Tap, account: string): Happening {
  const { reply_markup: keyboard, chat } = message ?? {};
  const label = keyboard?.inline_keyboard.flat().find((one) => one.callback_data === data)?.text;
  const tap: Tapped = {
    query: id,
    ...(message === undefined ? {} : { chat: message.chat.id, message: message.message_id }),
    ...(data === undefined ? {} : { data }),
    ...(label === undefined ? {} : { label }),
  };
  const found = data === undefined ? undefined : tapIn(data);
  if (found === undefined || (chat !== undefined && chat.type !== "private"))
    return { kind: "tap", tap };
  const heard = { kind: "choice", value: found.value } as const;
  const address = { channel: "telegram", account, from: String(from.id) };
  return {
    kind: "inbound",
    inbound: { ...address, id: `q${id}`, heard, under: found.under },
    tap,
  };
}

function membership(change: NonNullable<Update["my_chat_member"]>): Happening {
  const { chat, new_chat_member } = change;
  const isThere = ["member", "administrator", "restricted"].includes(new_chat_member.status);
  if (chat.type !== "private")
    return isThere ? { kind: "group", chat: chat.id } : { kind: "nothing", why: "left-a-group" };
  return { kind: "reach", from: String(chat.id), reach: isThere ? "open" : "blocked" };
}

/**
 * By the name of the field that holds it. An animation is a document as well, so that it stands before. What is
 * written below a picture is not heard: the answer to the picture asks for it, and what somebody writes there is as a
 * rule about the picture.
 */
const unreadable: Readonly<Record<string, Unreadable>> = {
  photo: "photo",
  voice: "voice",
  audio: "voice",
  video: "video",
  video_note: "video",
  animation: "video",
  sticker: "sticker",
  dice: "sticker",
  venue: "location",
  location: "location",
  document: "document",
};

/** Telegram's own remarks, on which nobody waits for an answer: they are alone in their message. */
const remarks =
  /^(pinned_message|message_auto_delete_timer_changed|write_access_allowed|connected_website|chat_background_set|proximity_alert_triggered|successful_payment|refunded_payment|boost_added|passport_data|(new|left|delete)_chat_\w+|\w+_chat_created|migrate_\w+|(forum|general_forum)_topic_\w+|video_chat_\w+)$/;

/** Undefined: a remark. What nobody has heard of yet was sent by somebody, who gets an answer. */
function unreadableIn(message: Message): Unreadable | undefined {
  const fields = Object.keys(message);
  if (fields.some((field) => remarks.test(field))) return undefined;
  const name = Object.keys(unreadable).find((field) => message[field] !== undefined);
  return name === undefined ? "other" : unreadable[name];
}
