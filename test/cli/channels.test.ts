/** Operators at the command line: the switch of the paired phone, what the doctor sees of each channel, and the news. */
import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchChannels } from "../../src/channel-news.ts";
import type { Health } from "../../src/channels/channel.ts";
import { placeIn } from "../../src/channels/whatsapp-web/folder/place.ts";
import { switchTo, writeStatus } from "../../src/channels/whatsapp-web/folder/switch.ts";
import { lookAtChannels } from "../../src/cli/doctor-channels.ts";
import { readConfig } from "../../src/config.ts";
import { operatorWording } from "../../src/content/operator.ts";
import { openFakeBotApi } from "../channels/fakes/telegram/fake-bot-api.ts";
import { openGraph } from "../channels/fakes/whatsapp-cloud/graph.ts";
import { settingsFor } from "../channels/whatsapp-cloud/stand.ts";
import { newShelf } from "../operations/shelf.ts";
import { projectFolder } from "../world.ts";
import { lindung } from "./command.ts";

const now = new Date("2026-11-25T02:00:00.000Z");
const wording = operatorWording(projectFolder, "en");

test("the paired phone is switched off, seen to be off, and on again; a word too many changes nothing", async () => {
  const shelf = await newShelf();
  const say = (...words: readonly string[]) => {
    const { status, stdout, stderr } = lindung(shelf, ["whatsapp", ...words]);
    return `${status} ${stdout}${stderr}`.trim();
  };
  expect(say("status")).toBe("0 WHATSAPP_WEB is not on.");
  expect(say("off")).toMatch(/^0 WhatsApp by a phone is switched off: within two seconds/);
  expect(say("status")).toMatch(/^0 Switched off\./);
  expect(say("on")).toBe("0 WhatsApp by a phone may run again, but WHATSAPP_WEB is not on.");
  expect(say("loud")).toMatch(/^1 /);
  expect(say("status")).toBe("0 WHATSAPP_WEB is not on.");
});

/** The lines of the doctor about the channels, as they are read. */
async function looked(settings: Readonly<Record<string, string>>, data: string) {
  const read = readConfig({ DATA_DIR: data, DATA_KEY: "0f".repeat(32), ...settings });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const remarks = await lookAtChannels(read.config, wording);
  return remarks.map(
    ({ state, key, values = {} }) => `${state}: ${wording.text(`operator.doctor.${key}`, values)}`,
  );
}

test("without settings there is only the page", async () => {
  const { data } = await newShelf();
  expect(await looked({}, data)).toEqual([
    "well: Only the web page; neither Telegram nor WhatsApp is set.",
  ]);
});

test("Telegram: a token it knows, one it does not, and nobody there", async () => {
  const { data } = await newShelf();
  const api = await openFakeBotApi();
  const settings = { TELEGRAM_BOT_TOKEN: api.bot.token, TELEGRAM_API_ROOT: api.apiRoot };
  expect(await looked(settings, data)).toEqual([
    "well: Telegram: @lindung_uji_bot knows this token; 0 messages wait there.",
  ]);
  const foreign = { ...settings, TELEGRAM_BOT_TOKEN: "999:another_token" };
  expect((await looked(foreign, data)).join()).toMatch(/^bad: Telegram refuses the token/);
  await api.close();
  expect((await looked(settings, data)).join()).toMatch(/^bad: Telegram cannot be reached/);
});

test("the Cloud API: a number it knows, and that Meta needs an https address", async () => {
  const { data } = await newShelf();
  const graph = await openGraph({ now: () => now.getTime() });
  onTestFinished(graph.stop);
  const { token, phoneId, appSecret, verifyToken, apiRoot } = settingsFor(graph.origin);
  const settings = {
    WHATSAPP_CLOUD_TOKEN: token,
    WHATSAPP_CLOUD_PHONE_ID: phoneId,
    WHATSAPP_CLOUD_APP_SECRET: appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
    WHATSAPP_CLOUD_API_ROOT: apiRoot,
  };
  const [number, address] = await looked(settings, data);
  expect(number).toMatch(/^well: WhatsApp \(Cloud API\): the number of .+ is known/);
  expect(address).toBe("bad: Meta delivers to an https address only. Set PUBLIC_URL.");
  expect(await looked({ ...settings, PUBLIC_URL: "https://lindung.example" }, data)).toHaveLength(
    1,
  );
  const other = { ...settings, WHATSAPP_CLOUD_TOKEN: "another" };
  expect((await looked(other, data))[0]).toMatch(/^bad: Meta refuses the token/);
});

test("the paired phone: no browser, not running, connected, ailing with what to do, switched off", async () => {
  const { data, folder } = await newShelf();
  const browser = `${folder}/chromium`;
  const on = { WHATSAPP_WEB: "on", WHATSAPP_CHROMIUM: browser };
  // Where the setting names a file that is not there, "set it" would not help.
  expect((await looked(on, data)).join()).toMatch(/^bad: There is no Chromium.*the path is wrong/);
  writeFileSync(browser, "#!/bin/sh\n", { mode: 0o755 });
  expect((await looked(on, data)).join()).toMatch(/^look: .*Lindung does not run now/);
  const place = placeIn(data);
  switchTo(place, "on", now);
  const be = (health: Omit<Health, "since">) =>
    writeStatus(place, { ...health, since: now.toISOString() }, process.pid);
  be({ state: "ready" });
  expect((await looked(on, data)).join()).toMatch(
    /^look: .* connected since 2026-11-25 02:\d\d UTC.*banned/,
  );
  be({ state: "needs-pairing", why: "not-paired" });
  expect((await looked(on, data)).join()).toMatch(/^bad: .*Linked devices/);
  switchTo(place, "off", now);
  expect((await looked(on, data)).join()).toMatch(/^look: .*switched off/);
});

test("news of a channel are told once each: an ailment, another, and that it is well again", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let health: Omit<Health, "since"> = { state: "starting" };
  const told: string[] = [];
  const channel = { name: "telegram", health: () => ({ since: now.toISOString(), ...health }) };
  const watch = watchChannels([channel], ({ state, why }) => told.push(`${state} ${why}`));
  const becomes = (next: Omit<Health, "since">) => {
    health = next;
    vi.advanceTimersByTime(6_000);
  };
  becomes({ state: "ready" });
  expect(told).toEqual([]);
  becomes({ state: "degraded", why: "telegram-away" });
  becomes({ state: "down", why: "telegram-token" });
  becomes({ state: "ready" });
  watch.stop();
  becomes({ state: "down", why: "telegram-token" });
  expect(told).toEqual(["degraded telegram-away", "down telegram-token", "ready none"]);
});
