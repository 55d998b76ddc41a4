/** What happens on real phones: the page is closed, the network goes, somebody erases, a notice comes late. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchChromium } from "./chromium.ts";
import { answerUntil, asks, browserTestMs, openPerson, soon } from "./person.ts";
import { type Chat, startChat } from "./start.ts";

vi.setConfig({ testTimeout: browserTestMs });

let chat: Chat;
let browser: Browser;

beforeAll(async () => {
  chat = await startChat();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await chat?.close();
});

test("after a reload in the middle the whole talk stands there again, without the full number", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "nik");
  const [bot, you] = [await siti.page.locator(".bot .text").allInnerTexts(), await siti.said()];
  expect(you).toContain("••••••••0001");
  await siti.page.reload();
  await asks(siti, "nik");
  expect(await siti.page.locator(".bot .text").allInnerTexts()).toEqual(bot);
  expect(await siti.said()).toEqual(you);
  // The chosen buttons are still marked.
  expect(await siti.page.locator(".settled .chosen").count()).toBe(
    await siti.page.locator(".settled").count(),
  );
  await answerUntil(siti, (name) => name === "name");
  // Nor stays it on the screen or in the browser once it has been sent.
  expect(await siti.said()).toContain("1699••••••••0001");
  await soon(async () => JSON.stringify(await siti.kept())).not.toMatch(/1699 ?0145 ?0380/);
  expect(siti.complaints).toEqual([]);
  await siti.close();
});

test("what is typed without a network is kept, sent when it comes back, and counts once", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  await siti.context.setOffline(true);
  await siti.type("6 Maret 1981");
  const bubble = siti.page.locator(".you").last();
  await soon(() => bubble.innerText()).toContain("belum terkirim, dicoba lagi");
  expect(await siti.page.getByRole("status").innerText()).toContain("Belum ada sinyal");
  expect(chat.arrivals("6 Maret 1981")).toBe(0);
  await siti.context.setOffline(false);
  await asks(siti, "phone");
  expect(chat.arrivals("6 Maret 1981")).toBe(1);
  expect(await bubble.innerText()).not.toContain("belum terkirim");
  expect(await siti.page.getByRole("status").innerText()).toBe("");
  await siti.close();
});

test("what was not sent before the page was closed is sent when it is opened again", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  await siti.page.route("**/api/chat/messages", (route) => route.abort());
  await siti.type("7 Maret 1982");
  await soon(() => siti.page.locator(".you").last().innerText()).toContain("belum terkirim");
  await siti.page.unroute("**/api/chat/messages");
  await siti.page.reload();
  await asks(siti, "phone");
  expect(chat.arrivals("7 Maret 1982")).toBe(1);
  await siti.close();
});

test("an answer lost on its way back is asked for again with the same id, and is drawn once", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  let lost = 0;
  await siti.page.route("**/api/chat/messages", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await siti.type("8 Maret 1983");
  await asks(siti, "phone");
  expect(await siti.page.locator("[data-asks=phone]").count()).toBe(1);
  expect(chat.arrivals("8 Maret 1983")).toBe(2);
  await siti.close();
});

test("a notice that comes later is shown without a reload", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  await chat.notice("Bu Siti, pendaftarannya sudah diperiksa.");
  await soon(() => siti.page.locator(".bot .text").last().innerText()).toBe(
    "Bu Siti, pendaftarannya sudah diperiksa.",
  );
  // It asks nothing, so the question still stands.
  await asks(siti, "birth_date");
  await siti.answer();
  await asks(siti, "phone");
  expect(await siti.said()).toHaveLength(4);
  await siti.close();
});

test("after erasure nothing of the person stays in the browser, and a new talk can begin", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "phone");
  await siti.type("hapus data");
  await siti.page.getByRole("button", { name: "Mulai obrolan baru" }).waitFor();
  expect(await siti.page.locator("#log").innerText()).not.toContain("Maret");
  expect(await siti.page.locator(".bot").last().innerText()).toContain("hapus");
  await soon(() => siti.kept()).toEqual({});
  await siti.page.getByRole("button", { name: "Mulai obrolan baru" }).click();
  await siti.page.locator(".choices:not(.settled) button").first().waitFor();
  expect(await siti.said()).toEqual([]);
  await siti.close();
});

test("a token nobody knows any more begins a new talk, and says so", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  chat.forgetEverybody();
  await siti.page.reload();
  await siti.page.locator(".choices:not(.settled) button").first().waitFor();
  expect(await siti.page.locator(".note").innerText()).toContain("kita mulai lagi");
  await siti.answer();
  await asks(siti, "consent");
  await siti.close();
});

test("where nothing may be kept the talk still works", async () => {
  const siti = await openPerson(browser);
  await siti.page.addInitScript(
    `Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } });`,
  );
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "phone");
  expect(siti.complaints).toEqual([]);
  await siti.close();
});
