/** The channels that are sent to, made of their settings, a line each; and what they call when something arrives. */
import type { Channel, Inward } from "./channels/channel.ts";
import { openTelegram } from "./channels/telegram/open.ts";
import { openWhatsAppCloud } from "./channels/whatsapp-cloud/open.ts";
import { openWhatsAppWeb } from "./channels/whatsapp-web/open.ts";
import { type Config, searchPath } from "./config.ts";
import type { Language } from "./conversation/wording/wording.ts";
import type { InboxNeeds } from "./inbox/needs.ts";
import { reach } from "./inbox/reach.ts";
import { receive } from "./inbox/receive.ts";
import type { Log } from "./log.ts";
import { reported } from "./outbox/reported.ts";
import type { Door } from "./web/door.ts";

export type Made = { readonly channel: Channel; readonly door?: Door };

export type MadeNeeds = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: () => Date;
  /** The few words that channels have of their own, `channels.…` of locales/<language>/channels.yaml. */
  readonly texts: Readonly<Record<Language, (key: string) => string>>;
  /** Shows the code by which a phone is paired. It is a credential: it goes to the terminal and nowhere else. */
  readonly showPairing: (code: string) => void;
};

/** Nothing is opened yet. */
export function makeChannels({ config, ...needs }: MadeNeeds): readonly Made[] {
  const { telegram, whatsappWeb, whatsappCloud } = config.channels;
  const { publicUrl, dataDir } = config;
  const paired = { dataDir, searchPath: searchPath() };
  return [
    ...(telegram ? [openTelegram({ ...needs, settings: telegram, publicUrl })] : []),
    ...(whatsappWeb ? [openWhatsAppWeb({ ...needs, ...paired, settings: whatsappWeb })] : []),
    ...(whatsappCloud ? [openWhatsAppCloud({ ...needs, settings: whatsappCloud })] : []),
  ];
}

export function inwardOf(inbox: InboxNeeds): Inward {
  return {
    receive: async (inbound) => {
      await receive(inbox, inbound);
    },
    reach: (address, how) => reach(inbox, address, how),
    reported: (key, outcome) => reported(inbox, key, outcome),
  };
}
