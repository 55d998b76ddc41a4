/** The sender is killed in the one moment that no database can help: the message has left, and nobody has noted it. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { receive } from "../../src/inbox/receive.ts";
import { openVault } from "../../src/vault/vault.ts";
import { startChild } from "../database/child.ts";
import { eachDatabase } from "../databases.ts";
import { look, newHome } from "../whole/home.ts";
import { openWorld } from "../world.ts";

vi.setConfig({ testTimeout: 240_000 });

const people = ["siti", "budi", "wayan", "ketut", "made", "nyoman", "putu", "gede"];
const words = ["halo", "bantuan"];

/** Each of a person's messages once or more, and none after a later one. */
function inOrder(sent: readonly string[], from: string): boolean {
  const ids = sent
    .filter((line) => line.startsWith(`${from} `))
    .map((line) => Number(line.split(" ")[1]));
  return ids.every((id, at) => at === 0 || id >= Number(ids[at - 1]));
}

test("killed eight times while what was just said leaves straight away: nothing is missing, and the order is kept", async () => {
  const home = await newHome();
  const file = join(home.folder, "sent");
  writeFileSync(file, "");
  const child = new URL("./speaking-child.ts", import.meta.url);
  const speak = (last: number, life: number) => {
    const talk = [String(life), people.join(), words.join()];
    return startChild(child, { folder: home.data }, home.key, file, String(last), ...talk);
  };
  const kills = 8;
  for (let kill = 0; kill < kills; kill += 1) {
    const { process: speaker } = speak(1 + (kill % 4), kill);
    await expect.poll(() => speaker.signalCode, { timeout: 30_000 }).toBe("SIGKILL");
  }
  await speak(Number.POSITIVE_INFINITY, kills).says("done");

  const due = await look(home, ({ read }) =>
    read.selectFrom("outbox").select(["says_id", "state"]).execute(),
  );
  const sent = readFileSync(file, "utf8").trim().split("\n");
  expect(new Set(sent).size).toBe(due.length);
  const twice = sent.length - due.length;
  process.stdout.write(`killed ${kills} times: ${due.length} said and sent, ${twice} twice\n`);
  expect(twice).toBeGreaterThanOrEqual(kills);
  expect(twice).toBeLessThanOrEqual(kills * people.length);
  for (const from of people) expect(inOrder(sent, from)).toBe(true);
});

test("killed six times after sending and before marking: none is missing, none overtakes, and no more come twice than were under way", async () => {
  const { database, where } = await eachDatabase[0].fresh();
  const key = randomBytes(32);
  const world = openWorld(database, { vault: openVault(key), clock: () => new Date() });
  for (const from of people) {
    const address = { channel: "post", account: "box", from };
    for (const text of words) {
      await receive(world, { ...address, id: text, heard: { kind: "text", text } });
    }
  }
  const due = await rows();
  const file = join(where.folder, "sent");
  const child = new URL("./sending-child.ts", import.meta.url);
  const send = (last: number, minutes: number) =>
    startChild(child, where, key.toString("hex"), file, String(last), String(minutes));

  const kills = 6;
  for (let kill = 0; kill < kills; kill += 1) {
    // A row in hand is left alone for a minute; each sender is one that comes later.
    const { process: sender } = send(kill + 1, 2 * kill);
    await expect.poll(() => sender.signalCode, { timeout: 30_000 }).toBe("SIGKILL");
  }
  await send(Number.POSITIVE_INFINITY, 2 * kills).says("done");

  const sent = readFileSync(file, "utf8").trim().split("\n");
  expect(new Set(sent).size).toBe(due.length);
  const twice = sent.length - due.length;
  process.stdout.write(`killed ${kills} times while sending: ${due.length} sent, ${twice} twice\n`);
  // One at each kill at the least; at the most one of each person, sent side by side.
  expect(twice).toBeGreaterThanOrEqual(kills);
  expect(twice).toBeLessThanOrEqual(kills * people.length);
  for (const from of people) expect(inOrder(sent, from)).toBe(true);
  expect((await rows()).map(({ state }) => state)).toEqual(due.map(() => "sent"));

  function rows() {
    return database.read.selectFrom("outbox").select(["says_id", "state"]).execute();
  }
});
