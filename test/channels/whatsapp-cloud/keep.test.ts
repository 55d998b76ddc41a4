/** Each person's one after the other: what waits goes by its time, and nothing passes what is missing. */
import { expect, test } from "vitest";
import type { Inbound } from "../../../src/channels/channel.ts";
import { openKeeping } from "../../../src/channels/whatsapp-cloud/hearing/keep.ts";

/** A house that keeps one when the test says so. */
function arranged() {
  const kept: string[] = [];
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  let now = 0;
  const receive = async ({ id }: Inbound) => {
    await new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
    kept.push(id);
  };
  const keep = openKeeping(receive, () => new Date(now));
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    kept,
    waiting,
    /** Delivered, and how it ended. */
    arrives: (id: string, at: number, from = "siti") => {
      const address = { channel: "whatsapp-cloud", account: "1", from };
      const inbound: Inbound = { ...address, id, heard: { kind: "text", text: id } };
      return keep({ inbound, at }).then(
        () => `${id} kept`,
        () => `${id} again`,
      );
    },
    keeps: async (id: string) => {
      await settle();
      waiting.get(id)?.resolve();
      waiting.delete(id);
      await settle();
    },
    fails: async (id: string) => {
      await settle();
      waiting.get(id)?.reject(new Error("the database is locked"));
      waiting.delete(id);
      await settle();
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test("of what waits, the earlier goes first", async () => {
  const { arrives, keeps, kept } = arranged();
  void arrives("one", 1);
  await keeps("nobody");
  for (const [id, at] of [
    ["four", 4],
    ["two", 2],
    ["three", 3],
  ] as const)
    void arrives(id, at);
  for (const id of ["one", "two", "three", "four"]) await keeps(id);
  expect(kept).toEqual(["one", "two", "three", "four"]);
});

test("never two of a person at once, and people do not wait for each other", async () => {
  const { arrives, keeps, waiting } = arranged();
  void arrives("one", 1);
  void arrives("two", 2);
  void arrives("other", 9, "budi");
  await keeps("nobody");
  expect([...waiting.keys()]).toEqual(["one", "other"]);
});

test("one that is not kept takes along what was sent after it, and nothing of anybody else", async () => {
  const { arrives, fails, keeps, kept } = arranged();
  const ends = [arrives("one", 1), arrives("two", 2), arrives("other", 9, "budi")];
  await fails("one");
  await keeps("other");
  expect(await Promise.all(ends)).toEqual(["one again", "two again", "other kept"]);
  const later = [arrives("two", 2), arrives("one", 1)];
  await keeps("one");
  await keeps("two");
  expect(await Promise.all(later)).toEqual(["two kept", "one kept"]);
  expect(kept).toEqual(["other", "one", "two"]);
});

test("what was sent before the missing one need not wait for it", async () => {
  const { arrives, fails, keeps } = arranged();
  const two = arrives("two", 2);
  await fails("two");
  const one = arrives("one", 1);
  await keeps("one");
  expect(await Promise.all([two, one])).toEqual(["two again", "one kept"]);
});

test("two are missing: the earlier is waited for", async () => {
  const { arrives, fails } = arranged();
  void arrives("two", 2);
  await fails("two");
  void arrives("one", 1);
  await fails("one");
  expect(await arrives("two", 2)).toBe("two again");
});

test("it is waited for a minute", async () => {
  const { arrives, fails, keeps, pass } = arranged();
  void arrives("one", 1);
  await fails("one");
  pass(59_999);
  expect(await arrives("two", 2)).toBe("two again");
  pass(1);
  const two = arrives("two", 2);
  await keeps("two");
  expect(await two).toBe("two kept");
});
