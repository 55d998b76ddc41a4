/** The library's client as this program uses it. Its module is CommonJS, so that only its default can be imported. */
import { join } from "node:path";
import wweb, { type Client } from "whatsapp-web.js";
import type { Begin } from "../process/protocol.ts";

const { Client: WebClient, LocalAuth } = wweb;

/** The browser gets nothing of our environment: there are keys in it. */
const searchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export function newClient({ chromium, args, folder, times }: Begin): Client {
  // Chromium refuses to run as root with its sandbox. A program that is not root keeps it.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return new WebClient({
    authStrategy: new LocalAuth({ dataPath: folder }),
    authTimeoutMs: times.authMs,
    // By default the page is kept in the current folder and served again.
    webVersionCache: { type: "none" },
    puppeteer: {
      executablePath: chromium,
      headless: true,
      args: [...asRoot, "--disable-gpu", ...args],
      // Chromium ends when this pipe closes, whatever this process dies of.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: { HOME: join(folder, "home"), PATH: searchPath, LANG: "C.UTF-8" },
    },
  });
}
