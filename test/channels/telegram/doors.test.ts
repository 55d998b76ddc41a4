/** Whom the bot talks with: one person at a time, until they shut the door. */
import { describe, expect, test } from "vitest";
import { listening, outbound, soon } from "./listening.ts";

test("blocked and opened again: the house is told each time", async () => {
  const { persons, ready, reached, channel } = await listening("polling");
  await ready();
  const { siti } = persons;
  siti.blocks();
  await expect.poll(() => reached, soon).toEqual([{ from: "7001000111", reach: "blocked" }]);
  expect(await channel.send(outbound({}))).toEqual({ kind: "refused", why: "blocked" });
  siti.unblocks();
  await expect.poll(() => reached.at(-1), soon).toEqual({ from: "7001000111", reach: "open" });
  expect((await channel.send(outbound({}))).kind).toBe("sent");
});

describe.each(["group", "supergroup"] as const)("put into a %s", (type) => {
  test("it says once that it works in private only, and leaves; nothing said there is heard", async () => {
    const { api, ready, heard, reached, logged } = await listening("webhook");
    await ready();
    const group = api.people.group(-1001, "Warga RT 3", type);
    group.addsBot();
    group.says("halo bot, NIK saya 1699…");
    await expect.poll(() => group.chat.isOpen, soon).toBe(false);
    await expect.poll(() => api.bot.updates, soon).toEqual([]);
    expect(group.chat.messages.map(({ text }) => text)).toEqual([
      expect.stringContaining("obrolan pribadi"),
    ]);
    expect([...heard, ...reached]).toEqual([]);
    expect(logged("telegram.left-group")).toHaveLength(1);
  });
});

test("a channel that does not let it speak is left without a word", async () => {
  const { api, ready } = await listening("polling");
  await ready();
  const group = api.people.group(-1002, "Kabar Desa", "channel");
  api.fail("sendMessage", { code: 400, description: "Bad Request: need administrator rights" });
  group.addsBot();
  await expect.poll(() => group.chat.isOpen, soon).toBe(false);
});

test("who has written once may be written to at any time", async () => {
  const { channel } = await listening("polling");
  expect(channel.mayStart({}, new Date())).toBe(true);
  expect(channel.mayStart({ heardAt: "2020-01-01T00:00:00.000Z" }, new Date())).toBe(true);
});
