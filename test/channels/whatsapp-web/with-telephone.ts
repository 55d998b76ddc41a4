/** The channel, the real library and a real Chromium, towards a WhatsApp of this machine; its waits are short. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Channel, Inbound, Inward } from "../../../src/channels/channel.ts";
import { openWhatsAppWeb } from "../../../src/channels/whatsapp-web/open.ts";
import type { Times } from "../../../src/channels/whatsapp-web/times.ts";
import { type FakeWhatsApp, startFakeWhatsApp } from "../fakes/whatsapp-web/server.ts";
import { collectLog } from "../stand.ts";
import { installedChromium, quick } from "./quick.ts";

export type Setting = {
  readonly fake: FakeWhatsApp;
  readonly dataDir: string;
  readonly collected: ReturnType<typeof collectLog>;
};

type AtEnd = (deed: () => Promise<void>) => void;

export async function newSetting(atEnd: AtEnd = onTestFinished): Promise<Setting> {
  const fake = await startFakeWhatsApp();
  const dataDir = await mkdtemp(join(tmpdir(), "lindung-whatsapp-"));
  atEnd(async () => {
    await fake.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });
  return { fake, dataDir, collected: collectLog() };
}

/** Not opened. Whoever sees a QR code scans it, unless the test wants to do that itself. */
export function channelOf(setting: Setting, part: Part = {}) {
  const { fake, dataDir, collected } = setting;
  const qrs: string[] = [];
  const { channel } = openWhatsAppWeb({
    settings: {
      chromium: part.chromium ?? installedChromium(),
      chromiumArgs: fake.chromiumArgs,
      perMinute: 15,
      perDay: 300,
    },
    dataDir,
    searchPath: "",
    log: collected.log,
    clock: part.clock ?? (() => new Date()),
    showPairing: (qr) => {
      qrs.push(qr);
      if (part.scans !== false) fake.scanQr();
    },
    times: { ...quick, ...part.times },
  });
  return { channel, qrs };
}

type Part = {
  readonly times?: Partial<Times>;
  readonly scans?: boolean;
  readonly chromium?: string;
  readonly clock?: () => Date;
  /** Puts away what was opened; by default when the test is over. */
  readonly atEnd?: AtEnd;
};

/** Opened, paired and ready; `heard` is what it has passed on. */
export async function readyTelephone(part: Part = {}) {
  const setting = await newSetting(part.atEnd);
  const opened = await opens(setting, part);
  await isReady(opened.channel);
  const [siti, budi, wayan] = threePeople(setting.fake);
  return { ...setting, ...opened, siti, budi, wayan };
}

export async function opens(
  setting: Setting,
  part: Part & { readonly receive?: Inward["receive"] } = {},
) {
  const { channel, qrs } = channelOf(setting, part);
  const heard: Inbound[] = [];
  (part.atEnd ?? onTestFinished)(() => channel.close());
  await channel.open({
    receive: async (inbound) => {
      await part.receive?.(inbound);
      heard.push(inbound);
    },
    reach: async () => undefined,
    reported: async () => undefined,
  });
  return { channel, qrs, heard };
}

export function threePeople(fake: FakeWhatsApp) {
  return [
    fake.join({ name: "Siti", phone: "628120000001" }),
    fake.join({ name: "Budi", phone: "628120000002", addressing: "pn" }),
    fake.join({ name: "Wayan", phone: "628120000003", hidesPhone: true }),
  ] as const;
}

/** A browser takes its time where others run beside it. */
export const patience = { timeout: 90_000, interval: 20 };
export const patient = { timeout: 180_000 };

/** Also before a test has begun, where there is no `expect.poll`. */
export const isReady = (channel: Pick<Channel, "health">) =>
  vi.waitFor(() => expect(channel.health().state).toBe("ready"), patience);

/** Texts, or what else was heard, in order. */
export const wordsOf = (heard: readonly Inbound[]) =>
  heard.map((one) =>
    one.heard.kind === "text"
      ? one.heard.text
      : one.heard.kind === "media"
        ? one.heard.what
        : one.heard.kind,
  );

const eventsOf = ({ collected }: Pick<Setting, "collected">) =>
  collected.lines.flatMap((line) => /event: '([^']+)'/.exec(line)?.[1] ?? []);

export const timesReady = (setting: Pick<Setting, "collected">) =>
  eventsOf(setting).filter((event) => event === "whatsapp-web.ready").length;

/** What each browser died of, in order. */
export const endsOf = ({ collected }: Pick<Setting, "collected">) =>
  collected.lines
    .filter((line) => line.includes("'whatsapp-web.ended'"))
    .flatMap((line) => /cause: '([^']+)'/.exec(line)?.[1] ?? []);

/** What is said to somebody, with the other parts filled in. */
export const saying = (to: string, text: string) => ({
  account: "paired",
  to,
  key: "c-1:1",
  language: "id" as const,
  says: { id: 1, text },
});
