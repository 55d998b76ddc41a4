import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { loadFindings } from "../../src/submissions/load.ts";
import type { Check } from "../../src/validation/checks/check.ts";
import { eachDatabase } from "../databases.ts";
import { budi, handIn, siti, testVault, wrappedKeyOf } from "../submissions/hand-in.ts";
import { allLookedAt, attention, handInMany, openOn, pace, statesOf } from "./room.ts";
import { eventually, everythingIn, patient, queueServers } from "./servers.ts";

describe.each(eachDatabase)("machines look first, on $kind", patient, ({ fresh }) => {
  test("what was handed in is looked at, and the findings are there for staff", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const id = await handIn(database, vault, { ...siti, birth_date: "1990-01-16" });
    await handIn(database, vault, { ...budi, nik: siti.nik });
    const { ring } = openOn(database, vault, {});
    ring();
    await eventually(async () => expect(await statesOf(database)).toEqual(["awaiting-review"]));
    const { applicant_id } = await database.read
      .selectFrom("submission")
      .select("applicant_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const wrapped = await wrappedKeyOf(database.read, applicant_id);
    const dataKey = vault.dataKey(applicant_id, wrapped ?? Buffer.alloc(0));
    const findings = await loadFindings(database.read, vault, dataKey, { id, revision: 1 });
    expect(findings.map(({ kind, about }) => [kind, about])).toEqual([
      ["nik-known", "nik"],
      ["nik-date-differs", "birth_date"],
    ]);
  });
});

const sqlite = eachDatabase[0];

const only = (name: string, look: Check["look"]): Check => ({ name, kinds: {}, look });

describe.each(queueServers)("nothing handed in is forgotten, on $name", patient, ({ start }) => {
  test("the server is emptied again and again", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const { server, look } = await start();
    const validation = openOn(database, vault, { server });
    const ids: string[] = [];
    for (let flush = 0; flush < 5; flush += 1) {
      ids.push(...(await handInMany(database, vault, 6)));
      validation.ring();
      await look((redis) => redis.flushall());
    }
    await allLookedAt(database, ids);
  });

  test("the server is killed again and again", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const running = await start();
    const validation = openOn(database, vault, { server: running.server });
    const ids: string[] = [];
    for (let death = 0; death < 2; death += 1) {
      ids.push(...(await handInMany(database, vault, 8)));
      validation.ring();
      await eventually(async () => expect(await statesOf(database)).toContain("awaiting-review"));
      await running.kill();
      ids.push(...(await handInMany(database, vault, 5)));
      validation.ring();
      await running.back();
    }
    await allLookedAt(database, ids);
  });

  test("the server is frozen for a while", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const { server, freeze, thaw } = await start();
    const slow = { ...pace, callMs: 200 };
    const { ring, log, status } = openOn(database, vault, { server, pace: slow });
    await eventually(() => expect(status().connected).toBe(true));
    freeze();
    onTestFinished(thaw);
    const ids = await handInMany(database, vault, 5);
    ring();
    await eventually(() => expect(log.events.map(({ event }) => event)).toContain("bell.silent"));
    expect(await statesOf(database)).toEqual(["received"]);
    thaw();
    await allLookedAt(database, ids);
  });

  test("a registration that no check can bear is shown to staff, and holds nobody up", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const { server } = await start();
    const poison = only("poison", async ({ name }) => {
      if (name === "Wayan") throw new Error("no check can bear this");
      return [];
    });
    const wayan = await handIn(database, vault, { ...siti, name: "Wayan" });
    const others = await handInMany(database, vault, 8);
    const { log } = openOn(database, vault, { server, checks: [poison] });
    await eventually(async () => {
      for (const id of others)
        expect(await attention(database, id)).toMatchObject({ state: "awaiting-review" });
    });
    await eventually(async () => {
      expect((await attention(database, wayan)).needs_attention_at).not.toBeNull();
    });
    expect(log.events.map(({ event }) => event)).toContain("validation.gave-up");
    const tries = () => log.events.filter(({ event }) => event === "validation.failed").length;
    const triesThen = tries();
    expect(triesThen).toBeGreaterThanOrEqual(pace.tries);
    // What is shown to staff is let be, however long it has not been rung for.
    await setTimeout(pace.ringAgainMs * 2);
    expect(tries() - triesThen).toBeLessThanOrEqual(pace.tries);
    expect((await attention(database, wayan)).state).toBe("received");
  });

  test("a check that never ends is cut off, tried again, and shown to staff", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const { server } = await start();
    const id = await handIn(database, vault);
    const endless = only("endless", () => new Promise(() => undefined));
    openOn(database, vault, { server, checks: [endless], pace: { ...pace, checksMs: 100 } });
    await eventually(async () => {
      expect((await attention(database, id)).needs_attention_at).not.toBeNull();
    });
  });

  test("nothing of a person ever lies in the server", async () => {
    const { database } = await sqlite.fresh();
    const vault = testVault();
    const { server, look } = await start();
    const seen: string[] = [];
    const looking = only("looking", async (registration) => {
      seen.push(await look(everythingIn));
      throw new Error(`${registration.name} ${registration.nik} ${registration.phone}`);
    });
    const id = await handIn(database, vault);
    openOn(database, vault, { server, checks: [looking] });
    await eventually(async () => {
      expect((await attention(database, id)).needs_attention_at).not.toBeNull();
    });
    seen.push(await look(everythingIn));
    const everything = seen.join("\n");
    expect(everything).toContain(id);
    for (const marker of [siti.name, siti.nik, siti.phone, siti.address]) {
      expect(everything).not.toContain(marker);
    }
  });
});
