/** What is looked at and done inside WhatsApp's page, beyond what the library offers. Runs in the browser. */
import type { Client } from "whatsapp-web.js";
import type { Facts } from "../process/protocol.ts";

type Chat = {
  readonly id: { readonly _serialized: string; readonly server: string };
  readonly unreadCount: number;
  /** Seconds. */
  readonly t: number;
  readonly lastReceivedKey?: { readonly _serialized: string };
  /** As much as is loaded. */
  readonly msgs: { getModelsArray: () => readonly Msg[] };
};

type Msg = {
  readonly id: { readonly fromMe: boolean };
  /** Seconds. */
  readonly t: number;
  /** Somebody joined, a number changed: nobody said it. */
  readonly isNotification?: boolean;
};

/** A message as the library puts it into words. */
type Model = {
  readonly id: { readonly _serialized: string };
  readonly from: string | { readonly _serialized: string };
  readonly type?: string;
  readonly body?: string;
  readonly caption?: string;
  /** Where its medium is; its body is a small picture then. */
  readonly directPath?: string;
  readonly t?: number;
};

/** Of WhatsApp's page and of what the library puts into it, as much as is used here. */
declare const window: {
  readonly require: {
    (name: "WAWebSocketModel"): { Socket: { state: string | null; hasSynced: boolean } };
    (name: "WAWebCollections"): { Chat: { getModelsArray: () => readonly Chat[] } };
    (
      name: "WAWebChatLoadMessages",
    ): {
      loadEarlierMsgs: (of: { chat: Chat }) => Promise<readonly Msg[] | null | undefined>;
    };
  };
  readonly WWebJS?: {
    readonly getChat: (id: string, how: { getAsModel: false }) => Promise<Chat | undefined>;
    readonly getMessageModel: (message: Msg) => Model;
    readonly sendSeen: (id: string) => Promise<boolean>;
    readonly sendChatstate: (state: "typing", id: string) => Promise<boolean>;
  };
  /** There when WhatsApp's modules are. */
  readonly Debug?: { readonly VERSION?: string };
  readonly onAppStateHasSyncedEvent?: () => Promise<void>;
};

export type PupPage = NonNullable<Client["pupPage"]>;

export type Look = {
  readonly state: string | null;
  readonly hasSynced: boolean;
  /** The library has put its own into the page. */
  readonly isInjected: boolean;
};

/** Also reads the chats: a page that cannot do that is as good as gone. */
export function lookAt(page: PupPage): Promise<Look> {
  return page.evaluate(() => {
    if (typeof window.require !== "function" || window.Debug?.VERSION === undefined)
      return { state: null, hasSynced: false, isInjected: false };
    const { state, hasSynced } = window.require("WAWebSocketModel").Socket;
    const isInjected = window.WWebJS !== undefined;
    if (isInjected) window.require("WAWebCollections").Chat.getModelsArray();
    return { state, hasSynced, isInjected };
  });
}

/** What the library does when the page says that it has synced; it misses that where it came too early. */
export function nudge(page: PupPage): Promise<void> {
  return page.evaluate(async () => {
    await window.onAppStateHasSyncedEvent?.();
  });
}

export type ChatToRead = { readonly id: string; readonly unread: number };

/**
 * Chats of one person with something unread, or that something happened in since; none in which nothing happened since
 * `floor` (both in seconds). The unread ones first, the newest of each first.
 */
export function chatsToRead(
  page: PupPage,
  times: { readonly since: number; readonly floor: number },
): Promise<readonly ChatToRead[]> {
  return page.evaluate(
    ({ since, floor }) =>
      [...window.require("WAWebCollections").Chat.getModelsArray()]
        .filter(({ id }) => id.server === "c.us" || id.server === "lid")
        .filter(({ unreadCount, t }) => t >= floor && (unreadCount !== 0 || t >= since))
        .sort((one, other) => other.t - one.t)
        .sort((one, other) => Number(one.unreadCount === 0) - Number(other.unreadCount === 0))
        .map(({ id, unreadCount }) => ({ id: id._serialized, unread: Math.max(0, unreadCount) })),
    times,
  );
}

export type Wanted = ChatToRead & {
  /** Everything from then on (seconds), also what somebody has read. */
  readonly since: number;
  /** So many messages at the most: the newest. */
  readonly most: number;
};

/**
 * What is unread in a chat and what came since, oldest first. The library's own `fetchMessages` turns messages of one
 * second round, and then cuts off the wrong end.
 */
export function messagesToRead(page: PupPage, wanted: Wanted): Promise<readonly Facts[]> {
  return page.evaluate(async ({ id, unread, since, most }) => {
    const chat = await window.WWebJS?.getChat(id, { getAsModel: false });
    if (chat === undefined) return [];
    const isTheirs = ({ isNotification, id: { fromMe } }: Msg) => !isNotification && !fromMe;
    const inTime = (messages: readonly Msg[]) =>
      messages.filter(isTheirs).sort((one, other) => one.t - other.t);
    const { loadEarlierMsgs } = window.require("WAWebChatLoadMessages");
    let found = inTime(chat.msgs.getModelsArray());
    while (found.length < most) {
      const [oldest] = found;
      if (oldest !== undefined && found.length > unread && oldest.t < since) break;
      const earlier = await loadEarlierMsgs({ chat });
      if (!earlier || earlier.length === 0) break;
      found = inTime([...earlier, ...found]);
    }
    const fromUnread = found.length - unread;
    return found
      .filter(({ t }, index) => t >= since || index >= fromUnread)
      .slice(-most)
      .map((message) => {
        const model = window.WWebJS?.getMessageModel(message);
        const { from, type, body, caption, directPath, t } = model ?? {};
        return {
          id: model?.id._serialized ?? "",
          chat: typeof from === "object" ? from._serialized : (from ?? id),
          type: type ?? "unknown",
          body: (directPath === undefined ? body : caption) ?? "",
          at: t ?? 0,
        };
      });
  }, wanted);
}

/** Marks a chat as read, unless a newer message than `last` is there: that one is not kept yet. */
export function markSeen(page: PupPage, chat: string, last: string): Promise<boolean> {
  return page.evaluate(
    async (id, kept) => {
      const found = await window.WWebJS?.getChat(id, { getAsModel: false });
      const newest = found?.lastReceivedKey?._serialized;
      if (newest !== undefined && newest !== kept) return false;
      return (await window.WWebJS?.sendSeen(id)) ?? false;
    },
    chat,
    last,
  );
}

export function showTyping(page: PupPage, chat: string): Promise<void> {
  return page.evaluate(async (id) => {
    await window.WWebJS?.sendChatstate("typing", id);
  }, chat);
}
