/**
 * The contract between the house and its doors. A channel translates: what arrives becomes an `Inbound`,
 * an `Outbound` becomes a message of that channel. It knows no other channel and decides nothing.
 */

/** What a person did, whatever the channel. */
export type Heard =
  | { readonly kind: "text"; readonly text: string }
  /** A tapped button; `value` is the choice's value. */
  | { readonly kind: "choice"; readonly value: string }
  /** Something that cannot be read: it gets an answer, never silence. */
  | {
      readonly kind: "media";
      readonly what: "photo" | "voice" | "sticker" | "location" | "document" | "call" | "other";
    };

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
