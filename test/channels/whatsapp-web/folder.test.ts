/** What the channel keeps in its folder, and which browser it finds. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findChromium } from "../../../src/channels/whatsapp-web/chromium.ts";
import {
  isMarked,
  marked,
  markOf,
  sinceOf,
  writeMark,
} from "../../../src/channels/whatsapp-web/folder/mark.ts";
import { makePlace, placeIn } from "../../../src/channels/whatsapp-web/folder/place.ts";
import {
  forgetStatus,
  isSwitchedOff,
  readStatus,
  switchTo,
  writeStatus,
} from "../../../src/channels/whatsapp-web/folder/switch.ts";

const now = new Date("2026-12-01T02:00:00.000Z");

function newPlace() {
  const folder = mkdtempSync(join(tmpdir(), "lindung-place-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return placeIn(folder);
}

test("the folder is this user's alone, also where it was open before", () => {
  const place = newPlace();
  mkdirSync(place.folder, { mode: 0o755 });
  makePlace(place);
  expect(statSync(place.folder).mode & 0o777).toBe(0o700);
});

test("the switch stays where it was put", () => {
  const place = newPlace();
  expect(isSwitchedOff(place)).toBe(false);
  switchTo(place, "off", now);
  switchTo(place, "off", now);
  expect(isSwitchedOff(placeIn(join(place.folder, "..")))).toBe(true);
  switchTo(place, "on", now);
  switchTo(place, "on", now);
  expect(isSwitchedOff(place)).toBe(false);
});

test("the switch is thrown also where the disk is full", () => {
  const place = newPlace();
  makePlace(place);
  // Whatever is written there finds no room.
  symlinkSync("/dev/full", `${place.off}.new`);
  switchTo(place, "off", now);
  expect(isSwitchedOff(place)).toBe(true);
  switchTo(place, "on", now);
  expect(isSwitchedOff(place)).toBe(false);
});

test("how it is can be read by another process, while the program runs", () => {
  const place = newPlace();
  makePlace(place);
  expect(readStatus(place)).toBeUndefined();
  const health = { state: "needs-pairing", since: now.toISOString(), why: "not-paired" } as const;
  writeStatus(place, health, process.pid);
  expect(readStatus(place)).toEqual(health);
  writeStatus(place, health, 2 ** 22 + 1);
  expect(readStatus(place)).toBeUndefined();
  writeFileSync(place.status, "{");
  expect(readStatus(place)).toBeUndefined();
  forgetStatus(place);
  forgetStatus(place);
});

test("a new telephone begins now; the same one goes on, an hour before its mark", () => {
  const place = newPlace();
  makePlace(place);
  const begun = markOf(place, "hash-of-siti", now);
  expect(sinceOf(begun)).toBe(now.getTime() / 1000);
  writeMark(place, { ...begun, until: begun.until + 86_400 });
  const later = new Date(now.getTime() + 2 * 86_400_000);
  const known = markOf(place, "hash-of-siti", later);
  expect(known.floor).toBe(begun.floor);
  expect(sinceOf(known)).toBe(begun.until + 86_400 - 3_600);
  expect(markOf(place, "hash-of-budi", later).floor).toBe(later.getTime() / 1000);
});

test.each([
  ["empty, after a cut of the power", ""],
  ["half", '{"floor":179'],
  ["of another shape", "{}"],
])("a mark that is %s: it goes on from when that was last written, not from now", (_what, text) => {
  const place = newPlace();
  makePlace(place);
  writeFileSync(place.mark, text);
  const written = new Date(now.getTime() - 2 * 86_400_000);
  utimesSync(place.mark, written, written);
  const { floor, until, kept } = markOf(place, "hash-of-siti", now);
  expect(written.getTime() / 1_000 - floor).toBe(300);
  expect([until, kept]).toEqual([floor, []]);
  // Nor from a time that has not come.
  utimesSync(place.mark, new Date("2030-01-01"), new Date("2030-01-01"));
  expect(markOf(place, "hash-of-siti", now).floor).toBe(now.getTime() / 1_000 - 300);
});

test("what was kept of late is known again, and stands there without an address", () => {
  const place = newPlace();
  makePlace(place);
  const id = "false_628120000001@c.us_AC01";
  const after = marked(markOf(place, "hash-of-siti", now), id, 1_796_000_000);
  writeMark(place, after);
  const read = markOf(place, "hash-of-siti", now);
  expect(isMarked(read, id)).toBe(true);
  expect(isMarked(read, "false_628120000001@c.us_AC02")).toBe(false);
  expect(readFileSync(place.mark, "utf8")).not.toMatch(/62812|@/);
  let many = read;
  for (let count = 0; count < 2_000; count += 1) many = marked(many, `id-${count}`, 0);
  expect([many.kept.length, isMarked(many, id), many.until]).toEqual([2_000, false, read.until]);
});

test("a browser is found by path, by name, or by what is there", () => {
  const folder = mkdtempSync(join(tmpdir(), "lindung-bin-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const make = (name: string, mode: number) => {
    writeFileSync(join(folder, name), "#!/bin/sh\n");
    chmodSync(join(folder, name), mode);
    return join(folder, name);
  };
  const google = make("google-chrome", 0o755);
  make("not-to-run", 0o644);
  const own = make("my-chromium", 0o755);
  expect(findChromium(own, "")).toBe(own);
  expect(findChromium("my-chromium", `/nowhere:${folder}`)).toBe(own);
  expect(findChromium("google-chrome", folder)).toBe(google);
  expect(findChromium(join(folder, "not-there"), folder)).toBeUndefined();
  expect(findChromium(join(folder, "not-to-run"), folder)).toBeUndefined();
  expect(findChromium(folder, folder)).toBeUndefined();
  expect(findChromium("no-such-browser", folder)).toBeUndefined();
});
