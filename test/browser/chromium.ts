/** A real headless Chromium of this machine. There is no test without it: a missing browser is a failure. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(
      "The browser tests need Chromium or Chrome, and none was found: install it (Debian: apt install chromium) or put it on PATH.",
    );
  }
  try {
    // Playwright gives each launch a fresh profile of its own.
    return await chromium.launch({
      executablePath,
      headless: true,
      timeout: 60_000,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  } catch (cause) {
    throw new Error(`The browser tests could not start ${executablePath}.`, { cause });
  }
}

function findChromium(): string | undefined {
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
