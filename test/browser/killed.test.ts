/** A phone dies: the browser is killed in the moment in which what was said stands on the screen. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startChromium } from "./chromium.ts";
import { browserTestMs, soon } from "./person.ts";
import { type Chat, startChat } from "./start.ts";

vi.setConfig({ testTimeout: browserTestMs });

let chat: Chat;
let profile: string;

beforeAll(async () => {
  chat = await startChat();
  profile = await mkdtemp(join(tmpdir(), "lindung-browser-"));
});

afterAll(async () => {
  await chat?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test("of ten messages, each followed by the death of the browser, none is lost, nor is the talk", async () => {
  const said = Array.from({ length: 10 }, (_none, at) => `pesan ke-${at + 1}`);
  // Nothing gets through, so that only the browser itself has them.
  chat.setDown(true);
  for (const text of said) {
    const { page, kill } = await startChromium(profile);
    await page.goto(chat.url);
    await page.locator(".choices:not(.settled) button").first().waitFor();
    await page.getByRole("textbox").fill(text);
    await page.getByRole("textbox").press("Enter");
    await page.locator(".you", { hasText: text }).waitFor();
    await kill();
  }
  expect(said.map(chat.heard)).toEqual(said.map(() => false));
  chat.setDown(false);

  const { page, kill } = await startChromium(profile);
  await page.goto(chat.url);
  await soon(() => said.map(chat.heard)).toEqual(said.map(() => true));
  await soon(() => page.locator(".you[data-state=sent]").count()).toBe(said.length);
  expect(await page.locator(".you .text").allInnerTexts()).toEqual(said);
  expect(chat.talks()).toBe(1);
  await kill();
});
