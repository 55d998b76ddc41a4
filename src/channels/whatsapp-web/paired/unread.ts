/** Messages that came while nobody was looking: chats with something unread, and those in which something happened. */
import type { Client } from "whatsapp-web.js";
import type { Facts } from "../process/protocol.ts";
import { factsOf } from "./heard.ts";
import { chatsToRead } from "./page-side.ts";

export type Swept = {
  /** Oldest first. */
  readonly messages: readonly Facts[];
  /** Chats that were too many for once: they stay unread, and are next. */
  readonly left: number;
};

/** So many chats at once, and so many messages of each at the least and at the most. */
const mostChats = 200;
const messagesOfChat = { least: 20, most: 200 };

/** All that is unread since `floor`, and all that came since `since`; both in seconds. */
export async function sweep(client: Client, since: number, floor: number): Promise<Swept> {
  if (!client.pupPage) return { messages: [], left: 0 };
  const chats = await chatsToRead(client.pupPage, since);
  const found: Facts[] = [];
  for (const { id, unread } of chats.slice(0, mostChats)) {
    const chat = await client.getChatById(id);
    const { least, most } = messagesOfChat;
    const limit = Math.min(most, Math.max(least, unread + 5));
    const messages = (await chat.fetchMessages({ limit, fromMe: false }))
      .map(factsOf)
      .sort((one, other) => one.at - other.at);
    const fromUnread = messages.length - unread;
    const wanted = messages.filter(({ at }, index) => at >= since || index >= fromUnread);
    found.push(...wanted.filter(({ at }) => at >= floor));
  }
  found.sort((one, other) => one.at - other.at);
  return { messages: found, left: Math.max(0, chats.length - mostChats) };
}
