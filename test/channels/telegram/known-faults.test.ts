/**
 * What Telegraf and the Bot API are known to do to those who trust them (each was seen to happen): one test for each,
 * through the real client and over real HTTP.
 */
import { describe, expect, test } from "vitest";
import { becomes, listening, outbound, soon } from "./listening.ts";

describe.each(["polling", "webhook"] as const)("by %s", (mode) => {
  test("a letter that is cut in two on its way arrives whole", async () => {
    const { persons, ready, texts } = await listening(mode);
    await ready();
    // The test server cuts each delivery behind the first byte of its first long letter.
    const all = ["🙏🏽 tolong", "ñ", "Saya 👨‍👩‍👧‍👦 dari Palembang", "漢"];
    for (const text of all) persons.siti.says(text);
    await expect.poll(texts, soon).toEqual(all);
  });

  test("a house that throws neither ends the hearing nor the program", async () => {
    const { persons, ready, texts, meets, channel } = await listening(mode);
    await ready();
    let times = 0;
    meets(async () => {
      times += 1;
      if (times === 1) throw new TypeError("undefined is not a function");
      if (times === 2) throw "no error at all";
    });
    persons.siti.says("halo");
    await expect.poll(texts, soon).toEqual(["halo"]);
    expect(channel.health().state).toBe("ready");
  });

  test("messages of one person in one batch are not heard side by side", async () => {
    const { persons, ready, texts, meets } = await listening(mode);
    await ready();
    let waitMs = 60;
    let atOnce = 0;
    meets(async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      waitMs -= 15;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, waitMs)));
      atOnce -= 1;
    });
    const all = ["1", "2", "3", "4", "5"];
    for (const text of all) persons.siti.says(text);
    await expect.poll(texts, soon).toEqual(all);
  });

  test("one slow message holds up nobody else", async () => {
    const { persons, ready, texts, meets } = await listening(mode);
    await ready();
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    meets(({ from }) => (from === "7001000111" ? slow : Promise.resolve()));
    persons.siti.says("pelan");
    persons.budi.says("cepat");
    await expect.poll(texts, soon).toEqual(["cepat"]);
    finish();
    await expect.poll(texts, soon).toEqual(["cepat", "pelan"]);
  });

  test("what Telegram delivers twice has the same id both times", async () => {
    const { persons, ready, heard } = await listening(mode);
    await ready();
    persons.siti.says("halo");
    await expect.poll(() => heard.length, soon).toBe(1);
    persons.siti.lastArrivesAgain();
    await expect.poll(() => heard.length, soon).toBe(2);
    expect(heard[1]).toEqual(heard[0]);
  });

  test("three hundred messages of one person in one go stay in order", async () => {
    const { persons, open, texts } = await listening(mode);
    const all = Array.from({ length: 300 }, (_, index) => `tulisan ${index + 1}`);
    for (const text of all) persons.siti.says(text);
    await open();
    await expect.poll(() => texts().length, { timeout: 30_000, interval: 20 }).toBe(300);
    expect(texts()).toEqual(all);
  });

  test("a text of 10,000 letters, which no telephone sends, is heard whole", async () => {
    const { api, persons, ready, texts } = await listening(mode);
    await ready();
    const text = "panjang 🙏 ".repeat(1_000);
    persons.siti.sends({ text });
    await expect.poll(texts, soon).toEqual([text]);
    expect(api.bot.updates.length).toBeLessThanOrEqual(1);
  });

  test("an update that nobody can read is passed, and the log knows its number only", async () => {
    const { api, persons, ready, texts, logged } = await listening(mode);
    await ready();
    api.updates.push({
      message: { message_id: "x", chat: { id: 7, type: "private" }, text: "Siti Qonawati" },
    });
    persons.siti.says("halo");
    await expect.poll(texts, soon).toEqual(["halo"]);
    expect(logged("telegram.unreadable")).toEqual([expect.stringContaining("731")]);
    expect(logged("telegram.unreadable")[0]).not.toContain("Qonawati");
  });

  test("no answer goes by way of a delivery's own answer, where its failure would not be seen", async () => {
    const { api, channel, persons, ready, heard } = await listening(mode);
    await ready();
    const choices = [{ value: "yes", label: "Ya" }];
    await channel.send(outbound({ choices }));
    persons.siti.taps("Ya");
    await expect.poll(() => heard.length, soon).toBe(1);
    await expect.poll(() => api.calls("answerCallbackQuery").length, soon).toBe(1);
    const bodies = api.updates.deliveries.map(({ body }) => body);
    expect(bodies.filter((body) => body !== "")).toEqual([]);
  });
});

test("a refusal for being too fast is not swallowed: its pause is told", async () => {
  const { api, channel } = await listening("polling");
  const parameters = { retry_after: 9 };
  api.fail("sendMessage", {
    code: 429,
    description: "Too Many Requests: retry after 9",
    parameters,
  });
  expect(await channel.send(outbound({}))).toMatchObject({ kind: "later", afterMs: 9_000 });
});

test("the first poller does not die of a second one", async () => {
  const { api, persons, ready, texts, channel, ...rest } = await listening("polling");
  await ready();
  const description = "Conflict: terminated by other getUpdates request";
  api.fail("getUpdates", { code: 409, description }, 4);
  persons.siti.says("halo");
  await expect.poll(texts, soon).toEqual(["halo"]);
  persons.siti.says("masih ada?");
  await becomes({ channel }, "ready");
  await expect.poll(texts, soon).toEqual(["halo", "masih ada?"]);
  expect(rest.logged("telegram.degraded")[0]).toContain("telegram-conflict");
});
