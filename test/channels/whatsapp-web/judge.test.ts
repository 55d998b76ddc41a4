/** What is done about how the page looks, and what becomes of it: the rules as tables, without a browser. */
import { describe, expect, test } from "vitest";
import { healthAfter } from "../../../src/channels/whatsapp-web/health.ts";
import { outcomeOf, outcomeWhile } from "../../../src/channels/whatsapp-web/outcome.ts";
import { causeOf } from "../../../src/channels/whatsapp-web/paired/cause.ts";
import { judge, type Seen } from "../../../src/channels/whatsapp-web/paired/judge.ts";
import type { Look } from "../../../src/channels/whatsapp-web/paired/page-side.ts";
import { type Cause, causes } from "../../../src/channels/whatsapp-web/process/protocol.ts";
import { untilQuietHour, usualTimes } from "../../../src/channels/whatsapp-web/times.ts";

const { nudgeMs, readyMs, qrMs, brokenMs, startMs, probeMs } = usualTimes;

const begun: Seen = { startedAt: 0, isReady: false, isNudged: false };
const ready: Seen = { ...begun, isReady: true };

const connected = { state: "CONNECTED", hasSynced: true, isInjected: true };
const lost = { ...connected, isInjected: false };
const in_ = (state: string): Look => ({ state, hasSynced: false, isInjected: false });

describe("how the page looks, and what is done", () => {
  test.each<[string, Seen, Look | "failed" | undefined, number, unknown]>([
    ["it works", ready, connected, 1e9, undefined],
    ["there is no page yet", begun, undefined, startMs, undefined],
    ["there is no page for too long", begun, undefined, startMs + 1, { end: "not-ready" }],
    ["it is opening", begun, in_("OPENING"), startMs, undefined],
    ["it opens for too long", begun, in_("OPENING"), startMs + 1, { end: "not-ready" }],
    ["it is being loaded", begun, "failed", startMs, undefined],
    ["it is being loaded for too long", begun, "failed", startMs + 1, { end: "not-ready" }],
    ["it did not answer once", ready, "failed", 1e9, undefined],
    ["it does not answer", { ...ready, silentSince: 0 }, "failed", probeMs, undefined],
    ["it is dead", { ...ready, silentSince: 0 }, "failed", probeMs + 1, { end: "page-gone" }],
    ["a QR code waits", { ...begun, qrAt: 9 }, in_("UNPAIRED"), qrMs + 9, undefined],
    ["nobody scans it", { ...begun, qrAt: 9 }, in_("UNPAIRED"), qrMs + 10, { end: "qr-expired" }],
    ["it is scanned late", { ...begun, qrAt: 1e9 }, in_("PAIRING"), 1e9 + startMs, undefined],
    ["and the page loads anew", { ...begun, qrAt: 1e9 }, "failed", 1e9 + startMs, undefined],
    [
      "it is scanned, and nothing comes of it",
      { ...begun, qrAt: 1e9 },
      in_("OPENING"),
      1e9 + startMs + 1,
      { end: "not-ready" },
    ],
    ["WhatsApp gives up on it", begun, in_("UNPAIRED_IDLE"), 1, { end: "qr-expired" }],
    ["it is unpaired under our hands", ready, in_("UNPAIRED"), 1, { end: "no-connection" }],
    ["it has just connected", begun, lost, 1, undefined],
    ["ready is late", { ...begun, stuckSince: 0 }, lost, nudgeMs - 1, undefined],
    ["ready was lost", { ...begun, stuckSince: 0 }, lost, nudgeMs, "nudge"],
    ["ready was lost after a reload", { ...ready, stuckSince: 0 }, lost, nudgeMs, "nudge"],
    ["it was nudged", { ...begun, stuckSince: 0, isNudged: true }, lost, nudgeMs + 1, undefined],
    [
      "it has not synced: no nudge helps",
      { ...begun, stuckSince: 0 },
      { ...lost, hasSynced: false },
      nudgeMs,
      undefined,
    ],
    ["no nudge has helped", { ...begun, stuckSince: 0 }, lost, readyMs + 1, { end: "not-ready" }],
    ["the network is gone", ready, in_("TIMEOUT"), 1, undefined],
    ["it stays away", { ...ready, brokenSince: 0 }, in_("TIMEOUT"), brokenMs, undefined],
    [
      "it stays away for too long",
      { ...ready, brokenSince: 0 },
      in_("TIMEOUT"),
      brokenMs + 1,
      { end: "no-connection" },
    ],
  ])("%s", (_what, seen, look, now, deed) => {
    expect(judge(seen, look, now, usualTimes).deed).toEqual(deed);
  });

  test("paired at the end of an hour of waiting, it may still open anew once before it is ready", () => {
    const hour = 3_600_000;
    const looks: readonly (readonly [string, number])[] = [
      ["UNPAIRED", hour],
      ["PAIRING", hour + 5_000],
      ["CONNECTED", hour + 10_000],
      ["OPENING", hour + 15_000],
      ["CONNECTED", hour + 20_000],
    ];
    let seen: Seen = { ...begun, qrAt: hour - 5_000 };
    const deeds = looks.map(([state, now]) => {
      const verdict = judge(seen, in_(state), now, usualTimes);
      seen = verdict.seen;
      return verdict.deed;
    });
    expect(deeds).toEqual(looks.map(() => undefined));
  });

  test("what is well again is forgotten", () => {
    const troubled = { ...ready, silentSince: 1, stuckSince: 1, brokenSince: 1, isNudged: true };
    expect(judge(troubled, connected, 5, usualTimes).seen).toMatchObject({
      ...{ silentSince: undefined, stuckSince: undefined, brokenSince: undefined, isNudged: false },
    });
  });
});

describe("errors", () => {
  test.each<[unknown, Cause]>([
    ["auth timeout", "not-ready"],
    [new Error("net::ERR_INTERNET_DISCONNECTED at https://web.whatsapp.com/"), "no-network"],
    [new Error("Attempted to use detached Frame '1A'."), "page-gone"],
    [new Error("Protocol error (Runtime.callFunctionOn): Target closed"), "page-gone"],
    [
      new Error("Execution context was destroyed, most likely because of a navigation."),
      "page-gone",
    ],
    [
      new Error("The browser is already running for /x. Use a different `userDataDir`"),
      "profile-in-use",
    ],
    [new Error("Failed to launch the browser process: Code: 127"), "browser-fails"],
    [new Error("No LID for user"), "unknown-recipient"],
    [new Error("wid error: invalid wid 628120000001"), "unknown-recipient"],
    [new Error("timed out"), "timed-out"],
    [new Error("nobody knows 628120000001"), "other"],
    [undefined, "other"],
  ])("%s: %s", (error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });
});

describe("what a sending comes to", () => {
  test.each<[string, Parameters<typeof outcomeOf>[0], unknown]>([
    ["the server has it", { sent: { ref: "true_1", ack: 1 } }, { kind: "sent", ref: "true_1" }],
    ["it was read at once", { sent: { ref: "true_1", ack: 3 } }, { kind: "sent", ref: "true_1" }],
    [
      "the server refused",
      { sent: { ref: "true_1", ack: -1 } },
      { kind: "later", cause: "failed" },
    ],
    ["it is still on its way", { sent: { ref: "t", ack: 0 } }, { kind: "later", cause: "failed" }],
    ["nobody knows", { failed: "timed-out" }, { kind: "later", cause: "failed" }],
    ["nobody has that address", { failed: "unknown-recipient" }, { kind: "refused" }],
    ["the browser died", { failed: "browser-gone" }, { kind: "channel-down" }],
  ])("%s", (_what, answer, outcome) => {
    expect(outcomeOf(answer)).toMatchObject(outcome as object);
  });

  test("every cause comes to something, and to a health with a reason", () => {
    for (const cause of causes) {
      expect(outcomeOf({ failed: cause }).kind).toMatch(/^(?:later|channel-down|refused)$/);
      expect(healthAfter(cause)[1]).toMatch(/^[a-z-]+$/);
    }
  });

  test("only a ready channel is tried", () => {
    expect(outcomeWhile("ready")).toBeUndefined();
    for (const state of ["starting", "degraded", "needs-pairing", "down", "off"] as const) {
      expect(outcomeWhile(state)).toMatchObject({ kind: "channel-down" });
    }
  });
});

test.each([
  ["at noon in Palembang", "2026-12-01T05:00:00.000Z", "2026-12-01T20:30:00.000Z"],
  ["a minute before", "2026-12-01T20:29:00.000Z", "2026-12-01T20:30:00.000Z"],
  ["at the hour itself", "2026-12-01T20:30:00.000Z", "2026-12-02T20:30:00.000Z"],
  ["after midnight UTC", "2026-12-02T00:10:00.000Z", "2026-12-02T20:30:00.000Z"],
])("the next quiet hour is half past three in the night: %s", (_when, now, quiet) => {
  const at = new Date(now);
  expect(new Date(at.getTime() + untilQuietHour(at)).toISOString()).toBe(quiet);
});
