/** The channel in front of Meta's other side, over real HTTP in both directions. */
import { serve } from "@hono/node-server";
import { onTestFinished } from "vitest";
import type { Inbound, Inward, Outbound, SendOutcome } from "../../../src/channels/channel.ts";
import type { CloudNeeds } from "../../../src/channels/whatsapp-cloud/needs.ts";
import { openWhatsAppCloud } from "../../../src/channels/whatsapp-cloud/open.ts";
import type { WhatsAppCloudSettings } from "../../../src/config/channels.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { webTexts } from "../../web/texts.ts";
import { account, type GraphOptions, openGraph } from "../fakes/whatsapp-cloud/graph.ts";
import { collectLog } from "../stand.ts";
import { channelTexts } from "./texts.ts";

/** Wednesday 25 November 2026, nine in the morning in Palembang. */
export const start = Date.parse("2026-11-25T02:00:00.000Z");

const webhookPath = "/webhooks/whatsapp";

export function settingsFor(
  apiRoot: string,
  more: Partial<WhatsAppCloudSettings> = {},
): WhatsAppCloudSettings {
  return { ...account, apiRoot, template: undefined, ...more };
}

/** The channel with its door on a port of its own; not opened. Closed when the test is over. */
export async function openCloud(
  needs: Pick<CloudNeeds, "settings" | "log" | "clock"> & Partial<CloudNeeds>,
) {
  const made = openWhatsAppCloud({ texts: channelTexts, ...needs });
  const web = buildWeb({
    doors: [made.door],
    texts: webTexts,
    waitingFor: async () => [],
    log: needs.log,
    newId: () => "q-1",
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: web.fetch, port: 0, hostname: "127.0.0.1" }, () =>
      resolve(listening),
    );
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  onTestFinished(async () => {
    await made.channel.close();
    server.close();
  });
  return { ...made, hook: `http://127.0.0.1:${port}${webhookPath}` };
}

export type Arranged = Awaited<ReturnType<typeof arrange>>;

/**
 * Both sides, opened, with a house that only writes down what it is told. The clock stands where the test puts it.
 */
export async function arrange(
  more: {
    readonly graph?: GraphOptions;
    readonly settings?: Partial<WhatsAppCloudSettings>;
    readonly requestMs?: number;
  } = {},
) {
  let now = start;
  const graph = await openGraph({ now: () => now, ...more.graph });
  onTestFinished(graph.stop);
  const { log, lines } = collectLog();
  const cloud = await openCloud({
    settings: settingsFor(graph.origin, more.settings),
    log,
    clock: () => new Date(now),
    ...(more.requestMs === undefined ? {} : { requestMs: more.requestMs }),
  });
  const kept: Inbound[] = [];
  const reports: (readonly [key: string, outcome: SendOutcome])[] = [];
  const house: {
    meets: (inbound: Inbound) => Promise<void> | void;
    hears: (key: string) => Promise<void> | void;
  } = { meets: () => undefined, hears: () => undefined };
  const inward: Inward = {
    receive: async (inbound) => {
      await house.meets(inbound);
      kept.push(inbound);
    },
    reach: async () => undefined,
    reported: async (key, outcome) => {
      await house.hears(key);
      reports.push([key, outcome]);
    },
  };
  await cloud.channel.open(inward);
  graph.listensAt(cloud.hook);
  return {
    ...{ graph, cloud, lines, kept, reports, house, inward },
    texts: () => kept.map(({ heard }) => (heard.kind === "text" ? heard.text : heard.kind)),
    pass: (hours: number) => {
      now += hours * 3_600_000;
    },
    now: () => new Date(now).toISOString(),
  };
}

let drawn = 0;

/** A saying to somebody, with a key as the outbox makes it. */
export function outbound(to: string, text: string, more: Partial<Outbound> = {}): Outbound {
  drawn += 1;
  const key = `c-00000000-0000-7000-8000-000000000001:${drawn}`;
  const says = { id: drawn, text };
  return { account: account.phoneId, to, says, key, language: "id", ...more };
}

/** Siti gives her number and has an id of the business; Budi has an id alone; Wayan has a number alone. */
export const people = {
  siti: { name: "Siti", phone: "6281200000001", userId: "ID.1349120865530274" },
  budi: { name: "Budi", phone: "6281200000002", userId: "ID.Q7x2", hidesPhone: true },
  wayan: { name: "Wayan", phone: "6281200000003" },
} as const;
