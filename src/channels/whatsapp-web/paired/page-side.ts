/** What is looked at and done inside WhatsApp's page, beyond what the library offers. Runs in the browser. */
import type { Client } from "whatsapp-web.js";

type Chat = {
  readonly id: { readonly _serialized: string; readonly server: string };
  readonly unreadCount: number;
  /** Seconds. */
  readonly t: number;
  readonly lastReceivedKey?: { readonly _serialized: string };
};

/** Of WhatsApp's page and of what the library puts into it, as much as is used here. */
declare const window: {
  readonly require: {
    (name: "WAWebSocketModel"): { Socket: { state: string | null; hasSynced: boolean } };
    (name: "WAWebCollections"): { Chat: { getModelsArray: () => readonly Chat[] } };
  };
  readonly WWebJS?: {
    readonly getChat: (id: string, how: { getAsModel: false }) => Promise<Chat | undefined>;
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

/** Chats of one person with something unread, or that something happened in since (seconds); newest first. */
export function chatsToRead(page: PupPage, since: number): Promise<readonly ChatToRead[]> {
  return page.evaluate(
    (from) =>
      [...window.require("WAWebCollections").Chat.getModelsArray()]
        .filter(({ id }) => id.server === "c.us" || id.server === "lid")
        .filter(({ unreadCount, t }) => unreadCount !== 0 || t >= from)
        .sort((one, other) => other.t - one.t)
        .map(({ id, unreadCount }) => ({ id: id._serialized, unread: Math.max(0, unreadCount) })),
    since,
  );
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
