/** What the library does to chats: sends, marks as seen, shows that somebody writes, loads what is older. */

import type { Known } from "../wire.ts";
import { Chat, type ChatModel, chatOf, learn, Msg, MsgModel } from "./shelf.ts";
import type { Wid } from "./wid.ts";
import { ask, tell } from "./wire.ts";

/** As the real one: the message stands in the chat at once; whether the server took it is said later, by `ack`. */
export function addAndSendMsgToChat(chat: ChatModel, values: Readonly<Record<string, unknown>>) {
  const model = Msg.add(new MsgModel(values));
  chat.msgs.models.set(model.id._serialized, model);
  const become = (ack: number) => {
    model.ack = ack;
    Msg.trigger("change:ack", model, ack);
  };
  const message = {
    id: model.id.id,
    chat: chat.id._serialized,
    fromMe: true,
    type: model.type,
    body: String(model["body"]),
    t: Number(model["t"]),
  };
  const sent = ask({ kind: "send", message }).then(
    () => {
      become(1);
      return { messageSendResult: "OK" };
    },
    () => {
      become(-1);
      return { messageSendResult: "ERROR_UNKNOWN" };
    },
  );
  return [Promise.resolve(model), sent];
}

export async function queryWidExists(wid: Wid): Promise<{ readonly wid: Wid } | null> {
  const known = (await ask({ kind: "exists", wid: wid._serialized })) as Known | null;
  if (known === null) return null;
  learn(known);
  return { wid };
}

export async function findOrCreateLatestChat(wid: Wid) {
  if (Chat.get(wid) === undefined && (await queryWidExists(wid)) === null) {
    throw new Error("No LID for user");
  }
  return { chat: chatOf(wid) };
}

export async function sendSeen({ chat }: { readonly chat: ChatModel }): Promise<void> {
  chat.unreadCount = 0;
  tell({ kind: "seen", chat: chat.id._serialized });
}

export const chatState = (on: boolean) => async (wid: Wid) =>
  tell({ kind: "typing", chat: wid._serialized, on });

/** A handful at a time, oldest first; nothing where all is loaded. */
export async function loadEarlierMsgs({ chat }: { readonly chat: ChatModel }) {
  const loaded = chat.earlier.splice(-5);
  chat.msgs.addBefore(loaded);
  for (const model of loaded) Msg.models.set(model.id._serialized, model);
  return loaded;
}
