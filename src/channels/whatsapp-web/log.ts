/** What this room needs of a logger: events with causes and counts; never an id of a person, a text, or the QR code. */
type Event = { readonly event: string; readonly [detail: string]: unknown };

export type WhatsAppWebLog = {
  readonly info: (event: Event) => void;
  readonly warn: (event: Event) => void;
  readonly error: (event: Event) => void;
};
