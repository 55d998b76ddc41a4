/**
 * The contract between the house and its doors. A channel translates: what arrives becomes an `Inbound`,
 * an `Outbound` becomes a message of that channel. It knows no other channel and decides nothing.
 */

import type { Heard } from "../conversation/heard.ts";

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
};

/** A message that leaves. */
export type Outbound = {
  readonly account: string;
  /** The person's opaque id there. */
  readonly to: string;
  readonly says: Says;
};

/** The closed list of ways a sending can end. */
export type SendOutcome =
  /** `ref`: the channel's own id of the message, where it has one. */
  | { readonly kind: "sent"; readonly ref?: string }
  /** Not now: the channel asks for a pause, or is away. */
  | { readonly kind: "later"; readonly afterMs: number }
  /** Never: trying again would change nothing. */
  | {
      readonly kind: "refused";
      readonly why: "blocked" | "unknown-recipient" | "invalid" | "channel-closed" | "erased";
    };

/** A channel that is sent to. One that pulls (web chat, terminal) has no `send`: its messages are read. */
export type Channel = {
  readonly send: (outbound: Outbound) => Promise<SendOutcome>;
};
