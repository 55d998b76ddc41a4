/** What happens in the page when the server says something. */
import type { Happening, Message } from "../wire.ts";
import { calls } from "./calls.ts";
import { session } from "./session.ts";
import { Chat, Cmd, Conn, chatOf, layOut, learn, Msg, me, modelOf, Socket } from "./shelf.ts";
import { createWid } from "./wid.ts";
import { tell } from "./wire.ts";

declare const location: { href: string; reload: () => void };

/** WhatsApp moves on to another page when the telephone has thrown us out. */
const leavingMs = 150;

export async function arrives(said: Happening): Promise<void> {
  switch (said.kind) {
    case "hello":
      await greeted(said);
      break;
    case "ref":
      Conn["ref"] = said.ref;
      Conn.trigger("change:ref", Conn, said.ref);
      break;
    case "scanned":
      await session.keep();
      layOut(said.chats);
      Socket.become("PAIRING");
      Socket.become("CONNECTED");
      Cmd.trigger("offline_progress_update_from_bridge");
      Socket.syncAfter(said.syncDelayMs);
      break;
    case "state":
      Socket.become(said.state);
      break;
    case "logout":
      await session.forget();
      Cmd.trigger("logout");
      setTimeout(() => {
        location.href = "/?post_logout=1&logout_reason=0";
      }, leavingMs);
      break;
    case "reload":
      location.reload();
      break;
    case "message":
      received(said.message);
      break;
    case "edited":
      edited(said.id, said.body, said.at);
      break;
    case "revoked":
      revoked(said.id);
      break;
    case "call":
      calls.set(said.id, {
        ...{ id: said.id, peerJid: createWid(said.from), isVideo: false, isGroup: false },
        ...{ outgoing: false, canHandleLocally: true, webClientShouldHandle: true },
        participants: [],
      });
      break;
  }
}

export function lineBroke(): void {
  if (Socket.state === "CONNECTED") Socket.become("TIMEOUT");
}

async function greeted(said: Extract<Happening, { readonly kind: "hello" }>): Promise<void> {
  me.pn = createWid(said.me.pn);
  me.lid = createWid(said.me.lid);
  Conn["pushname"] = said.me.name;
  for (const known of said.known) learn(known);
  if (!(await session.isThere())) {
    Conn["ref"] = said.ref;
    Socket.become("UNPAIRED");
    return;
  }
  layOut(said.chats);
  tell({ kind: "resumed" });
  Socket.become("CONNECTED");
  Socket.syncAfter(said.syncDelayMs);
}

function received(message: Message): void {
  const chat = chatOf(createWid(message.chat));
  const model = modelOf(message, true);
  chat.msgs.models.set(model.id._serialized, model);
  chat.lastReceivedKey = model.id;
  chat.t = message.t;
  chat.unreadCount += 1;
  Msg.add(model);
  Chat.trigger("change:unreadCount", chat.serialize());
}

function edited(id: string, body: string, at: number): void {
  const model = Msg.get(id);
  if (model === undefined) return;
  const before = model["body"];
  model["body"] = body;
  model["latestEditSenderTimestampMs"] = at;
  Msg.trigger("change:body", model, body, before);
}

function revoked(id: string): void {
  const model = Msg.get(id);
  if (model === undefined) return;
  model.type = "revoked";
  Msg.trigger("change:type", model);
}
