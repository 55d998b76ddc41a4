/** What the channel needs of the house, and nothing else. */
import type { WhatsAppCloudSettings } from "../../config/channels.ts";
import type { Language } from "../../conversation/wording/wording.ts";

type Note = (fields: Readonly<Record<string, unknown>>) => void;

/** Events with ids and codes; never a number, an id of a person, a text or what Meta says in words. */
export type CloudLog = { readonly info: Note; readonly warn: Note; readonly error: Note };

export type CloudNeeds = {
  readonly settings: WhatsAppCloudSettings;
  readonly log: CloudLog;
  readonly clock: () => Date;
  /** The few words the channel has of its own, `channels.whatsapp.…` of locales/<language>/channels.yaml. */
  readonly texts: Readonly<Record<Language, (key: string) => string>>;
  /** Milliseconds a request may take; 15 s where nothing is said. */
  readonly requestMs?: number;
};
