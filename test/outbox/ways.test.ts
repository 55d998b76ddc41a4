/** Each channel's messages go their own way out: whatever is the matter with another is no matter to them. */
import { expect, onTestFinished, test } from "vitest";
import type { Sender, SendOutcome } from "../../src/channels/channel.ts";
import type { Db } from "../../src/database/open.ts";
import { dueMessages } from "../../src/outbox/due-store.ts";
import { openDelivery } from "../../src/outbox/open.ts";
import { addContact, at as start } from "../database/people.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";
import { postOffice } from "./post-office.ts";
import { unhurried } from "./unhurried.ts";

const now = new Date(start);

/** So many people, each of whom is to be told so many things by the channel; earlier than what came before. */
async function waiting(world: World, channel: string, people: number, each: number) {
  const { database, vault } = world;
  await database.grouped(async (db) => {
    for (let person = 0; person < people; person += 1) {
      const id = await addContact(db, `${channel} ${person}`);
      const place = { table: "contact", row: id, column: "address" };
      const address = vault.seal(vault.rootKey, place, `${channel} ${person}`);
      await db.updateTable("contact").set({ channel, address }).where("id", "=", id).execute();
      for (let says = 1; says <= each; says += 1) await addDue(db, world, channel, id, says);
    }
  });
}

async function addDue(db: Db, { vault }: World, channel: string, contact_id: string, says: number) {
  const place = { table: "outbox", row: `${contact_id}:${says}`, column: "body" };
  const body = vault.seal(vault.rootKey, place, JSON.stringify({ text: "Apa kabar?" }));
  await db
    .insertInto("outbox")
    .values({
      ...{ contact_id, says_id: says, applicant_id: null, body, channel, state: "due" },
      ...{ due_at: start, attempts: 0, reason: null, created_at: start, done_at: null },
    })
    .execute();
}

test.each<readonly [string, () => Promise<SendOutcome>]>([
  ["hangs", () => new Promise(() => undefined)],
  ["is down", async () => ({ kind: "channel-down", afterMs: 60_000 })],
  [
    "asks for a minute",
    async () => ({ kind: "later", afterMs: 60_000, cause: "asked", whole: true }),
  ],
])("a channel that %s, with a thousand waiting, holds up no other", async (_what, answer) => {
  const { database } = await eachDatabase[0].fresh();
  const world = openWorld(database, { clock: () => now });
  await waiting(world, "away", 1_000, 1);
  await waiting(world, "post", 5, 3);
  let tried = 0;
  const away: Sender = {
    ...unhurried,
    send: () => {
      tried += 1;
      return answer();
    },
  };
  const office = postOffice();
  const channels = new Map([
    ["away", away],
    ["post", office.channel],
  ]);
  const log = { warn: () => undefined };
  // Closing waits for what hangs; nobody waits for the closing.
  const delivery = openDelivery({ ...world, channels, log }, 50);
  onTestFinished(() => void delivery.close());
  await expect.poll(() => office.sent.length, { timeout: 20_000 }).toBe(15);
  expect(tried).toBeLessThanOrEqual(64);
});

test("what is due is found at once, whoever else waits and however much one was told before", async () => {
  const { database } = await eachDatabase[0].fresh();
  const world = openWorld(database, { clock: () => now });
  await waiting(world, "away", 5_000, 1);
  await waiting(world, "post", 1, 1_500);
  await database.grouped((db) =>
    db
      .updateTable("outbox")
      .set({ state: "sent" })
      .where("channel", "=", "post")
      .where("says_id", "<=", 500)
      .execute(),
  );
  const look = async (channel: string) => {
    const before = process.cpuUsage();
    const found = await dueMessages(database.read, { channel, now: start, limit: 128 });
    return { found, ms: process.cpuUsage(before).user / 1_000 };
  };
  await look("post");
  const [post, away] = [await look("post"), await look("away")];
  expect(post.found.map(({ says_id }) => says_id)).toEqual([501]);
  expect(away.found).toHaveLength(128);
  process.stdout.write(
    `what is due: ${away.ms.toFixed(1)} ms among 5,000 people, ${post.ms.toFixed(1)} ms among a thousand to one\n`,
  );
  expect(Math.max(post.ms, away.ms)).toBeLessThan(15);
});
