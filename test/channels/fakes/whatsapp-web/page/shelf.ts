/** What the page knows: the state of the connection, who we are, chats with their messages, and who is who. */
import type { ChatHistory, Known, Message } from "../wire.ts";
import { Collection, Emitter, Model } from "./model.ts";
import { createWid, MsgKey, type Wid } from "./wid.ts";

class SocketModel extends Emitter {
  state = "OPENING";
  hasSynced = false;

  become(state: string): void {
    this.state = state;
    this.trigger("change:state", this, state);
  }

  /** A delay below 0: at once, even where nobody listens yet; else when the library does. */
  syncAfter(delayMs: number): void {
    const sync = () => {
      this.hasSynced = true;
      this.trigger("change:hasSynced", this, true);
    };
    const whenHeard = () => {
      if (this.isHeard("change:hasSynced")) sync();
      else setTimeout(whenHeard, 20);
    };
    if (delayMs < 0) sync();
    else setTimeout(whenHeard, delayMs);
  }
}

export const Socket = new SocketModel();
export const Conn = new Model({ ref: undefined, pushname: "", platform: "android" });
export const Cmd = new Emitter();
export const me: { pn?: Wid; lid?: Wid } = {};

export class MsgModel extends Model {
  declare id: MsgKey;
  declare type: string;
  declare ack: number;
  isEphemeral = false;
  isStatusV3 = false;
}

export class ChatModel extends Model {
  declare id: Wid;
  declare unreadCount: number;
  declare t: number;
  declare lastReceivedKey: MsgKey | undefined;
  /** Loaded. */
  declare msgs: Collection<MsgModel>;
  /** Not loaded yet, oldest first. */
  declare earlier: MsgModel[];
}

export const Msg = Object.assign(new Collection<MsgModel>(), {
  modelClass: MsgModel,
  getMessagesById: async (ids: readonly string[]) => ({
    messages: ids.map((id) => Msg.get(id)).filter((found) => found !== undefined),
  }),
});
export const Chat = new Collection<ChatModel>();

const pnOf = new Map<string, string>();
const lidOf = new Map<string, string>();

export function learn({ lid, pn }: Known): void {
  if (pn === undefined) return;
  pnOf.set(lid, pn);
  lidOf.set(pn, lid);
}

const widIn = (book: ReadonlyMap<string, string>) => (wid: Wid) => {
  const found = book.get(wid._serialized);
  return found === undefined ? undefined : createWid(found);
};
export const phoneOf = widIn(pnOf);
export const currentLid = widIn(lidOf);

export function chatOf(wid: Wid): ChatModel {
  const known = Chat.get(wid);
  if (known !== undefined) return known;
  return Chat.add(
    new ChatModel({
      id: wid,
      formattedTitle: wid.user,
      unreadCount: 0,
      t: 0,
      mute: { expiration: 0 },
      msgs: new Collection<MsgModel>(),
      earlier: [],
    }),
  );
}

/** `isNewMsg` only of what arrives while the page is open. */
export function modelOf(message: Message, isNewMsg: boolean): MsgModel {
  const { id, chat, fromMe, type, body, t, notifyName, more } = message;
  const remote = createWid(chat);
  const key = new MsgKey({ fromMe, to: remote, id });
  const ours = chat.endsWith("@lid") ? me.lid : me.pn;
  const ends = fromMe ? { from: ours, to: remote } : { from: remote, to: ours };
  return new MsgModel({
    ...{ type, body, t, notifyName, isNewMsg, ack: 1, mentionedJidList: [], ...more },
    ...{ id: key, ...ends },
  });
}

/** Only the newest message of a chat is loaded; the others come when they are asked for. */
export function layOut(chats: readonly ChatHistory[]): void {
  for (const { id, unread, messages } of chats) {
    const chat = chatOf(createWid(id));
    const models = messages.map((message) => modelOf(message, false));
    const newest = models.pop();
    chat.earlier = models;
    chat.unreadCount = unread;
    if (newest === undefined) continue;
    chat.t = Number(newest["t"]);
    if (!newest.id.fromMe) chat.lastReceivedKey = newest.id;
    chat.msgs.add(newest);
    Msg.models.set(newest.id._serialized, newest);
  }
}
