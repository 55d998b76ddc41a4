/** Somebody writes while what they were told before has failed and is to be tried hours later. */
import { describe, expect, test } from "vitest";
import type { SendOutcome } from "../../src/channels/channel.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld } from "../world.ts";
import { hear, needsOf, postOffice, rows } from "./post-office.ts";
import { drain } from "./round.ts";
import { states } from "./told.ts";

const second = 1 / 3_600;
const failed: SendOutcome = { kind: "later", afterMs: 0, cause: "failed" };
/** Hours after which the next try is due, each time. */
const pauses = [0, 0.01, 0.01, 0.05, 0.2, 0.6];

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  /** Siti was told three things, and the first of them failed so often that it is to be tried in two hours. */
  async function failing(more: number) {
    const { database } = await fresh();
    const world = openWorld(database);
    await hear(world, "siti", "halo");
    const office = postOffice(Array.from({ length: pauses.length + more }, () => failed));
    const needs = needsOf(world, office.channel);
    for (const hours of pauses) {
      world.pass(hours);
      await drain(needs);
    }
    expect(office.sent).toHaveLength(pauses.length);
    office.sent.length = 0;
    const pass = async (seconds: number) => {
      world.pass(seconds * second);
      await drain(needs);
    };
    return { database, world, office, pass };
  }

  test("she is answered within seconds, in order, and waits for no pause that was made before she wrote", async () => {
    const { database, world, office, pass } = await failing(0);
    await pass(60);
    expect(office.sent).toEqual([]);
    await hear(world, "siti", "bantuan");
    await pass(10);
    const ids = office.sent.map(({ says }) => says.id);
    expect(ids).toEqual(ids.map((_id, at) => at + 1));
    expect(ids.length).toBeGreaterThan(3);
    expect((await rows(database)).every(({ state }) => state === "sent")).toBe(true);
  });

  test("ten impatient words use up one try, not ten", async () => {
    const { database, world, office, pass } = await failing(9);
    for (let word = 0; word < 10; word += 1) {
      await hear(world, "siti", "bantuan", `m${word}`);
      await pass(0.5);
    }
    await pass(10);
    expect(office.sent.map(({ says }) => says.id)).toEqual([1]);
    expect(await states(database)).toMatch(/^due 7, due/);
  });

  test("what never arrives does not hold her up for ever", async () => {
    const { database, world, office, pass } = await failing(2);
    for (const word of ["bantuan", "ulang"]) {
      await hear(world, "siti", word);
      await pass(10);
    }
    expect(await states(database)).toMatch(/^given-up too-many-attempts 8, sent, sent/);
    const ids = office.sent.map(({ says }) => says.id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  });
});
