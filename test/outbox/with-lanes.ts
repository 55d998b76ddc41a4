/** A world in which what a turn says leaves straight from memory. */
import { onTestFinished } from "vitest";
import type { Sender } from "../../src/channels/channel.ts";
import { type Lanes, openLanes } from "../../src/outbox/lanes.ts";
import type { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";
import { needsOf } from "./post-office.ts";
import { drain as drainAll } from "./round.ts";

/** A world whose turns leave by lanes. Nothing is sent from the table unless a test asks for it. */
export async function worldWithLanes(fresh: Fresh, channel: Sender) {
  const { database } = await fresh();
  const table = openWorld(database);
  const needs = needsOf(table, channel);
  const lanes = openLanes(needs);
  await lanes.takeOver();
  onTestFinished(() => lanes.close());
  const world = through(table, lanes);
  const drain = () => drainAll({ ...needs, inHand: lanes.inHand });
  return { database, world, table, lanes, needs, drain };
}

/** The same world, and its turns leave by these lanes. */
export function through(world: World, lanes: Lanes): World {
  // Spread would freeze what the world works out at each look.
  return Object.create(world, { lanes: { value: lanes } });
}

type Fresh = (typeof eachDatabase)[number]["fresh"];
