/** Messages that came while nobody was looking: chats with something unread, and those in which something happened. */
import type { Client } from "whatsapp-web.js";
import type { Facts } from "../process/protocol.ts";
import { chatsToRead, messagesToRead } from "./page-side.ts";

export type Swept = {
  /** Oldest first. */
  readonly messages: readonly Facts[];
  /** Chats with something unread that were too many for once: they stay so, and are next. */
  readonly left: number;
};

/** So many chats at once, and so many messages of each: the newest, so that what is older would never be heard. */
const mostChats = 200;
const mostOfChat = 1_000;

/** All that is unread since `floor`, and all that came since `since`; both in seconds. */
export async function sweep(client: Client, since: number, floor: number): Promise<Swept> {
  if (!client.pupPage) return { messages: [], left: 0 };
  const chats = await chatsToRead(client.pupPage, { since, floor });
  const found: Facts[] = [];
  for (const chat of chats.slice(0, mostChats)) {
    const wanted = { ...chat, since, most: mostOfChat };
    const messages = await messagesToRead(client.pupPage, wanted);
    found.push(...messages.filter(({ at }) => at >= floor));
  }
  found.sort((one, other) => one.at - other.at);
  const left = chats.slice(mostChats).filter(({ unread }) => unread > 0);
  return { messages: found, left: left.length };
}
