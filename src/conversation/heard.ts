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
