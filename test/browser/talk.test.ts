/** Whole conversations in a real browser, in the settings people have. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchChromium } from "./chromium.ts";
import { faultsOf } from "./faults.ts";
import {
  answerUntil,
  asks,
  browserTestMs,
  openPerson,
  type Person,
  settings,
  soon,
} from "./person.ts";
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

test("Siti answers every question; the page is accessible all the way, and nothing complains", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  const before = await answerUntil(siti, (name) => name === "nik");
  expect(before).toContain("consent");
  await siti.page.getByRole("textbox").fill("1699 0145 0380");
  expect(await siti.page.locator("#digits").innerText()).toBe("12 dari 16 angka");
  expect(await faultsOf(siti)).toEqual([]);

  const after = await answerUntil(siti, (name) => name === undefined);
  expect(after.slice(0, 1)).toEqual(["nik"]);
  expect(after).toContain("confirm");
  expect(await siti.page.locator(".bot").last().innerText()).toContain("LD-");
  expect(await faultsOf(siti)).toEqual([]);
  expect(siti.complaints).toEqual([]);
  await siti.close();
});

test("nothing is wider than the screen, and what is tapped is large", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "segment");
  for (const { viewport } of [settings[0], settings[2]]) {
    await siti.page.setViewportSize(viewport);
    const open = siti.page.locator("button:not(:disabled):visible");
    await soon(() => open.count()).toBeGreaterThan(7);
    for (const button of await open.all()) {
      const { x = -1, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      expect(height).toBeGreaterThanOrEqual(48);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(viewport.width);
    }
    const widest = await siti.page.evaluate("document.documentElement.scrollWidth");
    expect(widest).toBeLessThanOrEqual(viewport.width);
  }
  expect(await siti.page.evaluate("getComputedStyle(document.body).fontSize")).toBe("18px");
  await siti.close();
});

test("everything a first visit loads is lighter than 60 kB, in few requests, all from here", async () => {
  const siti = await openPerson(browser);
  const loaded: { url: string; bytes: Promise<number> }[] = [];
  siti.page.on("response", (response) => {
    if (response.url().includes("/api/")) return;
    loaded.push({ url: response.url(), bytes: response.body().then(({ length }) => length) });
  });
  await siti.open(chat.url);
  const bytes = await Promise.all(loaded.map(({ bytes }) => bytes));
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(60_000);
  expect(loaded.length).toBeLessThan(14);
  for (const { url } of loaded) expect(url.startsWith(chat.url)).toBe(true);
  await siti.close();
});

test("the whole talk can be had with the keyboard alone", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  const { page } = siti;
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").getAttribute("class")).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await page.locator(":focus").getAttribute("id")).toBe("answer");

  for (let turn = 0; turn < 40; turn += 1) {
    const name = await siti.asked();
    if (name === "name") break;
    const bubbles = await page.locator(".bot").count();
    const isTyped = ["birth_date", "phone", "nik", "occupation", "income", "village", "address"];
    if (name !== undefined && isTyped.includes(name)) {
      await tabTo(siti, "#answer");
      await page.keyboard.type(
        { birth_date: "5 Maret 1980", phone: "081200000001", nik: "1699014503800001" }[name] ?? "1",
      );
    } else {
      await tabTo(siti, ".choices:not(.settled) button");
    }
    await page.keyboard.press("Enter");
    await soon(() => page.locator(".bot").count()).toBeGreaterThan(bubbles);
  }
  await asks(siti, "name");
  expect(siti.complaints).toEqual([]);
  await siti.close();
});

/** Presses Tab until the focus is on something that matches, and sees that the focus shows. */
async function tabTo({ page }: Person, selector: string): Promise<void> {
  for (let press = 0; press < 12; press += 1) {
    const focused = page.locator(`${selector}:focus`);
    if ((await focused.count()) === 1) {
      const outline = "getComputedStyle(document.activeElement).outlineStyle";
      return expect(await page.evaluate(outline)).toBe("solid");
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}
