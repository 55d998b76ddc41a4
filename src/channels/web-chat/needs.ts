/** What the web chat needs of the house, and nothing else. */
import type { WebLog } from "../../web/door.ts";
import type { Language, WebTexts } from "../../web/language.ts";
import type { Inbound, Says } from "../channel.ts";

/** Sayings, or that the person had their data erased. */
export type Told =
  | { readonly kind: "says"; readonly says: readonly Says[] }
  | { readonly kind: "erased" };

/** The page's sentences, `web.…` of locales/<language>/web.yaml. */
export type PageTexts = WebTexts;

/** `from` is the SHA-256 (hex) of the token: the token itself is never handed on. */
export type WebChatNeeds = {
  /** Makes the contact of a new token and lets the bot greet, in the language asked for. */
  readonly meet: (
    from: string,
    link: string | undefined,
    language: Language | undefined,
  ) => Promise<void>;
  /** Whether the token is one of ours; also after erasure, so that it can be told. */
  readonly knows: (from: string) => Promise<boolean>;
  readonly receive: (inbound: Inbound) => Promise<Told>;
  /** What was said after `after`. Also marks what is passed as read. */
  readonly saysAfter: (from: string, after: number) => Promise<Told>;
  /** `wake` is called, without content, when there may be new says. Returns the way to stop listening. */
  readonly listen: (from: string, wake: () => void) => () => void;
  readonly page: PageTexts;
  readonly trial: boolean;
  readonly operatorName: string | undefined;
  readonly log: WebLog;
  readonly newId: () => string;
};

/** Requests a minute. */
export type WebChatLimits = {
  /** Messages of one token. A person types a few a minute; a retrying page sends more. */
  readonly messages: number;
  /** Reads of one token. */
  readonly reads: number;
  /** New tokens, and tokens that are not ours, of one address: a whole hall or a phone network may share it. */
  readonly sessions: number;
};

export const usualLimits: WebChatLimits = { messages: 120, reads: 240, sessions: 300 };
