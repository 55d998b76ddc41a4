/** What people write while nobody listens is found: the program stopped, died, was switched off, or could not keep it. */
import { spawn } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placeIn } from "../../../src/channels/whatsapp-web/folder/place.ts";
import {
  isSwitchedOff,
  readStatus,
  switchTo,
} from "../../../src/channels/whatsapp-web/folder/switch.ts";
import { browserOf, leftOf } from "./processes.ts";
import { installedChromium } from "./quick.ts";
import {
  channelOf,
  endsOf,
  isReady,
  newSetting,
  opens,
  patience,
  patient,
  readyTelephone,
  saying,
  wordsOf,
} from "./with-telephone.ts";

describe("a channel that is away", patient, () => {
  test("finds what was written meanwhile, also what somebody has read on the telephone", async () => {
    const { fake, channel, dataDir, collected, siti, budi } = await readyTelephone();
    await channel.close();
    expect(channel.health()).toMatchObject({ state: "down", why: "not-open" });
    // Not for as long as where somebody has to come and pair it.
    const soon = { kind: "channel-down", afterMs: 2_000 };
    expect(await channel.send(saying(siti.lid, "halo"))).toEqual(soon);
    for (const number of ["satu", "dua", "tiga"]) fake.text(siti, number);
    fake.text(budi, "empat");
    fake.chats.seen(budi.pn);
    // In its way: a browser that a dead program left behind, which holds the profile.
    const profile = placeIn(dataDir).profile;
    const orphan = spawn(
      installedChromium(),
      [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${profile}`,
        "about:blank",
      ],
      { detached: true, stdio: "ignore" },
    );
    await expect.poll(() => browserOf(dataDir), patience).toBe(orphan.pid);
    const setting = { fake, dataDir, collected };
    const again = await opens(setting);
    await expect.poll(() => again.heard.length, patience).toBe(4);
    const from = (chat: string) => wordsOf(again.heard.filter((one) => one.from === chat));
    expect([from(siti.lid), from(budi.pn)]).toEqual([["satu", "dua", "tiga"], ["empat"]]);
    expect(browserOf(dataDir)).not.toBe(orphan.pid);
    await again.channel.close();

    // And the lock of a machine that is no more.
    symlinkSync("another-host-4711", join(profile, "SingletonLock"));
    const third = await opens(setting);
    await isReady(third.channel);
    expect([endsOf(setting), again.qrs, third.qrs]).toEqual([[], [], []]);
  });

  test("finds hundreds of the same second in their order, those already read and those unread", async () => {
    const { fake, channel, dataDir, collected, siti } = await readyTelephone();
    await channel.close();
    const words = Array.from({ length: 265 }, (_, at) => `tulisan ${at + 1}`);
    for (const text of words.slice(0, 40)) fake.text(siti, text);
    fake.chats.seen(siti.lid);
    for (const text of words.slice(40)) fake.text(siti, text);
    const again = await opens({ fake, dataDir, collected });
    await expect.poll(() => again.heard.length, patience).toBe(265);
    expect(wordsOf(again.heard)).toEqual(words);
  });

  test("finds the people of a whole hall, and knows a call again that was answered before", async () => {
    const { fake, channel, heard, dataDir, collected, budi } = await readyTelephone();
    fake.calls(budi);
    fake.sends(budi, "call_log");
    await expect.poll(() => wordsOf(heard), patience).toEqual(["call"]);
    await channel.close();
    const hall = Array.from({ length: 230 }, (_, at) =>
      fake.join({ name: `Warga ${at}`, phone: `62812000${1_000 + at}` }),
    );
    for (const [at, person] of hall.entries()) fake.text(person, `dari ${at}`);
    const again = await opens({ fake, dataDir, collected });
    await expect.poll(() => again.heard.length, patience).toBe(230);
    expect(new Set(again.heard.map(({ from }) => from))).toEqual(
      new Set(hall.map(({ lid }) => lid)),
    );
  });

  test("hears nothing while it is switched off, by whichever process, and all of it when it is on", async () => {
    const { fake, channel, heard, dataDir, siti } = await readyTelephone();
    const place = placeIn(dataDir);
    await channel.switchOff();
    expect(channel.health()).toMatchObject({ state: "off", why: "switched-off" });
    expect([leftOf(dataDir), fake.isOpen(), isSwitchedOff(place)]).toEqual([[], false, true]);
    expect(await channel.send(saying(siti.lid, "halo"))).toMatchObject({ kind: "channel-down" });
    fake.text(siti, "ada orang?");
    // A restart, while it is off.
    await channel.close();
    const later = await opens({ fake, dataDir, collected: { log: quiet, lines: [] } });
    await expect.poll(() => later.channel.health().state, patience).toBe("off");
    expect(readStatus(place)).toMatchObject({ state: "off", why: "switched-off" });
    // As another process does it.
    switchTo(place, "on", new Date());
    await isReady(later.channel);
    await expect.poll(() => wordsOf(later.heard), patience).toEqual(["ada orang?"]);
    expect(heard).toEqual([]);
    expect(fake.taken).toEqual([]);
  });

  test("says what is missing where there is no browser, and starts when there is one", async () => {
    const setting = await newSetting();
    const { channel } = await opens(setting, { chromium: join(setting.dataDir, "chromium") });
    await expect
      .poll(() => channel.health(), patience)
      .toMatchObject({
        ...{ state: "down", why: "no-chromium" },
      });
    symlinkSync(installedChromium(), join(setting.dataDir, "chromium"));
    await isReady(channel);
  });

  test("does nothing before it is opened", async () => {
    const setting = await newSetting();
    const { channel } = channelOf(setting);
    expect(channel.health()).toMatchObject({ state: "down", why: "not-open" });
    expect(await channel.send(saying("628120000001@c.us", "halo"))).toMatchObject({
      kind: "channel-down",
    });
    await channel.close();
    expect(leftOf(setting.dataDir)).toEqual([]);
  });
});

const nothing = () => undefined;
const quiet = { info: nothing, warn: nothing, error: nothing };
