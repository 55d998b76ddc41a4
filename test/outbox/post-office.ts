/** A channel that is sent to, with its rooms: answers what it is told to, and remembers what it was given. */
import type { Outbound, Sender, SendOutcome } from "../../src/channels/channel.ts";
import type { Database } from "../../src/database/open.ts";
import { receive } from "../../src/inbox/receive.ts";
import type { SendingNeeds } from "../../src/outbox/needs.ts";
import { withGates } from "../../src/outbox/open.ts";
import type { World } from "../world.ts";
import { unhurried } from "./unhurried.ts";

/** Answers in this order, then always that it was sent. */
export function postOffice(answers: readonly SendOutcome[] = []) {
  const sent: Outbound[] = [];
  const left = [...answers];
  const channel: Sender = {
    ...unhurried,
    send: async (outbound) => {
      sent.push(outbound);
      return left.shift() ?? { kind: "sent", ref: `r${sent.length}` };
    },
  };
  return { channel, sent, ids: () => sent.map(({ to, says }) => `${to}:${says.id}`) };
}

export function needsOf(world: World, channel: Sender): SendingNeeds {
  const { database, vault, clock } = world;
  return withGates({
    database,
    vault,
    clock,
    channels: new Map([["post", channel]]),
    log: { warn: () => undefined },
  });
}

export function hear(world: World, from: string, text: string, id = text) {
  const heard = { kind: "text", text } as const;
  return receive(world, { channel: "post", account: "box", from, id, heard });
}

export function rows(database: Database) {
  return database.read
    .selectFrom("outbox")
    .select(["says_id", "state", "reason", "attempts"])
    .orderBy("says_id")
    .execute();
}
