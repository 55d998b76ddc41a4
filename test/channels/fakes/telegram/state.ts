/** What the test server remembers of one bot and of the people and groups it meets. */

export type Fields = Readonly<Record<string, unknown>>;

export type Button = {
  readonly text: string;
  readonly callback_data?: string;
  readonly request_contact?: boolean;
};

export type Message = {
  readonly message_id: number;
  readonly date: number;
  readonly from: Fields;
  readonly chat: Fields;
  text?: string;
  reply_markup?: { readonly inline_keyboard: readonly (readonly Button[])[] };
  readonly [more: string]: unknown;
};

export type Chat = {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly about: Fields;
  /** Both sides' messages, oldest first. */
  readonly messages: Message[];
  /** The person has written; a bot may not write first. In a group: the bot is a member. */
  isOpen: boolean;
  isBlocked: boolean;
  /** What stands where the letters are typed. */
  keyboard: readonly (readonly Button[])[] | undefined;
};

export type Update = Fields & { readonly update_id: number };

export type Call = { readonly method: string; readonly params: Fields; readonly at: number };

export type Webhook = {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  lastError: string | undefined;
};

export type Bot = {
  readonly token: string;
  readonly me: { readonly id: number; readonly username: string } & Fields;
  readonly chats: Map<number, Chat>;
  /** Not yet confirmed, oldest first. */
  updates: Update[];
  readonly calls: Call[];
  readonly openQueries: Set<string>;
  /** By scope and language. */
  readonly commands: Map<string, readonly Fields[]>;
  webhook: Webhook | undefined;
  /** Undefined: all but the rare ones. */
  allowed: readonly string[] | undefined;
  nextUpdate: number;
  nextMessage: number;
  nextQuery: number;
  /** Messages a second; undefined: no limit. */
  rate: { readonly all: number; readonly perChat: number } | undefined;
  /** Messages that were refused for that. */
  tooFast: number;
  /** When a message went out, by chat and for all. */
  readonly sentAt: Map<number | "all", number[]>;
  readonly files: Map<string, Buffer>;
};

/** A refusal in the words of the Bot API. */
export class BotApiError extends Error {
  readonly answer: Fields;
  readonly code: number;
  constructor(code: number, description: string, parameters?: Fields) {
    super(description);
    this.code = code;
    this.answer = {
      ok: false,
      error_code: code,
      description,
      ...(parameters === undefined ? {} : { parameters }),
    };
  }
}

export function newBot(token: string, username: string): Bot {
  const id = Number(token.split(":")[0]);
  const me = {
    id,
    username,
    is_bot: true,
    first_name: "Lindung",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  return {
    token,
    me,
    chats: new Map(),
    updates: [],
    calls: [],
    openQueries: new Set(),
    commands: new Map(),
    webhook: undefined,
    allowed: undefined,
    nextUpdate: 731_000,
    nextMessage: 1,
    nextQuery: 4_400_000_000_000_001,
    rate: undefined,
    tooFast: 0,
    sentAt: new Map(),
    files: new Map(),
  };
}

export function unixTime(): number {
  return Math.floor(Date.now() / 1_000);
}
