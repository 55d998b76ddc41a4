/** What the program asks of its child: each is answered, whatever comes of it. */
import type { Client } from "whatsapp-web.js";
import type { Answer, Asked, WatchTimes } from "../process/protocol.ts";
import { causeOf, within } from "./cause.ts";
import type { Ears } from "./hear.ts";
import { markSeen, showTyping } from "./page-side.ts";

type ToDo = Exclude<Asked, { readonly ask: "begin" | "end" }>;

const done: Answer = { done: true };

export async function doAsked(
  asked: ToDo,
  { client, ears }: { readonly client: Client; readonly ears: Ears },
  times: Pick<WatchTimes, "sendMs" | "probeMs">,
): Promise<Answer> {
  try {
    switch (asked.ask) {
      case "alive":
        return done;
      case "send":
        return await within(times.sendMs, send(client, asked.to, asked.text));
      case "typing":
        if (client.pupPage) await within(times.probeMs, showTyping(client.pupPage, asked.to));
        return done;
      case "seen":
        if (client.pupPage)
          await within(times.probeMs, markSeen(client.pupPage, asked.chat, asked.last));
        return done;
      case "sweep": {
        const { messages, left } = await ears.sweep(asked.since, asked.floor);
        return { swept: { messages: messages.length, left } };
      }
    }
  } catch (error) {
    return { failed: causeOf(error) };
  }
}

/**
 * Without `waitUntilMsgSent` it resolves before the server has anything, and also where the server refuses: then `ack`
 * is below 1. Marking as read beforehand once broke every sending, so that is done by itself.
 */
async function send(client: Client, to: string, text: string): Promise<Answer> {
  const options = { waitUntilMsgSent: true, sendSeen: false, linkPreview: false };
  const message = await client.sendMessage(to, text, options);
  // No chat: `null`. Gone from the page again: `undefined`.
  if (message === null) return { failed: "unknown-recipient" };
  if (message === undefined) return { failed: "other" };
  return { sent: { ref: message.id._serialized, ack: message.ack ?? 0 } };
}
