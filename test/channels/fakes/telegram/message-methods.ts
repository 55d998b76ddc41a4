/** Sending, changing and deleting messages, as a bot may. */
import type { Method } from "./methods.ts";
import {
  type Bot,
  BotApiError,
  type Button,
  type Chat,
  type Fields,
  type Message,
  unixTime,
} from "./state.ts";

export const messageMethods: Readonly<Record<string, Method>> = {
  sendMessage: (bot, params) => {
    const chat = writableChat(bot, params);
    const text = String(params["text"] ?? "").trim();
    if (text === "") throw new BotApiError(400, "Bad Request: message text is empty");
    if (text.length > 4096) throw new BotApiError(400, "Bad Request: message is too long");
    const markup = Object(params["reply_markup"]);
    checkInline(markup.inline_keyboard);
    countAgainstLimits(bot, chat);
    const message: Message = {
      message_id: bot.nextMessage++,
      from: bot.me,
      chat: chat.about,
      date: unixTime(),
      text,
      ...(markup.inline_keyboard === undefined ? {} : { reply_markup: markup }),
    };
    if (markup.keyboard !== undefined) chat.keyboard = markup.keyboard;
    if (markup.remove_keyboard === true) chat.keyboard = undefined;
    chat.messages.push(message);
    return message;
  },
  sendChatAction: (bot, params) => {
    writableChat(bot, params);
    return true;
  },
  editMessageReplyMarkup: (bot, params) => {
    const message = ownMessage(bot, params);
    const markup = Object(params["reply_markup"]);
    checkInline(markup.inline_keyboard);
    if (JSON.stringify(message.reply_markup) === JSON.stringify(params["reply_markup"]))
      throw new BotApiError(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    message.reply_markup = markup;
    return message;
  },
  deleteMessage: (bot, params) => {
    const chat = writableChat(bot, params);
    const at = chat.messages.findIndex((one) => one.message_id === Number(params["message_id"]));
    if (at < 0) throw new BotApiError(400, "Bad Request: message to delete not found");
    chat.messages.splice(at, 1);
    return true;
  },
  answerCallbackQuery: (bot, params) => {
    if (!bot.openQueries.delete(String(params["callback_query_id"])))
      throw new BotApiError(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
      );
    return true;
  },
  leaveChat: (bot, params) => {
    const chat = writableChat(bot, params);
    if (chat.type === "private")
      throw new BotApiError(
        400,
        "Bad Request: chat member status can't be changed in private chats",
      );
    chat.isOpen = false;
    return true;
  },
};

function writableChat(bot: Bot, params: Fields): Chat {
  const chat = bot.chats.get(Number(params["chat_id"]));
  if (chat === undefined) throw new BotApiError(400, "Bad Request: chat not found");
  if (chat.type !== "private" && !chat.isOpen)
    throw new BotApiError(403, `Forbidden: bot is not a member of the ${chat.type} chat`);
  if (chat.isBlocked) throw new BotApiError(403, "Forbidden: bot was blocked by the user");
  if (!chat.isOpen)
    throw new BotApiError(403, "Forbidden: bot can't initiate conversation with a user");
  return chat;
}

function ownMessage(bot: Bot, params: Fields): Message {
  const chat = writableChat(bot, params);
  const found = chat.messages.find((one) => one.message_id === Number(params["message_id"]));
  if (found === undefined) throw new BotApiError(400, "Bad Request: message to edit not found");
  if (found.from !== bot.me) throw new BotApiError(400, "Bad Request: message can't be edited");
  return found;
}

function checkInline(rows: readonly (readonly Button[])[] | undefined): void {
  const buttons = (rows ?? []).flat();
  if (buttons.length > 100) throw new BotApiError(400, "Bad Request: BUTTONS_TOO_MUCH");
  for (const { text, callback_data } of buttons) {
    if (!text)
      throw new BotApiError(400, "Bad Request: inline keyboard button text must be non-empty");
    const bytes = Buffer.byteLength(callback_data ?? "");
    if (bytes < 1 || bytes > 64) throw new BotApiError(400, "Bad Request: BUTTON_DATA_INVALID");
  }
}

/** A second is the last 1,000 ms, as for somebody who counts strictly. */
function countAgainstLimits(bot: Bot, chat: Chat): void {
  if (bot.rate === undefined) return;
  const now = Date.now();
  const names = [["all", bot.rate.all] as const, [chat.id, bot.rate.perChat] as const];
  for (const [name, most] of names) {
    const recent = (bot.sentAt.get(name) ?? []).filter((at) => now - at < 1_000);
    bot.sentAt.set(name, recent);
    if (recent.length >= most) {
      bot.tooFast += 1;
      throw new BotApiError(429, "Too Many Requests: retry after 1", { retry_after: 1 });
    }
  }
  for (const [name] of names) bot.sentAt.get(name)?.push(now);
}
