/** What a person did, whatever the channel. */
export type Heard =
  /** `ref`: the channel's own id of the message, where the bot may take it out of the chat. */
  | { readonly kind: "text"; readonly text: string; readonly ref?: string }
  /** A tapped button: the choice's value and, where the channel can tell, the datum that was asked above it. */
  | { readonly kind: "choice"; readonly value: string; readonly asked?: string }
  /** A contact card. `isOwn`: the channel vouches that it is the person's own number. */
  | { readonly kind: "contact"; readonly phone: string; readonly isOwn: boolean }
  /** Something that cannot be read: it gets an answer, never silence. */
  | { readonly kind: "media"; readonly what: Unreadable };

/** Words and taps. */
export type Said = Exclude<Heard, { readonly kind: "contact" | "media" }>;

export type Unreadable =
  | "photo"
  | "voice"
  | "video"
  | "sticker"
  | "location"
  | "document"
  | "call"
  /** An older message was changed. */
  | "edit"
  | "other";
