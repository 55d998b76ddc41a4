/**
 * Each fault that the real library was seen to have, provoked in a real Chromium, one after another on one telephone:
 * the channel comes back by itself, hears what people write, and nobody has to scan a QR code again.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserOf, childOf, renderersOf } from "./processes.ts";
import {
  endsOf,
  isReady,
  newSetting,
  opens,
  patience,
  patient,
  readyTelephone,
  saying,
  threePeople,
  timesReady,
  wordsOf,
} from "./with-telephone.ts";

type Ready = Awaited<ReturnType<typeof readyTelephone>>;

describe("a telephone that is paired", patient, () => {
  const ends: (() => Promise<void>)[] = [];
  let at: Ready;
  beforeAll(async () => {
    const times = { brokenMs: 4_000, authMs: 5_000, aliveMs: 500 };
    at = await readyTelephone({ atEnd: (deed) => ends.push(deed), times });
  }, patience.timeout);
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  }, patience.timeout);

  /** Somebody writes, and is heard. */
  const hears = async (text: string) => {
    const { fake, siti, heard } = at;
    fake.text(siti, text);
    await expect.poll(() => wordsOf(heard), patience).toContain(text);
    expect(wordsOf(heard).filter((one) => one === text)).toHaveLength(1);
  };

  test.each<[string, string, () => void]>([
    ["the browser is killed", "browser-gone", () => kill(browserOf(at.dataDir), "SIGKILL")],
    ["the page crashes", "page-crashed", () => killAll(renderersOf(at.dataDir))],
    ["the child is killed", "killed", () => kill(childOf(at.dataDir), "SIGKILL")],
    ["the child is asked to end", "asked", () => kill(childOf(at.dataDir), "SIGTERM")],
    ["the child hangs", "killed", () => kill(childOf(at.dataDir), "SIGSTOP")],
    ["another browser takes over", "conflict", () => at.fake.becomes("CONFLICT")],
    ["the network stays away", "no-connection", () => at.fake.becomes("TIMEOUT")],
  ])("%s: another one is there, with the same session", async (what, cause, fault) => {
    await isReady(at.channel);
    const [before, ready] = [browserOf(at.dataDir), timesReady(at)];
    const ended = endsOf(at).length;
    fault();
    await expect.poll(() => endsOf(at).slice(ended), patience).toEqual([cause]);
    await expect.poll(() => timesReady(at), patience).toBe(ready + 1);
    expect(browserOf(at.dataDir)).not.toBe(before);
    expect(at.qrs).toHaveLength(1);
    await hears(what);
  });

  test("the page is away, and the library rejects where nobody listens", async () => {
    await isReady(at.channel);
    const ended = endsOf(at).length;
    const ready = timesReady(at);
    at.fake.faults.isDown = true;
    at.fake.reload();
    await expect.poll(() => endsOf(at).length, patience).toBeGreaterThan(ended);
    at.fake.faults.isDown = false;
    await expect.poll(() => timesReady(at), patience).toBe(ready + 1);
    await hears("sudah kembali?");
  });

  test("the network is away for a moment: nothing is sent, and the browser lives on", async () => {
    await isReady(at.channel);
    const before = browserOf(at.dataDir);
    at.fake.becomes("TIMEOUT");
    const degraded = { state: "degraded", why: "no-connection" };
    await expect.poll(() => at.channel.health(), patience).toMatchObject(degraded);
    const outcome = await at.channel.send(saying(at.siti.lid, "halo"));
    expect(outcome).toEqual({ kind: "channel-down", afterMs: 2_000 });
    at.fake.becomes("CONNECTED");
    await isReady(at.channel);
    await hears("sudah ada sinyal");
    expect(browserOf(at.dataDir)).toBe(before);
  });

  test("the page is loaded anew: ready once more, and each message heard once", async () => {
    const [before, ready] = [browserOf(at.dataDir), timesReady(at)];
    at.fake.reload();
    await expect.poll(() => timesReady(at), patience).toBe(ready + 1);
    await hears("halaman baru");
    expect(browserOf(at.dataDir)).toBe(before);
  });

  test("the telephone throws it out: a new browser, a new QR code, and a session that lasts", async () => {
    const ready = timesReady(at);
    at.fake.unlink();
    await expect.poll(() => timesReady(at), patience).toBe(ready + 1);
    expect(endsOf(at).at(-1)).toBe("logged-out");
    expect(at.qrs).toHaveLength(2);
    kill(browserOf(at.dataDir), "SIGKILL");
    await expect.poll(() => timesReady(at), patience).toBe(ready + 2);
    expect(at.qrs).toHaveLength(2);
    await hears("masih tersambung");
  });

  test("nobody was heard twice, in all of it", () => {
    const ids = at.heard.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a telephone that nobody pairs", patient, () => {
  test("gets a new browser when its QR code is old, and can still be paired", async () => {
    const setting = await newSetting();
    const [siti] = threePeople(setting.fake);
    // Before the pairing: it was not written to the bot.
    setting.fake.text(siti, "kemarin");
    const { channel, qrs, heard } = await opens(setting, { scans: false });
    await expect.poll(() => qrs.length, patience).toBe(1);
    expect(channel.health()).toMatchObject({ state: "needs-pairing", why: "not-paired" });
    expect(channel.pairing()?.qr).toBe(qrs[0]);
    setting.fake.rotateQr();
    await expect.poll(() => channel.pairing()?.qr, patience).not.toBe(qrs[0]);
    setting.fake.becomes("UNPAIRED_IDLE");
    await expect.poll(() => endsOf(setting), patience).toEqual(["qr-expired"]);
    await expect.poll(() => qrs.length, patience).toBe(3);
    // From here on what is ready is lost: the page has synced before the library listens.
    setting.fake.faults.syncDelayMs = -1;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    setting.fake.scanQr();
    await isReady(channel);
    expect(channel.pairing()).toBeUndefined();
    setting.fake.text(siti, "halo");
    await expect.poll(() => wordsOf(heard), patience).toEqual(["halo"]);
  });
});

function kill(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) throw new Error("there is no such process");
  process.kill(pid, signal);
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) kill(pid, "SIGKILL");
}
