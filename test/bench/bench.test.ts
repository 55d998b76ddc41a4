/** What the benchmark reports, and that nobody is told anything wrong in it. How fast it is depends on the machine. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import { expected } from "./reference.ts";
import { openSaid } from "./said.ts";
import { messagesPerContact, workload } from "./workload.ts";

const positive = z.number().positive();

const result = z.strictObject({
  turns: positive,
  turnsPerSecond: positive,
  p50Ms: positive,
  p99Ms: positive,
  p999Ms: positive,
  aloneP50Ms: positive,
  cpuSecondsPer1000: positive,
  peakRssMb: positive,
  diskBytesPerContact: positive,
  wrongContacts: z.literal(0),
});

const report = z.strictObject({
  machine: z.strictObject({ node: z.string(), cores: positive, loadBefore: z.number() }),
  workload: z.strictObject({
    contacts: z.literal(30),
    messages: z.literal(420),
    rounds: z.literal(1),
  }),
  ways: z.strictObject({ plainFloor: result, sealedFloor: result, sent: result, read: result }),
  ratios: z.strictObject({
    sentToSealedFloor: positive,
    sentToPlainFloor: positive,
    readToSealedFloor: positive,
    readToPlainFloor: positive,
    sentP99ToSealedFloor: positive,
    sentAloneMsOverSealedFloor: z.number(),
  }),
  correctness: z.strictObject({
    contacts: positive,
    twice: z.literal(0),
    burst: z.literal(0),
    restart: z.literal(0),
  }),
  wrong: z.literal(0),
  parts: z.array(z.strictObject({ what: z.string(), figure: positive, unit: z.string() })).min(27),
  understanding: z
    .array(z.strictObject({ what: z.string(), p50Us: positive, p99Us: positive }))
    .length(6),
  peakRssMb: positive,
});

test("a quick run reports everything, and nobody is told anything wrong", async () => {
  const bench = join(import.meta.dirname, "bench.ts");
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [bench, "--quick", "--contacts", "30", "--json"]);
  expect(report.safeParse(JSON.parse(stdout)).error).toBeUndefined();
}, 180_000);

test("the same seed gives the same people, and no two share a NIK", () => {
  const people = workload(9_500);
  expect(workload(9_500)).toEqual(people);
  expect(new Set(people.map(({ person }) => person.nik)).size).toBe(people.length);
  expect(new Set(people.map(({ messages }) => messages.length))).toEqual(
    new Set([messagesPerContact]),
  );
});

test.each([
  ["one after the other", ["a", "b"], ["a", "b"]],
  ["the same once more", ["a", "b", "b"], ["a", "b"]],
])("texts that arrive are kept: %s", (_why, texts, kept) => {
  const said = openSaid();
  for (const text of texts) said.hear("budi", { id: text === "a" ? 1 : 2, text });
  expect(said.textsOf("budi")).toEqual(kept);
});

test.each([
  ["another text under the same count", [1, 1]],
  ["the second before the first", [2, 1]],
  ["the second missing", [1, 3]],
])("a fault of what arrives is not forgotten: %s", (_why, counts) => {
  const said = openSaid();
  for (const [index, id] of counts.entries()) said.hear("budi", { id, text: `text ${index}` });
  expect(said.textsOf("budi")).toBeUndefined();
});

test("who is waiting for a text hears of it, also when several wait", async () => {
  const said = openSaid();
  const waits = [said.until("siti", 1), said.until("siti", 2)];
  said.hear("siti", { id: 1, text: "a" });
  said.hear("siti", { id: 2, text: "b" });
  await expect(Promise.all(waits)).resolves.toHaveLength(2);
  await expect(said.until("siti", 1)).resolves.toBeUndefined();
});

test("every question is asked once more than it is misread", () => {
  const [contact] = workload(1);
  const texts = contact === undefined ? [] : expected(contact).texts;
  expect(texts).toHaveLength(1 + messagesPerContact + 2);
});
