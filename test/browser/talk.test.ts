/** Whole conversations in a real browser, in the four settings people have. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchChromium } from "./chromium.ts";
import { answerUntil, browserTestMs, openPerson, type Person, settings, soon } from "./person.ts";
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

/** Violations, and contrasts that could not be judged: both must be none. */
async function faultsOf({ page }: Person) {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze();
  return [...violations, ...incomplete.filter(({ id }) => id === "color-contrast")].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
}

describe.each(settings)("$name", ({ viewport, colorScheme }) => {
  test("Siti answers every question, the page is accessible all the way, and nothing complains", async () => {
    const siti = await openPerson(browser, { viewport, colorScheme });
    await siti.open(chat.url);
    expect(await faultsOf(siti)).toEqual([]);

    const before = await answerUntil(siti, (name) => name === "nik");
    expect(before).toContain("consent");
    await siti.page.getByRole("textbox").fill("1699 0145 0380");
    expect(await siti.page.locator("#digits").innerText()).toBe("12 angka");
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
    const siti = await openPerson(browser, { viewport, colorScheme });
    await siti.open(chat.url);
    await answerUntil(siti, (name) => name === "segment");
    const sizes = await siti.page.locator("button:visible").evaluateAll((buttons) =>
      buttons
        .filter((button) => !button.matches(":disabled"))
        .map((button) => {
          const { height, left, right } = button.getBoundingClientRect();
          return { height, left, right };
        }),
    );
    expect(sizes.length).toBeGreaterThan(6);
    for (const { height, left, right } of sizes) {
      expect(height).toBeGreaterThanOrEqual(48);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(viewport.width);
    }
    const width = await siti.page.evaluate("document.documentElement.scrollWidth");
    const letters = await siti.page.evaluate("getComputedStyle(document.body).fontSize");
    expect(width).toBeLessThanOrEqual(viewport.width);
    expect(letters).toBe("18px");
    await siti.close();
  });
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
  expect(await siti.asked()).toBe("name");
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
