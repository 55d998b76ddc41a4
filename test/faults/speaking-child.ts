/**
 * The real rooms with a channel that is sent to: what was left by the process before is sent, then people speak, what
 * is said leaves straight away, and the process is killed at its so-manieth sending: the other side has the message,
 * and the row is not marked.
 */
import { appendFileSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Sender } from "../../src/channels/channel.ts";
import { readConfig } from "../../src/config.ts";
import { openHouse } from "../../src/house.ts";
import { receive } from "../../src/inbox/receive.ts";
import { openLog } from "../../src/log.ts";
import { unhurried } from "../outbox/unhurried.ts";
import { realMaterial } from "../world.ts";

const [where = "", key = "", sentTo = "", last = "", life = "", people = "", texts = ""] =
  process.argv.slice(2);
const { folder } = JSON.parse(where);
const read = readConfig({ DATA_DIR: folder, DATA_KEY_FILE: key, BACKUP_KEEP: "0" });
if ("faults" in read) throw new Error(JSON.stringify(read.faults));
let left = Number.POSITIVE_INFINITY;

const post: Sender = {
  ...unhurried,
  send: async ({ to, says }) => {
    // Somebody's network: others are sent to meanwhile.
    await pause(says.id % 4);
    appendFileSync(sentTo, `${to} ${says.id}\n`);
    left -= 1;
    // By way of the table it would be another test.
    if (left === 0 && lanes.inHand.size > 0) process.kill(process.pid, "SIGKILL");
    return { kind: "sent" };
  },
};

const channels = new Map([["post", post]]);
const house = await openHouse(read.config, openLog("silent"), realMaterial(), channels);
if (house.delivery === undefined) throw new Error("somebody else delivers");
const { lanes } = house.delivery;
await lanes.takeOver();
await allSent();
left = Number(last);
await Promise.all(
  people.split(",").map(async (from) => {
    for (const text of texts.split(",")) {
      const address = { channel: "post", account: "box", from };
      const id = `${life} ${text}`;
      await receive(house.inbox, { ...address, id, heard: { kind: "text", text } });
    }
  }),
);
await allSent();
await house.close();
writeSync(1, "done\n");

async function allSent(): Promise<void> {
  for (;;) {
    const [row] = await house.database.read
      .selectFrom("outbox")
      .select("says_id")
      .where("state", "!=", "sent")
      .limit(1)
      .execute();
    if (row === undefined) return;
    await pause(10);
  }
}
