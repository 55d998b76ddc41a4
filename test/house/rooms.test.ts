/** Who may know whom, what the pure rooms do without, and which files do what alone. */
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { codeOf, type File, placesOf, planted, roomOf, sources } from "./files.ts";
import { rooms, wiring } from "./rooms.ts";
import { syntaxOf } from "./syntax.ts";

const pure = ["enrolment", "conversation"];

function strangers(files: readonly File[]): readonly string[] {
  return files.flatMap((file) => {
    const own = roomOf(file.path);
    if (wiring.includes(own)) return [];
    const { knows = [], uses = [] } = rooms.find(({ name }) => name === own) ?? {};
    return syntaxOf(file)
      .imports.filter((target) =>
        target.startsWith(".")
          ? ![own, ...knows].includes(roomOf(join(dirname(file.path), target)))
          : !uses.some((used) => isPartOf(target, used)),
      )
      .map((target) => `${file.path} brings in ${target}`);
  });
}

/** `hono` covers `hono/html`; `node:*` covers every module of Node. */
function isPartOf(target: string, used: string): boolean {
  if (used === "node:*") return target.startsWith("node:");
  return target === used || target.startsWith(`${used}/`);
}

function impure(files: readonly File[]): readonly string[] {
  const inPureRooms = files.filter(({ path }) => pure.includes(roomOf(path)));
  return inPureRooms.flatMap((file) => [
    ...placesOf(file, /\basync\b|\bawait\b|\bPromise\b/g, "waits"),
    ...placesOf(
      file,
      /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.|\bsetTimeout\b|\bTemporal\.Now\b/g,
      "looks at a clock",
    ),
    ...placesOf(file, /\bMath\.random\b|\bcrypto\.|\brandomUUID\b/g, "leaves it to chance"),
    ...placesOf(
      file,
      /\bprocess\b(?!["'`])\s*\.|\bglobalThis\b|\bconsole\.|\bfetch\(/g,
      "reaches for the world",
    ),
  ]);
}

/** Only `outbox/` sends; how a channel sends is its own affair. */
function senders(files: readonly File[]): readonly string[] {
  const others = files.filter(({ path }) => !/^src\/(outbox|channels\/[a-z-]+)\//.test(path));
  return others.flatMap((file) =>
    placesOf(file, /\b(?:channel|door)s?\b[^\n;]{0,40}\.send\(/g, "sends"),
  );
}

/** `src/channels/<a>/` never meets `src/channels/<b>/`, and only the wiring opens one. */
function meetings(files: readonly File[]): readonly string[] {
  return files
    .filter(({ path }) => !wiring.includes(roomOf(path)))
    .flatMap((file) =>
      syntaxOf(file)
        .imports.filter((target) => target.startsWith("."))
        .map((target) => roomOf(join(dirname(file.path), target)))
        .filter((met) => met.startsWith("channels/") && met !== roomOf(file.path))
        .map((met) => `${file.path} meets ${met}`),
    );
}

test("every room that has a line is there", () => {
  const seen = new Set(sources.map(({ path }) => roomOf(path)));
  for (const { name } of rooms) expect(seen).toContain(name);
  expect(sources.flatMap((file) => syntaxOf(file).imports).length).toBeGreaterThan(100);
});

test("a room knows only rooms below its own", () => {
  const order = rooms.map(({ name }) => name);
  for (const [line, { name, knows }] of rooms.entries()) {
    for (const known of knows)
      expect(order.indexOf(known), `${name} knows ${known}`).toBeGreaterThan(line);
  }
});

test.each([
  ["every file keeps to its room", strangers],
  ["the pure rooms need no clock, no chance and no world", impure],
  ["only the outbox sends", senders],
  ["channels never meet", meetings],
])("%s", (_rule, rule) => {
  expect(rule(sources)).toEqual([]);
});

test.each([
  ["a stranger", strangers, "src/enrolment/nik.ts", 'import { a } from "../vault/seal.ts";'],
  [
    "a stranger known by type only",
    strangers,
    "src/enrolment/nik.ts",
    'import type { A } from "../vault/seal.ts";',
  ],
  [
    "a stranger passed on",
    strangers,
    "src/reports/store.ts",
    'export { a } from "../inbox/receive.ts";',
  ],
  [
    "a stranger brought in late",
    strangers,
    "src/reports/store.ts",
    'await import("../inbox/receive.ts")',
  ],
  [
    "a package of another room",
    strangers,
    "src/reports/store.ts",
    'import { Queue } from "bullmq";',
  ],
  ["a Node module in a pure room", strangers, "src/enrolment/nik.ts", 'import fs from "node:fs";'],
  ["a room without a line", strangers, "src/attic/box.ts", 'import { z } from "zod";'],
  ["waiting", impure, "src/conversation/advance.ts", "export async function advance() {}"],
  ["a clock", impure, "src/conversation/advance.ts", "const now = new Date();"],
  ["chance", impure, "src/enrolment/nik.ts", "const one = Math.random();"],
  ["the process", impure, "src/enrolment/nik.ts", "if (process.pid > 1) {}"],
  ["a send from the inbox", senders, "src/inbox/receive.ts", "await channel.send(message);"],
  [
    "a send through a map",
    senders,
    "src/privacy/erase.ts",
    "await needs.channels.get(name)?.send(message);",
  ],
  [
    "a channel that meets another",
    meetings,
    "src/channels/terminal/terminal.ts",
    'import { a } from "../web-chat/open.ts";',
  ],
  [
    "a room that opens a channel",
    meetings,
    "src/inbox/receive.ts",
    'import { a } from "../channels/web-chat/open.ts";',
  ],
])("found when planted: %s", (_what, rule, path, text) => {
  expect(rule(planted(path, text))).toHaveLength(1);
});

test("a comment is not code", () => {
  const file = { path: "src/enrolment/nik.ts", text: "/* async */\nconst a = 1; // await\n" };
  expect(impure([file])).toEqual([]);
  expect(codeOf({ path: "a", text: 'const a = "https://x.example"; // b' })).toBe(
    'const a = "https://x.example"; ',
  );
});
