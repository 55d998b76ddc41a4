/** Somebody at a phone: opens the chat, reads what is asked, taps and types. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

/** What Siti answers, by the name of what is asked. Where nothing stands here she taps the first button. */
const sitisAnswers: Readonly<Record<string, string>> = {
  birth_date: "5 Maret 1980",
  occupation: "nyadap karet",
  income: "2 juta sebulan",
  village: "Talang Putri, Plaju",
  address: "Jalan Kapten Abdullah, RT 3",
  phone: "0812 0000 0001",
  nik: "1699 0145 0380 0001",
  name: "Siti Aminah",
};

export const settings = [
  { name: "phone, light", viewport: { width: 360, height: 640 }, colorScheme: "light" },
  { name: "phone, dark", viewport: { width: 360, height: 640 }, colorScheme: "dark" },
  { name: "wide, light", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "wide, dark", viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
] as const;

/** Looks again until it is so; patient, since a loaded machine is slow. */
export function soon<T>(look: () => T) {
  return expect.poll(look, { timeout: 30_000, interval: 25 });
}

/** Milliseconds for one test: a whole talk in a browser, on a machine that does other work too. */
export const browserTestMs = 180_000;

export type Person = Awaited<ReturnType<typeof openPerson>>;

export async function openPerson(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: settings[0].viewport,
    reducedMotion: "reduce",
    locale: "id-ID",
    ...options,
  });
  const page = await context.newPage();
  /** What the browser complains about; CSP reports are among it. */
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));

  return {
    context,
    page,
    complaints,
    open: async (url: string) => {
      await page.goto(url);
      await page.locator(".choices:not(.settled) button").first().waitFor();
    },
    tap: (label: string | RegExp) => press(page, label),
    type: async (text: string) => {
      await page.getByRole("textbox").fill(text);
      await page.getByRole("button", { name: "Kirim", exact: true }).click();
    },
    /** Waits until the bot has answered everything; the name of what it asks now. */
    asked: () => askedNow(page),
    /** Answers the pending question: by tapping the first button, or by typing. */
    answer: async () => {
      const bubbles = await page.locator(".bot").count();
      const name = await askedNow(page);
      const typed = sitisAnswers[name ?? ""];
      if (typed === undefined) await press(page, /./);
      else {
        await page.getByRole("textbox").fill(typed);
        await page.getByRole("textbox").press("Enter");
      }
      await soon(() => page.locator(".bot").count()).toBeGreaterThan(bubbles);
      return name;
    },
    /** What the bot said since the person spoke last. */
    heard: () => heardNow(page),
    said: () => page.locator(".you .text").allInnerTexts(),
    /** All that the page keeps in this browser, by its key. */
    kept: () => page.evaluate<Readonly<Record<string, unknown>>>(readKept),
    close: () => context.close(),
  };
}

/** In the page: the one store of its one database. */
const readKept = `new Promise((resolve, reject) => {
  const opening = indexedDB.open("lindung");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const shelf = opening.result.transaction("kept").objectStore("kept");
    const [keys, values] = [shelf.getAllKeys(), shelf.getAll()];
    values.onsuccess = () => {
      opening.result.close();
      resolve(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
    };
  };
})`;

/** As a finger does: the button comes into view, and is tapped when nothing moves any more. */
async function press(page: Page, label: string | RegExp): Promise<void> {
  const button = openButton(page, label);
  await button.scrollIntoViewIfNeeded();
  await atRest(page);
  await button.click();
}

/** The page has come to where it wants to be read from: nobody taps while what they see is still moving. */
async function atRest(page: Page): Promise<void> {
  const place = () => page.locator("#log").evaluate((log) => log.scrollTop);
  for (let before = await place(), same = 0; same < 3; ) {
    await page.waitForTimeout(50);
    const now = await place();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

function openButton(page: Page, label: string | RegExp) {
  return page.locator(".choices:not(.settled) button").filter({ hasText: label }).first();
}

function heardNow(page: Page): Promise<string> {
  return page.locator(".bubble").evaluateAll((bubbles) => {
    const spoken = bubbles.map((bubble) => bubble.classList.contains("you"));
    const heard = bubbles.slice(spoken.lastIndexOf(true) + 1);
    return heard.map((bubble) => bubble.textContent).join("\n");
  });
}

async function askedNow(page: Page): Promise<string | undefined> {
  await page.locator("#log").waitFor();
  await soon(() => page.locator(".you:not([data-state=sent])").count()).toBe(0);
  const pending = page.locator(".bubble.pending").last();
  if ((await pending.count()) === 0) return undefined;
  return (await pending.getAttribute("data-asks")) ?? undefined;
}

/** Waits until the bot asks for this; undefined for nothing. */
export async function asks(person: Person, name: string | undefined): Promise<void> {
  await soon(() => person.asked()).toBe(name);
}

/** Goes on answering until nothing is pending, or `isEnough` of the name asked now. */
export async function answerUntil(
  person: Person,
  isEnough: (name: string | undefined) => boolean,
): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  // More turns than any flow has questions.
  for (let turn = 0; turn < 40; turn += 1) {
    const name = await person.asked();
    if (isEnough(name)) return names;
    names.push(await person.answer());
  }
  throw new Error(`the talk did not come to an end: ${names.join(", ")}`);
}
