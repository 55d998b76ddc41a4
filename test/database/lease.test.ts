import { describe, expect, test } from "vitest";
import { holderOf, leaseMs, releaseLease, takeLease } from "../../src/database/lease.ts";
import type { Database } from "../../src/database/open.ts";
import { eachDatabase, openForTest } from "../databases.ts";

const start = Date.parse("2026-11-25T02:00:00.000Z");
const first = holderOf("palembang", 10, "a");

const asks = (
  database: Database,
  holder: string,
  afterMs: number,
  living: readonly number[] = [10, 20],
) =>
  database.grouped((db) =>
    takeLease(db, "background", holder, new Date(start + afterMs), (pid) => living.includes(pid)),
  );

describe.each(eachDatabase)("the lease on $kind", ({ fresh }) => {
  test.each([
    [
      "another program on this host waits while the holder lives",
      holderOf("palembang", 20, "b"),
      1_000,
      [10, 20],
      false,
    ],
    [
      "a holder that died on this host loses it at once",
      holderOf("palembang", 20, "b"),
      1_000,
      [20],
      true,
    ],
    [
      "a program on another host cannot know and waits",
      holderOf("lahat", 20, "b"),
      1_000,
      [20],
      false,
    ],
    ["after its time anyone takes it", holderOf("lahat", 20, "b"), leaseMs, [10, 20], true],
    [
      "the same pid with another mark is a container that began again",
      holderOf("palembang", 10, "b"),
      1_000,
      [10],
      true,
    ],
    [
      "a clock that was set back by an hour does not hold it for an hour",
      holderOf("lahat", 20, "b"),
      -3_600_000,
      [10],
      true,
    ],
    ["the holder renews", first, 5_000, [10], true],
  ])("%s", async (_why, holder, afterMs, living, isMine) => {
    const { database } = await fresh();
    expect(await asks(database, first, 0)).toEqual({ isMine: true });
    expect(await asks(database, holder, afterMs, living)).toEqual(
      isMine ? { isMine: true } : { isMine: false, holder: first },
    );
  });

  test("renewed, it lasts from then on", async () => {
    const { database } = await fresh();
    await asks(database, first, 0);
    await asks(database, first, 10_000);
    expect(await asks(database, holderOf("lahat", 20, "b"), leaseMs + 5_000)).toEqual({
      isMine: false,
      holder: first,
    });
  });

  test("given back, the next one need not wait; only the holder can give it back", async () => {
    const { database } = await fresh();
    const second = holderOf("lahat", 20, "b");
    await asks(database, first, 0);
    await database.grouped((db) => releaseLease(db, "background", second));
    expect(await asks(database, second, 1)).toEqual({ isMine: false, holder: first });
    await database.grouped((db) => releaseLease(db, "background", first));
    expect(await asks(database, second, 1)).toEqual({ isMine: true });
  });

  test("of many programs that ask at once one gets it, when it is free and when it lapsed", async () => {
    const { database, where } = await fresh();
    const others = await Promise.all([1, 2, 3].map(() => openForTest(where)));
    for (const afterMs of [0, leaseMs + 1]) {
      const answers = await Promise.all(
        [database, ...others].map((one, at) =>
          asks(one, holderOf(`host-${at}-${afterMs}`, 1, "x"), afterMs),
        ),
      );
      expect(answers.filter(({ isMine }) => isMine)).toHaveLength(1);
    }
  });
});
