/** What somebody who is asked has before their eyes, and what is not put into their mouth. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchChromium } from "./chromium.ts";
import { answerUntil, asks, browserTestMs, openPerson, type Person, soon } from "./person.ts";
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

test.each([
  ["what is agreed to, in letters twice as large", "consent", "225%", "Sebelum mulai"],
  ["what is handed in", "confirm", "112.5%", "Saya bacakan ulang"],
  ["what is handed in, in letters twice as large", "confirm", "225%", "Saya bacakan ulang"],
])(
  "%s: read from its beginning, and a button leads on to what is asked",
  async (_what, name, letters, begin) => {
    const siti = await openPerson(browser);
    await siti.page.addInitScript(
      `addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "${letters}"; });`,
    );
    await siti.open(chat.url);
    await answerUntil(siti, (asked) => asked === name);
    const { page } = siti;
    for (const look of ["asked just now", "after a reload"]) {
      if (look === "after a reload") await page.reload();
      await asks(siti, name);
      await soon(async () => (await seen(siti, begin)).top).toBeGreaterThanOrEqual(0);
      await atRest(siti, begin);
      expect((await seen(siti, begin)).top, look).toBeLessThan(20);

      const down = page.locator("#down");
      for (let bottom = 0, screens = 0; await down.isVisible(); screens += 1) {
        expect(screens).toBeLessThan(20);
        expect(await page.locator("#pin").isVisible()).toBe(false);
        // Nothing that was to be read has been passed over.
        const { scrolled, room } = await seen(siti, begin);
        if (screens > 0) expect(scrolled).toBeLessThan(bottom);
        bottom = scrolled + room;
        const lowest = (await page.locator("main").boundingBox()) ?? { y: 0, height: 0 };
        const button = (await down.boundingBox()) ?? { y: 0, height: 0 };
        expect(button.y, "over what can be tapped").toBeGreaterThanOrEqual(
          lowest.y + lowest.height,
        );
        await down.click();
        await soon(async () => (await seen(siti, begin)).scrolled).toBeGreaterThan(scrolled);
        await atRest(siti, begin);
      }
      const buttons = page.locator(".choices:not(.settled) button");
      const { y = 0, height = 999 } = (await buttons.last().boundingBox()) ?? {};
      const end = (await page.locator("#composer").boundingBox())?.y ?? 0;
      expect(y + height).toBeLessThanOrEqual(end);
    }
    await siti.close();
  },
);

/** A page glides to where it goes; looked at on the way it would be neither here nor there. */
async function atRest(siti: Person, words: string): Promise<void> {
  let before = Number.NaN;
  await soon(async () => {
    const { scrolled } = await seen(siti, words);
    const moved = scrolled - before;
    before = scrolled;
    return moved;
  }).toBe(0);
}

/** Where the bubble with these words begins, from the upper edge of the talk; how far that is scrolled; its height. */
function seen({ page }: Person, words: string) {
  return page
    .locator(".bot")
    .filter({ hasText: words })
    .evaluate((bubble) => {
      const log = bubble.parentElement ?? bubble;
      const top = bubble.getBoundingClientRect().top - log.getBoundingClientRect().top;
      return { top, scrolled: log.scrollTop, room: log.clientHeight };
    });
}

test("Siti taps English: she gets the page and the bot in English, for good, and no word is put into her mouth", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await siti.page.getByRole("link", { name: "English" }).click();
  await soon(() => chat.arrivals("/bahasa")).toBe(1);
  await soon(() => chat.arrivals("en")).toBe(1);
  expect(await siti.said()).toEqual([]);
  expect(await siti.page.locator("html").getAttribute("lang")).toBe("en");
  await siti.page.goto(chat.url);
  await siti.page.waitForURL("**/?lang=en");
  await siti.page.locator(".choices:not(.settled) button").first().waitFor();
  await siti.asked();
  expect([chat.arrivals("/bahasa"), chat.arrivals("en")]).toEqual([1, 1]);
  expect(await siti.said()).toEqual([]);
  await siti.close();
});
