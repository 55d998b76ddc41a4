/** The naughty strings on the page, in a real browser: each stands there as it was written, and none does anything. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { browserTestMs, openPerson, type Person, soon } from "../browser/person.ts";
import { startChat } from "../browser/start.ts";
import { naughtyStrings } from "../data/naughty-strings.ts";
import { type Chat, chatOf } from "../whole/chat.ts";
import { newHome } from "../whole/home.ts";
import { siti } from "../whole/person.ts";
import { startProgram } from "../whole/program.ts";

vi.setConfig({ testTimeout: browserTestMs });

/** Those that a page could take for something to be done; one of three, over the whole list. */
const scripts = naughtyStrings
  .filter((string) => /<|javascript:|onerror|\$\{|\{\{/i.test(string) && !/[\r\n]/.test(string))
  .filter((_string, at) => at % 3 === 0);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

test("all 515 said by the bot, and a third of the scripts typed by the person, live and after a reload", async () => {
  const chat = await startChat();
  try {
    const { person, happened } = await watched(chat.url);
    await person.open(chat.url);
    const before = await person.page.locator(".bot").count();
    for (const string of naughtyStrings) await chat.notice(string);
    await soon(() => person.page.locator(".bot").count()).toBe(before + naughtyStrings.length);
    expect(scripts.length).toBeGreaterThan(60);
    for (const string of scripts) {
      await person.page.getByRole("textbox").fill(string);
      await person.page.getByRole("textbox").press("Enter");
    }
    for (const _look of ["live", "after a reload"]) {
      await soon(() => missing(person, ".bot .text", naughtyStrings)).toEqual([]);
      await soon(() => missing(person, ".you[data-state=sent] .text", scripts)).toEqual([]);
      expect(await happened()).toEqual([]);
      await person.page.reload();
    }
  } finally {
    await chat.close();
  }
});

test("as address and name in the real program's read-back", async () => {
  const { address } = await startProgram(await newHome());
  const { person, happened } = await watched(address);
  await person.open(address);
  const { token } = await person.kept();
  const chat = chatOf(address, String(token));
  let asked = await register(chat);
  let count = 0;
  const say = async (text: string) => {
    count += 1;
    const { status, says } = await chat.say(`n${count}`, text);
    expect([text, status]).toEqual([text, 200]);
    asked = says.at(-1)?.asks?.name;
    return says.map((one) => one.text).join("\n");
  };
  const readBack: string[] = [];
  for (const [name, string] of scripts
    .slice(0, 40)
    .map((one, at) => [at % 4 === 0 ? "name" : "address", one] as const)) {
    await say(name === "name" ? "ubah nama" : "ubah alamat");
    expect(asked).toBe(name);
    const told = await say(string);
    if (asked === "confirm" && told.includes(string)) readBack.push(string);
    if (asked !== "confirm") await say(siti[name] ?? "");
    expect(asked).toBe("confirm");
  }
  expect(readBack.length).toBeGreaterThan(15);
  for (const _look of ["live", "after a reload"]) {
    await soon(() => missing(person, ".bot .text", readBack, "within")).toEqual([]);
    expect(await happened()).toEqual([]);
    await person.page.reload();
  }
});

/** Answers up to the read-back; the name of what is asked then. */
async function register(chat: Chat): Promise<string | undefined> {
  let asked: string | undefined = "";
  for (let turn = 0; asked !== "confirm" && turn < 30; turn += 1) {
    const { says } = await chat.say(`r${turn}`, siti[asked ?? ""] ?? "daftar");
    asked = says.at(-1)?.asks?.name;
  }
  return asked;
}

/** Somebody at a page, and all that happens there and must not. */
async function watched(url: string) {
  const person = await openPerson(browser);
  const events: string[] = [];
  person.page.on("dialog", (dialog) => {
    events.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  person.page.on("request", (request) => {
    if (!request.url().startsWith(url)) events.push(`request: ${request.url()}`);
  });
  person.page.on("framenavigated", (frame) => {
    if (!frame.url().startsWith(url)) events.push(`went to ${frame.url()}`);
  });
  const strange =
    "script, img, svg, iframe, object, embed, link, style, video, audio, form, input, a, math";
  const happened = async () => [
    ...events,
    ...person.complaints,
    ...(await person.page
      .locator(`#log .text :is(${strange})`)
      .evaluateAll((found) => found.map(({ outerHTML }) => outerHTML))),
  ];
  return { person, happened };
}

/** Which of the strings are not there, each as a whole text or within one. */
async function missing(
  { page }: Person,
  where: string,
  strings: readonly string[],
  how: "whole" | "within" = "whole",
): Promise<readonly string[]> {
  const texts = await page
    .locator(where)
    .evaluateAll((found) => found.map(({ textContent }) => textContent));
  const shown = texts.map(bare);
  const isThere = (string: string) =>
    how === "whole" ? shown.includes(string) : shown.some((text) => text.includes(string));
  return strings.map(bare).filter((string) => !isThere(string));
}

/** The page may break lines elsewhere, and draws some of them apart. */
function bare(text: string | null): string {
  return (text ?? "").replace(/\s/g, "");
}
