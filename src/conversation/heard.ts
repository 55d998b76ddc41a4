/** What a person did, whatever the channel. */
export type Heard =
  | { readonly kind: "text"; readonly text: string }
  /** A tapped button: the choice's value and, where the channel can tell, the datum that was asked above it. */
  | { readonly kind: "choice"; readonly value: string; readonly asked?: string }
  /** Something that cannot be read: it gets an answer, never silence. */
  | {
      readonly kind: "media";
      readonly what: "photo" | "voice" | "sticker" | "location" | "document" | "call" | "other";
    };
