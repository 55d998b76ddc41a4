/**
 * The disk is full, at the start or while people talk. Nothing acknowledged is lost, people hear "later", the health
 * page is red, and once there is room all goes on by itself.
 */
import { expect, test, vi } from "vitest";
import { eventually } from "../validation/servers.ts";
import { ask, openChat } from "../whole/chat.ts";
import { vaultOf } from "../whole/home.ts";
import { runProgram, startProgram } from "../whole/program.ts";
import { breachesIn, unseenByMachines } from "./invariants.ts";
import { openLoad, pause } from "./load.ts";
import { openSmallDisk, type SmallDisk } from "./small-disk.ts";

vi.setConfig({ testTimeout: 240_000 });

/** Within so many milliseconds of room being made people are answered again. */
const wellAgainMs = 10_000;

test("full while people talk: 503 for now, reading and living go on, well again without a restart", async () => {
  const disk = await openDisk();
  const program = await startProgram(disk.home);
  const get = (path: string) => ask(program.address, path);
  const load = openLoad(8);
  load.goTo(program.address);
  const chat = await openChat(program.address);
  const before = await chat.say("before", "halo");
  while (load.counts.acknowledged < 40) await pause(5);
  expect((await get("/health/ready")).status).toBe(200);

  disk.fill();
  // What is left of the log that was made before is still used up.
  const acknowledged = new Map([["before", before.text]]);
  const refusal = await eventually(async () => {
    const id = `full-${acknowledged.size}`;
    const response = await sayBare(program.address, chat.token, id);
    if (response.status === 200) acknowledged.set(id, await response.text());
    expect(response.status).toBe(503);
    return { id, response };
  });
  expect(refusal.response.headers.get("Content-Type")).toContain("application/problem+json");
  expect(Number(refusal.response.headers.get("Retry-After"))).toBeGreaterThan(0);
  await eventually(async () => {
    const { status, text } = await get("/health/ready");
    expect([status, text]).toEqual([503, expect.stringContaining("database")]);
  });
  expect((await get("/health/live")).status).toBe(200);
  expect((await chat.read()).text).toContain(before.says[0]?.text.slice(0, 10));
  expect(load.counts.later).toBeGreaterThan(0);

  disk.free();
  const roomAt = performance.now();
  await vi.waitFor(
    async () => {
      expect((await chat.say(refusal.id, "halo")).status).toBe(200);
      expect((await get("/health/ready")).status).toBe(200);
    },
    { timeout: wellAgainMs, interval: 50 },
  );
  const seconds = ((performance.now() - roomAt) / 1_000).toFixed(1);
  for (const [id, text] of acknowledged) expect((await chat.say(id, "halo")).text).toBe(text);
  await load.rest();
  await eventually(async () => expect(await disk.look(unseenByMachines)).toEqual([]));
  process.stdout.write(
    `disk (${disk.kind}): well again after ${seconds} s; "later" ${load.counts.later} times; ` +
      `${load.counts.acknowledged} acknowledged\n`,
  );
  const { home, look } = disk;
  expect(await look((database) => breachesIn(database, vaultOf(home), load.talks))).toEqual([]);
  expect((await program.signal("SIGTERM")).code).toBe(0);
});

test.each([
  { when: "nothing is there yet", prepare: async () => undefined },
  {
    when: "people have talked before",
    prepare: async ({ home }: SmallDisk) => {
      const program = await startProgram(home);
      await (await openChat(program.address)).say("m", "halo");
      await program.signal("SIGKILL");
    },
  },
])(
  "full at the start, when $when: one sentence says so, and with room it starts",
  async ({ prepare }) => {
    const disk = await openDisk();
    await prepare(disk);
    disk.fill();
    const { code, output } = await runProgram(disk.home);
    expect([code, output]).toEqual([1, expect.stringContaining("cakramnya penuh")]);
    expect(output).not.toMatch(/^ +at |\w*Error\b/m);
    expect(output.trim().split("\n")).toHaveLength(2);

    disk.free();
    const program = await startProgram(disk.home);
    expect((await (await openChat(program.address)).say("m", "halo")).status).toBe(200);
    expect((await program.signal("SIGTERM")).code).toBe(0);
  },
);

async function openDisk(): Promise<SmallDisk> {
  const disk = await openSmallDisk();
  process.stdout.write(`the full disk is ${disk.kind}\n`);
  return disk;
}

function sayBare(address: string, token: string, id: string): Promise<Response> {
  return fetch(`${address}/api/chat/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ id, text: "halo" }),
  });
}
