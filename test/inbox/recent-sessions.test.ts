/** What is kept in memory of a session is never older than, or other than, what is in the database. */
import { expect, test } from "vitest";
import { newSession, type Session } from "../../src/conversation/session.ts";
import { receive } from "../../src/inbox/receive.ts";
import { openRecentSessions } from "../../src/inbox/recent-sessions.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, realMaterial } from "../world.ts";

const material = realMaterial();
const session = (): Session => newSession("2026-11-25T02:00:00.000Z");
const bytes = (text: string) => Buffer.from(text);

test("known again by its sealed bytes, and by nothing else", () => {
  const recent = openRecentSessions(2);
  const kept = session();
  recent.keep("e-1", bytes("one"), kept, material);
  expect(recent.in("e-1", bytes("one"), material)).toBe(kept);
  // Saved by another process since, or undone.
  expect(recent.in("e-1", bytes("two"), material)).toBeUndefined();
  expect(recent.in("e-2", bytes("one"), material)).toBeUndefined();
  // Today's flow may take an answer differently.
  expect(recent.in("e-1", bytes("one"), { ...material })).toBeUndefined();
});

test("the eldest goes first, and whoever is erased goes at once", () => {
  const recent = openRecentSessions(2);
  for (const id of ["e-1", "e-2", "e-1", "e-3"]) recent.keep(id, bytes(id), session(), material);
  const has = (id: string) => recent.in(id, bytes(id), material) !== undefined;
  expect(["e-1", "e-2", "e-3"].map(has)).toEqual([true, false, true]);
  recent.forget("e-3");
  expect(has("e-3")).toBe(false);
  recent.clear();
  expect(has("e-1")).toBe(false);
});

test("with none kept, none is found", () => {
  const recent = openRecentSessions(0);
  recent.keep("e-1", bytes("one"), session(), material);
  expect(recent.in("e-1", bytes("one"), material)).toBeUndefined();
});

test("a turn that was undone leaves nothing behind: the next one goes on from what is saved", async () => {
  const { database } = await eachDatabase[0].fresh();
  const world = openWorld(database, { recent: openRecentSessions(10) });
  const siti = { channel: "web-chat", account: "web", from: "siti" };
  const say = (needs: typeof world, id: string, text: string) =>
    receive(needs, { ...siti, id, heard: { kind: "text", text } });
  for (const [at, text] of ["halo", "daftar", "ya"].entries()) await say(world, `m${at}`, text);
  // The last write of the turn fails, after the session was kept in memory.
  const { vault } = world;
  const failing = {
    ...world,
    vault: {
      ...vault,
      seal: (...[key, place, text]: Parameters<typeof vault.seal>) => {
        if (place.table === "outbox") throw new Error("the disk is full");
        return vault.seal(key, place, text);
      },
    },
  };
  await expect(say(failing, "m4", "kerja sendiri")).rejects.toThrow("the disk is full");
  const after = await say(world, "m5", "sampai mana");
  expect(JSON.stringify(after)).toContain("sampai pertanyaan 2 dari 13");
});
