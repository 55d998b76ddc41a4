/** Starting again: how long it waits, and that nothing that goes wrong on the way ends the program. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { placeIn } from "../../../src/channels/whatsapp-web/folder/place.ts";
import { openPauses } from "../../../src/channels/whatsapp-web/process/pauses.ts";
import type { Cause } from "../../../src/channels/whatsapp-web/process/protocol.ts";
import { supervise } from "../../../src/channels/whatsapp-web/process/supervise.ts";
import { usualTimes } from "../../../src/channels/whatsapp-web/times.ts";
import { collectLog } from "../stand.ts";
import { quick } from "./quick.ts";

const { calmMs, shutOutMs } = usualTimes;
const long = calmMs + 1;

test.each<[string, readonly (readonly [Cause | undefined, number])[], readonly number[]]>([
  ["a browser that fails", times(4, "browser-fails", 1), [1_000, 2_000, 4_000, 8_000]],
  ["one that fails for days", times(12, undefined, 1), [...twice(9), 300_000, 300_000, 300_000]],
  ["one that dies now and then", times(3, "browser-gone", long), [1_000, 1_000, 1_000]],
  ["a new one at night, day by day", times(3, "asked", long), [0, 0, 0]],
  ["a session that is over", [["logged-out", 1]], [0]],
  [
    "a session whose rest cannot be taken away",
    times(4, "logged-out", 1),
    [0, 1_000, 2_000, 4_000],
  ],
  ["a browser that is always too large", times(3, "memory", 1), [0, 1_000, 2_000]],
  ["a number that is refused", times(2, "refused", 1), [shutOutMs, shutOutMs]],
])("%s: the pauses", (_what, ends, pauses) => {
  const { after } = openPauses(usualTimes);
  expect(ends.map(([cause, livedMs]) => after(cause, livedMs))).toEqual(pauses);
});

test("a disk that takes no folder: it is said, and tried again, and the program lives", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "lindung-supervise-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const place = placeIn(dataDir);
  writeFileSync(place.folder, "a file where the folder should be");
  const { log, lines } = collectLog();
  const ended: (Cause | undefined)[] = [];
  const supervisor = supervise({
    ...{ place, times: quick, log },
    begin: () => ({ chromium: "/bin/false", args: [], folder: place.folder, times: quick }),
    tells: () => undefined,
    starting: () => undefined,
    ended: (cause) => ended.push(cause),
  });
  supervisor.start();
  await expect.poll(() => ended.length, { timeout: 10_000 }).toBeGreaterThan(2);
  await supervisor.stop();
  expect(new Set(ended)).toEqual(new Set(["browser-fails"]));
  expect(lines.join()).toContain("whatsapp-web.not-started");
  const { length } = ended;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(ended).toHaveLength(length);
});

function times(count: number, cause: Cause | undefined, livedMs: number) {
  return Array.from({ length: count }, () => [cause, livedMs] as const);
}

function twice(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => 1_000 * 2 ** at);
}
