/** What the channel needs from outside. */
import type { TelegramSettings } from "../../config/channels.ts";
import type { Language } from "../../conversation/wording/wording.ts";

export type TelegramNeeds = {
  readonly settings: TelegramSettings;
  /** Origin under which Telegram reaches the door; needed for webhooks. */
  readonly publicUrl: string | undefined;
  readonly log: TelegramLog;
  readonly clock: () => Date;
  /** Texts `channels.telegram.…`. */
  readonly texts: Readonly<Record<Language, (key: string) => string>>;
  readonly patience?: Partial<Patience>;
};

/** Events with ids and numbers; never an address, a text or a token. */
export type TelegramLog = Readonly<
  Record<"info" | "warn" | "error", (fields: Readonly<Record<string, unknown>>) => void>
>;

/** Milliseconds. */
export type Patience = {
  /** Telegram is asked for news, and answers at the latest after so long. */
  readonly pollMs: number;
  /** The first pause after something broke, and the longest. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Between two tries with a token that was refused. */
  readonly refusedPauseMs: number;
  /** Between the messages of one saying: to one person about one a second. */
  readonly betweenPartsMs: number;
  /** Between two looks whether Telegram still delivers here. */
  readonly webhookCheckMs: number;
  /** What is not kept by then keeps `close` no longer. */
  readonly closingMs: number;
};

export const usualPatience: Patience = {
  pollMs: 50_000,
  firstPauseMs: 1_000,
  longestPauseMs: 30_000,
  refusedPauseMs: 600_000,
  betweenPartsMs: 1_050,
  webhookCheckMs: 300_000,
  closingMs: 9_000,
};
