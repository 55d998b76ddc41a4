/** Asking Telegram for news: what it is asked, what passes, and what happens when it does not answer. */
import { expect, test } from "vitest";
import { becomes, listening, soon } from "./listening.ts";

test("it asks patiently, for what it understands, and takes a webhook away without losing what waits", async () => {
  const { api, persons, open, texts } = await listening("polling");
  await open();
  persons.siti.says("halo");
  await expect.poll(texts, soon).toEqual(["halo"]);
  expect(api.calls("deleteWebhook").map(({ params }) => params)).toEqual([
    { drop_pending_updates: false },
  ]);
  const asked = () => api.calls("getUpdates").map(({ params }) => params);
  expect(asked()[0]).toMatchObject({ offset: 0, timeout: 0 });
  await expect
    .poll(() => asked().at(-1), soon)
    .toEqual({
      ...{ offset: 731_001, limit: 100, timeout: 2 },
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
});

test("the question never passes a message that is not kept", async () => {
  const { api, persons, ready, texts, meets } = await listening("polling");
  await ready();
  let isFull = true;
  meets(async ({ from }) => {
    if (isFull && from === "7001000222") throw new Error("the disk is full");
  });
  persons.siti.says("satu");
  persons.budi.says("dua");
  persons.siti.says("tiga");
  await expect.poll(texts, soon).toEqual(["satu", "tiga"]);
  const ofBudi = 731_001;
  await expect
    .poll(() => api.bot.updates.map(({ update_id }) => update_id), soon)
    .toEqual([ofBudi, ofBudi + 1]);
  // Others are heard meanwhile, and once each.
  persons.siti.says("empat");
  await expect.poll(texts, soon).toEqual(["satu", "tiga", "empat"]);
  isFull = false;
  await expect.poll(texts, soon).toEqual(["satu", "tiga", "empat", "dua"]);
  await expect.poll(() => api.bot.updates, soon).toEqual([]);
});

test("a message that can never be kept is given up when fifty others were, and the log says so", async () => {
  const { api, persons, ready, texts, meets, logged } = await listening("polling");
  await ready();
  meets(async ({ from }) => {
    if (from === "7001000222") throw new RangeError("a fault of ours");
  });
  persons.budi.says("racun");
  await expect.poll(() => logged("telegram.not-kept").length, soon).toBeGreaterThan(1);
  for (let times = 1; times <= 120; times += 1) persons.siti.says(`tulisan ${times}`);
  await expect.poll(() => logged("telegram.given-up").length, soon).toBe(1);
  expect(logged("telegram.given-up")[0]).toContain("RangeError");
  await expect.poll(() => texts().length, soon).toBe(120);
  await expect.poll(() => api.bot.updates, soon).toEqual([]);
});

test("it is given up as well where its own sender's messages leave no room for fifty others", async () => {
  const { api, persons, ready, texts, meets, logged } = await listening("polling");
  await ready();
  meets(async ({ heard }) => {
    if ("text" in heard && heard.text === "racun") throw new RangeError("a fault of ours");
  });
  persons.budi.says("racun");
  await expect.poll(() => logged("telegram.not-kept").length, soon).toBeGreaterThan(1);
  for (let times = 1; times <= 70; times += 1) persons.budi.says(`halo ${times}`);
  for (let times = 1; times <= 60; times += 1) persons.siti.says(`tulisan ${times}`);
  await expect.poll(() => texts().length, soon).toBe(130);
  expect(logged("telegram.given-up")).toHaveLength(1);
  await expect.poll(() => api.bot.updates, soon).toEqual([]);
});

test("while nothing at all can be kept, nothing is given up", async () => {
  const { api, persons, ready, meets, logged } = await listening("polling");
  await ready();
  meets(async () => {
    throw new Error("the database is away");
  });
  for (let times = 1; times <= 60; times += 1) {
    persons.siti.says("a");
    persons.budi.says("b");
  }
  await expect.poll(() => logged("telegram.not-kept").length, soon).toBeGreaterThan(12);
  expect(logged("telegram.given-up")).toEqual([]);
  expect(api.bot.updates).toHaveLength(120);
});

test("after a week Telegram counts anew, and what comes then is heard", async () => {
  const { api, persons, ready, texts } = await listening("polling");
  await ready();
  persons.siti.says("halo");
  await expect.poll(texts, soon).toEqual(["halo"]);
  await expect.poll(() => api.bot.updates, soon).toEqual([]);
  api.bot.nextUpdate = 1_200;
  persons.siti.says("apa kabar");
  persons.siti.says("lanjut");
  await expect.poll(texts, soon).toEqual(["halo", "apa kabar", "lanjut"]);
  await expect.poll(() => api.bot.updates, soon).toEqual([]);
});

test.each([
  ["an error page", { status: 502, body: "<html>Bad Gateway</html>" }],
  ["a broken connection", { reset: "before" }],
  ["an answer on its way that breaks off", { reset: "after" }],
  ["another refusal", { code: 420, description: "FLOOD_WAIT" }],
] as const)("%s: it asks again, and says in between that it is not well", async (_what, fault) => {
  const { api, persons, ready, texts, channel } = await listening("polling");
  await ready();
  api.fail("getUpdates", fault, 5);
  persons.siti.says("halo");
  await becomes({ channel }, "degraded", "code" in fault ? "telegram-refused" : "telegram-away");
  await becomes({ channel }, "ready");
  await expect.poll(texts, soon).toEqual(["halo"]);
});

test("a refused token: down, and tried again rarely", async () => {
  const stand = await listening("polling", { pollMs: 1_000, refusedPauseMs: 300, firstPauseMs: 5 });
  stand.api.fail("*", { code: 401, description: "Unauthorized" }, 10);
  await stand.open();
  await becomes(stand, "down", "telegram-token");
  const count = stand.api.calls("deleteWebhook").length;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(stand.api.calls("deleteWebhook")).toHaveLength(count);
  await becomes(stand, "ready");
});

test("opened while Telegram is away: it goes on trying, and opening does not wait for it", async () => {
  const stand = await listening("polling");
  stand.api.fail("*", { status: 503, body: "" }, 12);
  const began = performance.now();
  await stand.open();
  expect(performance.now() - began).toBeLessThan(100);
  expect(stand.channel.health().state).toBe("starting");
  await becomes(stand, "degraded", "telegram-away");
  stand.persons.siti.says("halo");
  await expect.poll(stand.texts, soon).toEqual(["halo"]);
});

test("on closing the long question is broken off, and what was kept is confirmed", async () => {
  const { api, persons, ready, texts, channel, log } = await listening("polling", {
    pollMs: 50_000,
  });
  await ready();
  persons.siti.says("halo");
  await expect.poll(texts, soon).toEqual(["halo"]);
  const began = performance.now();
  await channel.close();
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(channel.health().state).toBe("off");
  expect(api.bot.updates).toEqual([]);
  const last = api.calls("getUpdates").at(-1);
  expect(last?.params).toMatchObject({ offset: 731_001, timeout: 0 });
  // Breaking off is no fault.
  expect(log.lines.join("\n")).not.toContain("poll-failed");
});
