/** The channel opened onto nothing but a list of what it heard. */
import { expect, onTestFinished } from "vitest";
import type { Inbound, Inward, Outbound, Says } from "../../../src/channels/channel.ts";
import { openTelegramStand, type TelegramStand } from "./stand.ts";

export async function listening(
  mode: "polling" | "webhook",
  patience?: Parameters<typeof openTelegramStand>[1],
) {
  const stand = await openTelegramStand(mode, patience);
  const heard: Inbound[] = [];
  const reached: { readonly from: string; readonly reach: "blocked" | "open" }[] = [];
  let before: (inbound: Inbound) => Promise<void> = async () => undefined;
  const inward: Inward = {
    receive: async (inbound) => {
      await before(inbound);
      heard.push(inbound);
    },
    reach: async ({ from }, reach) => {
      reached.push({ from, reach });
    },
    reported: async () => undefined,
  };
  onTestFinished(() => stand.channel.close());
  return {
    ...stand,
    inward,
    heard,
    reached,
    texts: () => heard.map(({ heard }) => ("text" in heard ? heard.text : heard.kind)),
    /** This happens to each message before it counts as heard. */
    meets: (does: typeof before) => {
      before = does;
    },
    open: () => stand.channel.open(inward),
    ready: async () => {
      await stand.channel.open(inward);
      await becomes(stand, "ready");
    },
    /** Messages of the log, by event. */
    logged: (event: string) => stand.log.lines.filter((line) => line.includes(`'${event}'`)),
  };
}

export function becomes({ channel }: Pick<TelegramStand, "channel">, state: string, why?: string) {
  const health = () => [channel.health().state, channel.health().why];
  return expect.poll(health, soon).toEqual([state, why]);
}

export const soon = { timeout: 8_000, interval: 5 };

/** To Siti. */
export function outbound(says: Partial<Says>): Outbound {
  const { siti } = { siti: "7001000111" };
  return {
    ...{ account: "123456", to: siti, key: "c-1:1", language: "id" },
    says: { id: 1, text: "Apa kabar?", ...says },
  };
}
