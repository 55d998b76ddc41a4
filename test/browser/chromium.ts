/** A real headless Chromium of this machine. There is no test without it: a missing browser is a failure. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launchChromium(): Promise<Browser> {
  const executablePath = installedChromium();
  try {
    // Playwright gives each launch a fresh profile of its own.
    return await chromium.launch({
      executablePath,
      headless: true,
      timeout: 60_000,
      args: switches,
    });
  } catch (cause) {
    throw new Error(`The browser tests could not start ${executablePath}.`, { cause });
  }
}

function installedChromium(): string {
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  const found = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error(
    "The browser tests need Chromium or Chrome, and none was found: install it (Debian: apt install chromium) or put it on PATH.",
  );
}

/** A browser with its profile in `folder`, which can be killed as by a phone whose battery ends. */
export async function startChromium(
  folder: string,
): Promise<{ readonly page: Page; readonly kill: () => Promise<void> }> {
  const args = [...switches, "--headless=new", "--remote-debugging-port=0", "about:blank"];
  // A group of its own, so that all of its processes die at once.
  const child = spawn(installedChromium(), [`--user-data-dir=${folder}`, ...args], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null)
      process.kill(-Number(child.pid), "SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  let written = "";
  for await (const chunk of child.stderr) {
    written += chunk;
    const [, address] = /DevTools listening on (ws:\S+)/.exec(written) ?? [];
    if (address === undefined) continue;
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (context !== undefined) return { page: await context.newPage(), kill };
  }
  throw new Error(`Chromium did not start: ${written}`);
}
