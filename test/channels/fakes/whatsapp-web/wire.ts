/** What the page and the server of the fake say to each other: JSON over one WebSocket. */

/** Somebody with WhatsApp, as the server tells the page. `pn` (…@c.us) is missing where the number is hidden. */
export type Known = { readonly lid: string; readonly pn?: string };

/** A message in a chat; `t` in seconds. Whatever else WhatsApp knows of it stands in `more`. */
export type Message = {
  readonly id: string;
  /** The chat: …@lid, …@c.us, …@g.us. */
  readonly chat: string;
  readonly fromMe: boolean;
  readonly type: string;
  readonly body?: string;
  readonly t: number;
  readonly notifyName?: string;
  readonly more?: Readonly<Record<string, unknown>>;
};

export type ChatHistory = {
  readonly id: string;
  readonly unread: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
};

/** What happens at the other side. */
export type Happening =
  | {
      readonly kind: "hello";
      readonly me: { readonly pn: string; readonly lid: string; readonly name: string };
      readonly ref: string;
      readonly known: readonly Known[];
      readonly chats: readonly ChatHistory[];
      readonly syncDelayMs: number;
    }
  | { readonly kind: "ref"; readonly ref: string }
  | {
      readonly kind: "scanned";
      readonly syncDelayMs: number;
      readonly chats: readonly ChatHistory[];
    }
  | { readonly kind: "state"; readonly state: string }
  | { readonly kind: "logout" }
  | { readonly kind: "reload" }
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "edited"; readonly id: string; readonly body: string; readonly at: number }
  | { readonly kind: "revoked"; readonly id: string }
  | { readonly kind: "call"; readonly id: string; readonly from: string };

/** To a question of the page, by its number. */
export type Answer = {
  readonly kind: "answer";
  readonly to: number;
  readonly value?: unknown;
  readonly error?: string;
};

export type ToPage = Happening | Answer;

export type ToServer =
  | { readonly kind: "resumed" }
  | { readonly kind: "refresh-qr" }
  | { readonly kind: "seen"; readonly chat: string }
  | { readonly kind: "typing"; readonly chat: string; readonly on: boolean }
  | { readonly kind: "call-rejected"; readonly call: string }
  | { readonly kind: "exists"; readonly n: number; readonly wid: string }
  | { readonly kind: "send"; readonly n: number; readonly message: Message };
