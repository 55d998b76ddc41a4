/** People and groups at the other side: what they do becomes updates; what they see is what the bot sent. */
import { randomBytes } from "node:crypto";
import {
  type Bot,
  type Button,
  type Chat,
  type Fields,
  type Message,
  type Update,
  unixTime,
} from "./state.ts";
import type { Updates } from "./updates.ts";

export type People = ReturnType<typeof openPeople>;
export type Person = ReturnType<People["person"]>;

/** The most letters in a message: a telephone sends what is longer as several. */
const longest = 4096;

export function openPeople(bot: Bot, updates: Updates) {
  const addChat = (id: number, type: Chat["type"], about: Fields): Chat => {
    const chat: Chat = {
      ...{ id, type, about: { id, type, ...about }, messages: [] },
      ...{ isOpen: false, isBlocked: false, keyboard: undefined },
    };
    bot.chats.set(id, chat);
    return chat;
  };

  const person = (id: number, first_name: string, language_code = "id") => {
    const chat = addChat(id, "private", { first_name });
    const from = { id, is_bot: false, first_name, language_code };
    let last: Update | undefined;

    const member = (status: string) => ({ user: bot.me, status });
    const post = (content: Fields): Message => {
      chat.isOpen = true;
      const head = { message_id: bot.nextMessage++, from, chat: chat.about, date: unixTime() };
      const message: Message = { ...head, ...content };
      chat.messages.push(message);
      last = updates.push({ message });
      return message;
    };
    const changeDoor = (before: string, after: string) => {
      chat.isBlocked = after === "kicked";
      const what = { old_chat_member: member(before), new_chat_member: member(after) };
      updates.push({ my_chat_member: { chat: chat.about, from, date: unixTime(), ...what } });
    };
    const findButton = (label: string): readonly [Message, Button] => {
      for (const message of ofBot().toReversed()) {
        const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
        const button = buttons.find(({ text }) => text === label);
        if (button !== undefined) return [message, button];
      }
      throw new Error(`no button "${label}" is on the screen`);
    };
    const ofBot = () => chat.messages.filter((message) => message.from === bot.me);
    const photo = (name: string, size: number) => {
      const file_id = randomBytes(16).toString("hex");
      return {
        file_id,
        file_unique_id: `${name}${file_id.slice(0, 8)}`,
        width: size,
        height: size,
      };
    };

    return {
      id,
      chat,
      /** The bot's messages on the screen, oldest first. */
      ofBot,
      /** What is too long goes as several messages, as telephones do it. */
      says: (text: string) => {
        for (let at = 0; at < text.length; at += longest)
          post(textOf(text.slice(at, at + longest)));
      },
      starts: (payload?: string) =>
        post(textOf(payload === undefined ? "/start" : `/start ${payload}`)),
      /** Any other content of a message: `{ voice: {…} }`. */
      sends: post,
      sendsPhoto: (caption?: string, album?: string) =>
        post({
          photo: [photo("s", 90), photo("m", 320), photo("x", 1280)],
          ...(caption === undefined ? {} : { caption }),
          ...(album === undefined ? {} : { media_group_id: album }),
        }),
      /** By the button that asks for it; throws where there is none. */
      sharesContact: (phone_number: string) => {
        const isAsked = chat.keyboard?.flat().some(({ request_contact }) => request_contact);
        if (isAsked !== true) throw new Error("no button asks for the telephone number");
        return post({ contact: { phone_number, first_name, user_id: id } });
      },
      /** A card from the address book, which may be of anybody. */
      sendsCard: (phone_number: string, ofUser?: number) =>
        post({
          contact: {
            ...{ phone_number, first_name: "Seseorang" },
            ...(ofUser === undefined ? {} : { user_id: ofUser }),
          },
        }),
      edits: (message: Message, text: string) => {
        const edited = { ...message, text, edit_date: unixTime() };
        return updates.push({ edited_message: edited });
      },
      /** Taps the newest button of that label. */
      taps: (label: string) => {
        const [message, { callback_data = "" }] = findButton(label);
        const id = String(bot.nextQuery++);
        bot.openQueries.add(id);
        last = updates.push({
          callback_query: { id, from, message, chat_instance: "-77", data: callback_data },
        });
        return id;
      },
      lastArrivesAgain: () => {
        if (last === undefined) throw new Error("nothing was sent yet");
        updates.repeat(last);
      },
      blocks: () => changeDoor("member", "kicked"),
      unblocks: () => changeDoor("kicked", "member"),
    };
  };

  const group = (id: number, title: string, type: "group" | "supergroup" | "channel") => {
    const chat = addChat(id, type, { title });
    const from = { id: 990_000_001, is_bot: false, first_name: "Ketua" };
    const member = (status: string) => ({ user: bot.me, status });
    const head = () => ({
      ...{ message_id: bot.nextMessage++, from, chat: chat.about, date: unixTime() },
    });
    return {
      chat,
      addsBot: () => {
        chat.isOpen = true;
        const what = { old_chat_member: member("left"), new_chat_member: member("member") };
        updates.push({ my_chat_member: { chat: chat.about, from, date: unixTime(), ...what } });
        updates.push({ message: { ...head(), new_chat_members: [bot.me] } });
      },
      says: (text: string) => updates.push({ message: { ...head(), text } }),
    };
  };

  return { person, group };
}

function textOf(text: string): Fields {
  const command = /^\/\w+/.exec(text)?.[0];
  if (command === undefined) return { text };
  return { text, entities: [{ type: "bot_command", offset: 0, length: command.length }] };
}
