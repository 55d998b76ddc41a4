/**
 * Delivers what is due by a channel that writes into a file what it has sent, and is killed at its so-manieth message:
 * the other side has it, and the row is not marked. Its clock is as many minutes ahead as it is told.
 */
import { appendFileSync, writeSync } from "node:fs";
import type { Sender } from "../../src/channels/channel.ts";
import { openDatabase } from "../../src/database/open.ts";
import { withGates } from "../../src/outbox/open.ts";
import { openVault } from "../../src/vault/vault.ts";
import { drain } from "../outbox/round.ts";
import { unhurried } from "../outbox/unhurried.ts";

const [where = "", key = "", sentTo = "", last = "", minutes = ""] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(where));
let left = Number(last);

const post: Sender = {
  ...unhurried,
  send: async ({ to, says }) => {
    appendFileSync(sentTo, `${to} ${says.id}\n`);
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
    return { kind: "sent" };
  },
};

const needs = withGates({
  database,
  vault: openVault(Buffer.from(key, "hex")),
  channels: new Map([["post", post]]),
  clock: () => new Date(Date.now() + Number(minutes) * 60_000),
  log: { warn: () => undefined },
});
await drain(needs);
await database.close();
writeSync(1, "done\n");
