/**
 * The contract between the house and its doors. A channel translates: what arrives becomes an `Inbound`,
 * an `Outbound` becomes a message of that channel. It knows no other channel and decides nothing.
 */

import type { Heard } from "../conversation/heard.ts";
import type { Ability } from "../conversation/moment.ts";
import type { Language } from "../conversation/wording/wording.ts";

export type Inbound = {
  readonly channel: string;
  /** Which of our accounts on that channel. */
  readonly account: string;
  /** Opaque id of the person there; never a key in the clear. */
  readonly from: string;
  /** The channel's own id of this message, or the client's; the same id is handled once. */
  readonly id: string;
  readonly heard: Heard;
  /** Id of the saying whose button was tapped, where the channel can tell. */
  readonly under?: number;
  /** Code of the enrolment link the person came by. */
  readonly link?: string;
  /** An id by which the channel knew the same person before; taken where `from` is not known yet. */
  readonly formerly?: string;
};

export type Choice = { readonly value: string; readonly label: string };

/** What the bot says, as a channel renders it. */
export type Says = {
  /** The contact's counter, without gaps. */
  readonly id: number;
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** The pending question: name of the datum and kind of answer (for keyboard and input mode). */
  readonly asks?: { readonly name: string; readonly kind: string };
  /** A message of the person to be taken out of the chat first; where that fails, `failed` is said instead. */
  readonly removes?: { readonly ref: string; readonly failed: string };
};

/** A message that leaves. */
export type Outbound = {
  readonly account: string;
  /** The person's opaque id there. */
  readonly to: string;
  readonly says: Says;
  /** Names the message in reports of its delivery: ids only. */
  readonly key: string;
  /** Of the person, for the few words a channel has of its own. */
  readonly language: Language;
  /** When the person last wrote (UTC); a channel may only write within a time after it. */
  readonly heardAt?: string;
};

/** The closed list of ways a sending can end. */
export type SendOutcome =
  /** `ref`: the channel's own id of the message, where it has one. */
  | { readonly kind: "sent"; readonly ref?: string }
  /**
   * Not now. `asked`: the channel named the pause, which is no failed try; for everybody of the account where it
   * says `whole`. `failed`: nobody knows why, or it is away.
   */
  | {
      readonly kind: "later";
      readonly afterMs: number;
      readonly cause: "asked" | "failed";
      readonly whole?: true;
    }
  /** The account cannot send anything at all now (not paired, switched off, token refused): nothing is tried meanwhile. */
  | { readonly kind: "channel-down"; readonly afterMs: number }
  /** The channel allows no message until the person writes: it waits for that. */
  | { readonly kind: "window-closed" }
  /** Never: trying again would change nothing. */
  | {
      readonly kind: "refused";
      readonly why: "blocked" | "unknown-recipient" | "invalid" | "channel-closed" | "erased";
    };

/** How fast an account may send. */
export type Pace = {
  /** Of all people together. */
  readonly perSecond: number;
  readonly burst: number;
  /** To one person: so many at once, then one every so many milliseconds. */
  readonly perContact: { readonly burst: number; readonly everyMs: number };
  /** A person's pause before each message, in milliseconds: at least, at most. */
  readonly pauseMs?: readonly [number, number];
  readonly perMinute?: number;
  /** From midnight to midnight in Asia/Jakarta. */
  readonly perDay?: number;
};

/** What a channel can show; `rendering/` makes messages of it. */
export type Capabilities = {
  /** In UTF-16 units: a text alone, and one above buttons or a list. */
  readonly textMax: number;
  readonly aboveChoicesMax: number;
  /** None: choices are numbered lines of the text. */
  readonly buttons?: { readonly most: number; readonly labelMax: number };
  readonly list?: { readonly most: number; readonly labelMax: number; readonly noteMax: number };
  /** What a button may carry, in bytes of UTF-8. */
  readonly valueMax: number;
};

export type Health = {
  readonly state: "starting" | "needs-pairing" | "ready" | "degraded" | "down" | "off";
  /** UTC. */
  readonly since: string;
  /** Text `operator.channels.why.<why>`: what is wrong and what to do. */
  readonly why?: string;
};

/** What a channel calls when something arrives. */
export type Inward = {
  /** Resolves when the message is kept and answered. Rejects when it is not: the channel lets it come again. */
  readonly receive: (inbound: Inbound) => Promise<void>;
  /** The person shut the door to us, or opened it again. */
  readonly reach: (
    address: Pick<Inbound, "channel" | "account" | "from">,
    reach: "blocked" | "open",
  ) => Promise<void>;
  /** What became of a message after it was taken: `key` is that of its `Outbound`. */
  readonly reported: (key: string, outcome: SendOutcome) => Promise<void>;
};

/** What the outbox needs of a channel. */
export type Sender = {
  readonly pace: Pace;
  /** Whether a message that nobody asked for may be sent now; `heardAt` is when the person last wrote (UTC). */
  readonly mayStart: (contact: { readonly heardAt?: string }, now: Date) => boolean;
  /** Splits and shapes it as the channel can. Never throws for what the channel answers: that is an outcome. */
  readonly send: (outbound: Outbound) => Promise<SendOutcome>;
  /** Shows that something is being written. Neither waits nor throws. */
  readonly typing?: (to: Pick<Outbound, "account" | "to">) => void;
};

/** A channel that is sent to. One that pulls (web chat, terminal) is none: its messages are read. */
export type Channel = Sender & {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** What the talk may offer here. */
  readonly abilities: readonly Ability[];
  /** Where people begin to write to it, as it is typed: `t.me/…`, `wa.me/…`; undefined while nobody has told. */
  readonly where: () => string | undefined;
  /** Begins to hear. Resolves at once where the other side is away: it goes on trying. */
  readonly open: (inward: Inward) => Promise<void>;
  /** Hears no more; what is being kept is finished. */
  readonly close: () => Promise<void>;
  readonly health: () => Health;
};
