/** What `lindung doctor` and the channel itself see when they ask Meta how our number is. */
import { describe, expect, onTestFinished, test } from "vitest";
import { lookAt } from "../../../src/channels/whatsapp-cloud/look.ts";
import type { WhatsAppCloudSettings } from "../../../src/config/channels.ts";
import { openGraph } from "../fakes/whatsapp-cloud/graph.ts";
import { collectLog } from "../stand.ts";
import { openCloud, settingsFor, start } from "./stand.ts";
import { channelTexts } from "./texts.ts";

async function looked(more: Partial<WhatsAppCloudSettings> = {}) {
  const graph = await openGraph();
  onTestFinished(graph.stop);
  const { log, lines } = collectLog();
  const settings = settingsFor(graph.origin, more);
  const needs = { settings, log, clock: () => new Date(start), texts: channelTexts };
  return { look: await lookAt(needs), needs, lines, graph };
}

test("all is well: its name, its number, and what Meta thinks of it", async () => {
  const { look } = await looked();
  expect(look).toEqual({
    state: "well",
    name: "Lindung",
    number: "6281200009999",
    quality: "GREEN",
  });
});

const faults: readonly (readonly [string, Partial<WhatsAppCloudSettings>, string])[] = [
  ["another token", { token: "EAAGanother" }, "token-refused"],
  ["another number", { phoneId: "999999999999999" }, "wrong-id"],
  ["another version", { version: "v1.0" }, "wrong-id"],
  ["nobody there", { apiRoot: "http://127.0.0.1:9" }, "not-reachable"],
];

test.each(faults)("%s", async (_what, settings, state) => {
  expect((await looked(settings)).look).toEqual({ state });
});

describe("a channel that is opened so", () => {
  test.each(faults)(
    "%s: it opens all the same, says what is wrong, and hears",
    async (_what, settings, why) => {
      const { needs, lines, graph } = await looked(settings);
      const { channel, hook } = await openCloud(needs);
      expect(channel.health()).toEqual({ state: "starting", since: "2026-11-25T02:00:00.000Z" });
      await channel.open({
        receive: async () => undefined,
        reach: async () => undefined,
        reported: async () => undefined,
      });
      const state = why === "not-reachable" ? "degraded" : "down";
      await expect.poll(channel.health).toMatchObject({ state, why });
      expect(lines.join()).toContain(why);
      graph.listensAt(hook);
      expect((await graph.verifies()).status).toBe(200);
      await channel.close();
      expect(channel.health().state).toBe("off");
    },
  );
});

test("made and not opened, nobody is asked anything", async () => {
  const { needs, graph } = await looked();
  const before = graph.asked();
  await openCloud(needs);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(graph.asked()).toBe(before);
});
