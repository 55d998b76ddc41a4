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
