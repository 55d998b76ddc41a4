/** `npm start` holds a lease: a second one beside it does not get it, and a database that takes no writes is noticed. */
import { hostname } from "node:os";
import { describe, expect, test, vi } from "vitest";
import { holdLease } from "../../src/database/hold-lease.ts";
import type { Database } from "../../src/database/open.ts";
import { eachDatabase } from "../databases.ts";

const needsOf = (database: Database, log = { error: vi.fn() }) => ({
  database,
  name: "background",
  log,
  everyMs: 10,
});

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("a living process has it: nobody else gets it, until it is given back", async () => {
    const { database } = await fresh();
    // The parent of this process lives as long as this test.
    const holder = `${hostname()}/${process.ppid}/mark`;
    const until = new Date(Date.now() + 60_000).toISOString();
    await database.grouped((db) =>
      db.insertInto("lease").values({ name: "background", holder, until }).execute(),
    );
    expect(await holdLease(needsOf(database))).toBeUndefined();
    await database.grouped((db) => db.deleteFrom("lease").execute());
    const lease = await holdLease(needsOf(database));
    expect(lease?.isWell()).toBe(true);
    await lease?.release();
    expect(await database.read.selectFrom("lease").selectAll().execute()).toEqual([]);
  });

  test("taken by somebody else meanwhile: said once, and not well", async () => {
    const { database } = await fresh();
    const log = { error: vi.fn() };
    const lease = await holdLease(needsOf(database, log));
    const until = new Date(Date.now() + 60_000).toISOString();
    await database.grouped((db) =>
      db.updateTable("lease").set({ holder: "elsewhere/1/x", until }).execute(),
    );
    await expect.poll(() => lease?.isWell()).toBe(false);
    await lease?.release();
    expect(log.error.mock.calls).toEqual([[{ event: "lease.lost", name: "background" }]]);
  });

  test("the database takes no writes for a while: not well, then well again", async () => {
    const { database } = await fresh();
    const log = { error: vi.fn() };
    let isFull = false;
    const failing: Database = {
      ...database,
      grouped: (work) =>
        isFull ? Promise.reject(new Error("the disk is full")) : database.grouped(work),
    };
    const lease = await holdLease(needsOf(failing, log));
    isFull = true;
    await expect.poll(() => lease?.isWell()).toBe(false);
    isFull = false;
    await expect.poll(() => lease?.isWell()).toBe(true);
    await lease?.release();
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ event: "lease.not-renewed", name: "background" }),
    );
  });
});
