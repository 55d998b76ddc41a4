/**
 * One life of one client in one browser: from the start of the browser to the first thing that goes wrong. It never
 * repairs more than a lost `ready`; whatever else happens ends it, and the program starts a new one.
 */
import { createHash } from "node:crypto";
import type { Client } from "whatsapp-web.js";
import type { Begin, Cause, Told } from "../process/protocol.ts";
import { causeOf, within } from "./cause.ts";
import { newClient } from "./client.ts";
import { type Ears, hear } from "./hear.ts";
import { judge, type Seen } from "./judge.ts";
import { mostBytes, residentBytes } from "./memory.ts";
import { lookAt, nudge } from "./page-side.ts";

export type Life = {
  readonly client: Client;
  readonly ears: Ears;
  /** Ends the browser politely, then by force; resolves when it is gone. Only the first cause counts. */
  readonly end: (cause: Cause) => Promise<void>;
};

export function beginLife(begin: Begin, tell: (told: Told) => void, gone: () => void): Life {
  const { times } = begin;
  const client = newClient(begin);
  const ears = hear(client, tell);
  let seen: Seen = { startedAt: performance.now(), isReady: false, isNudged: false };
  let ending: Promise<void> | undefined;
  let memoryLookedAt = performance.now();

  const end = (cause: Cause): Promise<void> => {
    ending ??= finish(cause);
    return ending;
  };
  const finish = async (cause: Cause) => {
    clearInterval(looking);
    tell({ told: "ending", cause });
    await within(times.graceMs, client.destroy()).catch(() => undefined);
    killBrowserOf(client);
    gone();
  };

  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    // Null before it is there, whatever the library's description says.
    const page = client.pupPage ?? undefined;
    const now = page && (await within(times.probeMs, lookAt(page)).catch(() => "failed" as const));
    const { seen: next, deed } = judge(seen, now, performance.now(), times);
    // What happened while it was looked counts.
    seen = { ...next, isReady: seen.isReady, qrAt: seen.qrAt };
    isLooking = false;
    if (deed === "nudge" && page !== undefined) {
      tell({ told: "nudged" });
      await within(times.probeMs, nudge(page)).catch(() => undefined);
    } else if (deed !== undefined && deed !== "nudge") await end(deed.end);
  };
  const lookAtMemory = () => {
    const pid = client.pupBrowser?.process()?.pid;
    if (pid === undefined || performance.now() - memoryLookedAt < memoryMs) return;
    memoryLookedAt = performance.now();
    if (residentBytes(pid) > mostBytes) void end("memory");
  };
  const looking = setInterval(() => {
    lookAtMemory();
    void look();
  }, times.lookMs);

  client.on("qr", (qr) => {
    seen = { ...seen, qrAt: performance.now() };
    tell({ told: "qr", qr });
  });
  client.on("ready", () => {
    seen = { ...seen, isReady: true };
    const { _serialized: id, user, server } = client.info.wid;
    const isNumber = server === "c.us";
    tell({ told: "ready", me: hashOf(id), ...(isNumber ? { number: user } : {}) });
  });
  client.on("change_state", (state) => tell({ told: "connection", state: String(state) }));
  client.on("auth_failure", () => void end("not-ready"));
  client.on("disconnected", (reason) => void end(endOf(String(reason))));

  const start = async () => {
    const initialized = client.initialize();
    const hooking = setInterval(() => {
      if (client.pupBrowser === undefined || client.pupBrowser === null) return;
      clearInterval(hooking);
      hook(client, tell, (cause) => void end(cause));
    }, 20);
    try {
      await initialized;
    } finally {
      clearInterval(hooking);
    }
  };
  start().catch((error: unknown) => end(causeOf(error)));
  return { client, ears, end };
}

const memoryMs = 60_000;

/** A browser or page that dies says nothing to the client. */
function hook(client: Client, tell: (told: Told) => void, end: (cause: Cause) => void): void {
  const pid = client.pupBrowser?.process()?.pid;
  if (pid !== undefined) tell({ told: "browser", pid });
  client.pupBrowser?.on("disconnected", () => end("browser-gone"));
  client.pupPage?.on("error", () => end("page-crashed"));
  client.pupPage?.on("close", () => end("page-gone"));
}

export function killBrowserOf(client: Client): void {
  const pid = client.pupBrowser?.process()?.pid;
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

/** Reasons of the library's `disconnected`: LOGOUT, or a state of WhatsApp's page. */
function endOf(reason: string): Cause {
  switch (reason) {
    case "LOGOUT":
      return "logged-out";
    case "CONFLICT":
      return "conflict";
    case "TOS_BLOCK":
    case "SMB_TOS_BLOCK":
    case "PROXYBLOCK":
      return "refused";
    case "DEPRECATED_VERSION":
      return "outdated";
    case "UNPAIRED_IDLE":
      return "qr-expired";
    default:
      return "no-connection";
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
