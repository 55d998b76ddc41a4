/**
 * WhatsApp by Meta's Cloud API: Meta delivers to our door, and is asked to send. It knows the house by what is handed to
 * it, and no other channel.
 */
import type { Door } from "../../web/door.ts";
import type { Channel, Inbound, Outbound } from "../channel.ts";
import { placeOnWhatsApp } from "../whatsapp-place.ts";
import { openGraphApi } from "./graph.ts";
import { openCloudHealth } from "./health.ts";
import { openHearing } from "./hearing/hear.ts";
import { channelName } from "./hearing/translate.ts";
import { webhookOf } from "./hearing/webhook.ts";
import { type Fetched, openMedia } from "./media/fetch.ts";
import type { CloudNeeds } from "./needs.ts";
import { openRecent } from "./recent.ts";
import { openSending } from "./sending/send.ts";
import { capabilities } from "./sending/shape.ts";
import { isOpenAt } from "./sending/window.ts";
import { openWatch } from "./watch.ts";

export type WhatsAppCloud = {
  readonly channel: Channel;
  readonly door: Door;
  /** The bytes of something a person sent, by Meta's id of it; at most so many. */
  readonly fetchMedia: (ref: string, maxBytes: number) => Promise<Fetched>;
};

/** Milliseconds in which what is being kept has to be finished when the channel closes. */
const graceMs = 9_000;

/** Nothing is asked before the channel is opened. */
export function openWhatsAppCloud(needs: CloudNeeds): WhatsAppCloud {
  const { settings, log } = needs;
  const graph = openGraphApi(needs);
  const health = openCloudHealth(needs);
  const watch = openWatch({ graph, health, phoneId: settings.phoneId });
  const sending = openSending({ ...needs, graph, health });
  /** Meta's id of the last message of each person: typing is shown in answer to one. */
  const lastOf = openRecent<string>();
  const atWork = new Set<Promise<void>>();
  let take: ((raw: string) => Promise<void>) | undefined;

  const heard = ({ from, id }: Inbound) => {
    lastOf.set(from, id);
    sending.knocks.answered(from);
  };

  function typing({ to }: Pick<Outbound, "account" | "to">): void {
    const message_id = lastOf.get(to);
    if (message_id === undefined || take === undefined) return;
    const shown = { status: "read", message_id, typing_indicator: { type: "text" } };
    // It answers in every case, and nobody waits for it.
    void graph.post(`${settings.phoneId}/messages`, { messaging_product: "whatsapp", ...shown });
  }

  const channel: Channel = {
    name: channelName,
    capabilities,
    abilities: ["share-contact", "keeps-messages"],
    where: () => placeOnWhatsApp(watch.number()),
    // Eighty a second is the limit; how long each is on its way differs.
    pace: { perSecond: 60, burst: 6, perContact: { burst: 8, everyMs: 6_000 } },
    // With a template one may knock at any time; then the message waits until they write.
    mayStart: ({ heardAt }, now) =>
      heardAt !== undefined && (settings.template !== undefined || isOpenAt(heardAt, now)),
    send: sending.send,
    typing,
    open: async (inward) => {
      take = openHearing({ ...needs, inward, heard, report: sending.report });
      watch.begin();
      log.info({ event: "whatsapp-cloud.open" });
    },
    close: async () => {
      take = undefined;
      watch.end();
      health.off();
      await Promise.race([Promise.allSettled(atWork), soon(graceMs)]);
    },
    health: health.now,
  };

  const routes = webhookOf(needs, {
    isOpen: () => take !== undefined,
    take: async (raw) => {
      if (take === undefined) throw new Error("the channel was closed meanwhile");
      const work = take(raw);
      atWork.add(work);
      await work.finally(() => atWork.delete(work));
    },
  });
  const { fetchMedia } = openMedia({ settings, graph });
  return { channel, door: { routes }, fetchMedia };
}

function soon(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
