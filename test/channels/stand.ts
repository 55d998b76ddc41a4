/** What a channel brings to the contract test (`contract.ts`): the channel, its other side, and people there. */
import { inspect } from "node:util";
import type { Channel, SendOutcome } from "../../src/channels/channel.ts";
import { type Person as Answers, siti } from "../whole/person.ts";

export type Stand = {
  /** The channel under test, not opened; construction has done no I/O. */
  readonly channel: Channel;
  /**
   * The same account in a program started anew: another channel, not opened, towards the same other side, as after a
   * stop or a crash. What the other side still has to deliver it delivers to this one.
   */
  readonly again: () => Promise<Channel>;
  /** Three people who have each written to the bot before (or may be written to), and whose door is open. */
  readonly people: { readonly siti: Phone; readonly budi: Phone; readonly wayan: Phone };
  /** An address that nobody has; undefined where the other side cannot tell. */
  readonly stranger: string | undefined;
  /** What comes of a sending to somebody who blocked the bot, and whether the other side tells of it by itself. */
  readonly whenBlocked: { readonly outcome: SendOutcome; readonly isTold: boolean };
  /** The next so many sendings are refused because they come too fast (where there is no such answer: fail). */
  readonly tooFast: (times: number) => void;
  /** The next so many sendings break off, with an answer that nobody can read or none at all. */
  readonly breaksOff: (times: number) => void;
  /** Every line of every log the channel had, from `collectLog`. */
  readonly log: CollectedLog;
  /** Tokens, keys and secrets of the account: none may be in a log. */
  readonly secrets: readonly string[];
  /** How long a message takes at the most until the other side delivers it again after a refusal. */
  readonly redeliveryMs: number;
};

/** A person at the other side, with the telephone in hand. What is done resolves when the other side has taken it. */
export type Phone = {
  /** As `Inbound.from` and `Outbound.to` have it. */
  readonly address: string;
  /** Account of ours that is written to, as in `Inbound.account`. */
  readonly account: string;
  readonly says: (text: string) => Promise<void>;
  /** Taps the last button (or row of a list) of that label on the screen; undefined where there are none. */
  readonly taps: ((label: string) => Promise<void>) | undefined;
  readonly sendsPhoto: () => Promise<void>;
  /** Shares the own number, where the channel has a button for it. */
  readonly sharesContact: (() => Promise<void>) | undefined;
  /** The other side delivers this person's last message once more, as it was. */
  readonly lastArrivesAgain: () => Promise<void>;
  readonly blocks: () => Promise<void>;
  /** The bot's messages on the screen, oldest first. */
  readonly screen: () => readonly Seen[];
};

export type Seen = {
  readonly text: string;
  /** Labels below it, in order. */
  readonly buttons: readonly string[];
};

export type CollectedLog = {
  readonly log: {
    readonly info: (fields: Readonly<Record<string, unknown>>) => void;
    readonly warn: (fields: Readonly<Record<string, unknown>>) => void;
    readonly error: (fields: Readonly<Record<string, unknown>>) => void;
  };
  /** With everything that hangs on an error, hidden or not. */
  readonly lines: readonly string[];
};

/** The raw lines, before the real log would take out what it knows to be private. */
export function collectLog(): CollectedLog {
  const lines: string[] = [];
  const take = (fields: Readonly<Record<string, unknown>>) => {
    lines.push(inspect(fields, { depth: 12, showHidden: true, getters: true, breakLength: 200 }));
  };
  return { log: { info: take, warn: take, error: take }, lines };
}

/** What must be in no log: each value of hers is found nowhere else. */
export const marksOfSiti: readonly string[] = hardToMistake(siti);

function hardToMistake(person: Answers): readonly string[] {
  const { nik = "", phone = "", name = "", address = "", occupation = "" } = person;
  const written = [nik, phone, name, address, occupation];
  return [...written, ...written.map((text) => text.replaceAll(/[ -]/g, ""))];
}
