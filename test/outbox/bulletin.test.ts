/** Who waits for news is woken for their own contact, by the slow beat, and no more after they left. */
import { expect, onTestFinished, test, vi } from "vitest";
import { openBulletin } from "../../src/outbox/bulletin.ts";

function bulletinOf(beatMs = 60_000) {
  const bulletin = openBulletin(beatMs);
  onTestFinished(() => bulletin.close());
  return bulletin;
}

test("an announcement wakes everybody who waits for that contact, and nobody else", () => {
  const bulletin = bulletinOf();
  const [siti, sitiToo, budi] = [vi.fn(), vi.fn(), vi.fn()];
  bulletin.listen("siti", siti);
  bulletin.listen("siti", sitiToo);
  bulletin.listen("budi", budi);
  bulletin.announce("siti");
  bulletin.announce("nobody");
  expect([siti, sitiToo, budi].map((wake) => wake.mock.calls.length)).toEqual([1, 1, 0]);
});

test("who left is not woken", () => {
  const bulletin = bulletinOf();
  const [first, second] = [vi.fn(), vi.fn()];
  const leave = bulletin.listen("siti", first);
  const leaveToo = bulletin.listen("siti", second);
  leave();
  bulletin.announce("siti");
  leaveToo();
  bulletin.announce("siti");
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

test("the beat wakes everybody: another process may have written", async () => {
  const bulletin = bulletinOf(5);
  const wake = vi.fn();
  bulletin.listen("siti", wake);
  await expect.poll(() => wake.mock.calls.length).toBeGreaterThan(1);
});

test("while the contact is looked up nothing is missed: the first look comes at once", async () => {
  const bulletin = bulletinOf();
  const wake = vi.fn();
  const leave = bulletin.listenWhenKnown(Promise.resolve("siti"), wake);
  await expect.poll(() => wake.mock.calls.length).toBe(1);
  bulletin.announce("siti");
  leave();
  bulletin.announce("siti");
  expect(wake).toHaveBeenCalledTimes(2);
});

test.each([
  ["who left meanwhile", () => Promise.resolve("siti"), true],
  ["a contact that nobody knows", () => Promise.resolve(undefined), false],
  ["a look-up that failed", () => Promise.reject(new Error("the database is away")), false],
])("is never woken: %s", async (_who, lookUp, leavesAtOnce) => {
  const bulletin = bulletinOf();
  const contact: Promise<string | undefined> = lookUp();
  const wake = vi.fn();
  const leave = bulletin.listenWhenKnown(contact, wake);
  if (leavesAtOnce) leave();
  await contact.catch(() => undefined);
  bulletin.announce("siti");
  expect(wake).not.toHaveBeenCalled();
});
