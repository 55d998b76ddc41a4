/** Two thousand messages by a channel that enforces its limits and fails every fifth time. */
import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { newId } from "../../src/database/ids.ts";
import type { Database } from "../../src/database/open.ts";
import { openDelivery } from "../../src/outbox/open.ts";
import { say } from "../../src/outbox/say.ts";
import { chanceFrom } from "../chance.ts";
import { addContact, at as start } from "../database/people.ts";
import { eachDatabase } from "../databases.ts";
import { fakeTime } from "../outbox/pacing/fake-time.ts";
import { openWorld, type World } from "../world.ts";
import { limitedPost } from "./limited-post.ts";

vi.setConfig({ testTimeout: 240_000 });

const people = 100;
const each = 20;

test.each([
  [
    "at the pace that the channel names: it has nothing to refuse",
    { perSecond: 25, burst: 4, perContact: { burst: 1, everyMs: 1_050 } },
    0,
  ],
  [
    "much too fast: it refuses, is obeyed, and gets them all",
    { perSecond: 200, burst: 50, perContact: { burst: 2, everyMs: 400 } },
    5_000,
  ],
])("%s", async (what, pace, mostRejected) => {
  const { database } = await eachDatabase[0].fresh();
  const time = fakeTime();
  const clock = () => new Date(Date.parse(start) + time.now());
  const world = openWorld(database, { clock });
  await sayAll(world);
  const { channel, arrived, counts } = limitedPost(pace, time.now, chanceFrom(20_261_201));
  const log = { warn: () => undefined };
  const channels = new Map([["post", channel]]);
  const delivery = openDelivery({ ...world, channels, time, log }, 20);
  onTestFinished(() => delivery.close());

  while ((await left(database)) > 0) {
    for (let steps = 0; steps < 50; steps += 1) {
      delivery.wake();
      // Until what was let go is written down.
      for (let rests = 0; rests < 4; rests += 1) {
        await database.grouped(async () => undefined);
        await turn();
      }
      time.pass(Math.min(time.next() ?? 250, 250));
    }
  }
  const given = await database.read
    .selectFrom("outbox")
    .select("reason")
    .where("state", "!=", "sent")
    .execute();
  const told = `${what}: ${arrived.length} arrived in ${Math.round(time.now() / 1_000)} s`;
  process.stdout.write(`${told}, ${JSON.stringify(counts)}\n`);
  expect(given).toEqual([]);
  expect(new Set(arrived.map(({ to, says }) => `${to}:${says}`)).size).toBe(people * each);
  expect(arrived.length - people * each).toBeLessThanOrEqual(counts.cut);
  expect(counts.cut).toBeGreaterThan(20);
  expect(counts.rejected).toBeLessThanOrEqual(mostRejected);
  expect(counts.broken).toBe(0);
  for (let person = 0; person < people; person += 1) {
    const ids = arrived.filter(({ to }) => to === `p${person}`).map(({ says }) => says);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  }
});

async function left(database: Database): Promise<number> {
  const row = await database.read
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "in", ["due", "sending"])
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** To each of them so many messages, as farewells are: about nobody. */
async function sayAll({ database, vault }: World): Promise<void> {
  for (let person = 0; person < people; person += 1) {
    await database.grouped(async (db) => {
      const id = await addContact(db, `p${person}`);
      const place = { table: "contact", row: id, column: "address" };
      const address = vault.seal(vault.rootKey, place, `p${person}`);
      await db
        .updateTable("contact")
        .set({ channel: "post", address })
        .where("id", "=", id)
        .execute();
      const bodies = Array.from({ length: each }, (_, index) => ({
        text: `${index} ${newId("m")}`,
      }));
      await say(db, vault, {
        ...{ contact: { id, says: 0, channel: "post" }, about: undefined, bodies, language: "id" },
        ...{ state: "due", isAnswer: true, now: start },
      });
    });
  }
}
