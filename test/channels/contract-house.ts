/** The house behind a channel under the contract: real inbox, real database, real ways out; what arrives is written down. */
import { expect, onTestFinished } from "vitest";
import type { Channel, Inbound, Inward, Says, SendOutcome } from "../../src/channels/channel.ts";
import { receive, saysAfter } from "../../src/inbox/receive.ts";
import { openLanes } from "../../src/outbox/lanes.ts";
import { withGates } from "../../src/outbox/open.ts";
import { realTime } from "../../src/outbox/pacing/time.ts";
import { eachDatabase } from "../databases.ts";
import { deliver } from "../outbox/round.ts";
import { unhurried } from "../outbox/unhurried.ts";
import { through } from "../outbox/with-lanes.ts";
import { openWorld } from "../world.ts";
import type { Phone, Stand } from "./stand.ts";

/** A channel knows nothing of the database, so that one kind is enough. */
const [{ fresh }] = eachDatabase;

export type Arrived = Pick<Inbound, "from" | "id" | "heard" | "under"> & {
  readonly kept: boolean;
};

export type ContractHouse = Awaited<ReturnType<typeof openContractHouse>>;

/** Opens the stand's channel onto a house of its own. */
export async function openContractHouse(stand: Stand) {
  const { database } = await fresh();
  const world = openWorld(database);
  const { vault, clock } = world;
  const channels = new Map<string, Channel>();
  // Hours that a test lets pass have passed for the pauses too.
  const time = { ...realTime, now: () => clock().getTime() + realTime.now() };
  const needs = withGates({
    ...{ database, vault, clock, channels, time },
    log: { warn: () => undefined },
  });
  const lanes = openLanes(needs);
  await lanes.takeOver();
  onTestFinished(() => lanes.close());
  const inbox = through(world, lanes);
  const arrived: Arrived[] = [];
  const reached: { readonly from: string; readonly reach: "blocked" | "open" }[] = [];
  const reported: { readonly key: string; readonly outcome: SendOutcome }[] = [];
  let before: (inbound: Inbound) => Promise<void> = async () => undefined;

  const inward: Inward = {
    receive: async (inbound) => {
      const { from, id, heard, under } = inbound;
      const note = (kept: boolean) =>
        arrived.push({ from, id, heard, kept, ...(under === undefined ? {} : { under }) });
      try {
        await before(inbound);
        await receive(inbox, inbound);
      } catch (error) {
        note(false);
        throw error;
      }
      note(true);
    },
    reach: async ({ from }, reach) => {
      reached.push({ from, reach });
    },
    reported: async (key, outcome) => {
      reported.push({ key, outcome });
    },
  };

  const drain = async () => {
    do await expect.poll(() => lanes.inHand.size, patience).toBe(0);
    while ((await deliver({ ...needs, inHand: lanes.inHand })) > 0);
  };
  const kept = () => arrived.filter((one) => one.kept);

  /** Opens a channel onto this house; how fast it may send is not looked at here. */
  const open = async (channel: Channel) => {
    channels.set(channel.name, { ...channel, pace: unhurried.pace });
    onTestFinished(() => channel.close());
    await channel.open(inward);
  };
  await open(stand.channel);

  return {
    database,
    open,
    arrived,
    kept,
    reached,
    reported,
    /** Everything that can go out now has gone out. */
    drain,
    /** What was put off is due, and goes out. */
    later: async () => {
      world.pass(7);
      await drain();
    },
    /** From now on this happens to each message before it is kept; what throws keeps it from being kept. */
    meets: (does: (inbound: Inbound) => Promise<void>) => {
      before = does;
    },
    /** Does it, waits until so many messages more were kept, and until all that was said on it has gone out. */
    after: async (does: () => Promise<void>, count = 1) => {
      const before = kept().length;
      await does();
      await expect.poll(() => kept().length - before, patience).toBeGreaterThanOrEqual(count);
      await drain();
    },
    /** All that was said to the person, in order. */
    saidTo: async ({ address, account }: Phone): Promise<readonly Says[]> => {
      const at = { channel: stand.channel.name, account, from: address };
      const received = await saysAfter(inbox, at, 0);
      return received.kind === "says" ? received.says : [];
    },
    /** How many rows of the outbox are in each state. */
    rows: async () => {
      const rows = await database.read.selectFrom("outbox").select("state").execute();
      return Object.fromEntries(
        [...Map.groupBy(rows, ({ state }) => state)].map(([state, all]) => [state, all.length]),
      );
    },
  };
}

export const patience = { timeout: 20_000, interval: 10 };
