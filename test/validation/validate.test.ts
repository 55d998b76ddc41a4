import { describe, expect, test } from "vitest";
import type { Database } from "../../src/database/open.ts";
import type { Registration } from "../../src/enrolment/registration.ts";
import { loadFindings } from "../../src/submissions/load.ts";
import { submit } from "../../src/submissions/submit.ts";
import type { Check } from "../../src/validation/checks/check.ts";
import { allChecks, validate } from "../../src/validation/validate.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { eachDatabase } from "../databases.ts";
import { at, handIn, put, ready, siti, testVault, wrappedKeyOf } from "../submissions/hand-in.ts";
import { statesOf } from "./room.ts";
import { yardsticks } from "./yardsticks.ts";

async function handedIn(database: Database, vault: Vault, registration: Registration) {
  const submitting = await ready(database, vault, registration);
  const id = String(await database.grouped((db) => submit(db, vault, submitting)));
  const look = (checks: readonly Check[] = allChecks) =>
    validate(
      { database, vault, clock: () => new Date(at), wrappedKeyOf, checks, yardsticks },
      { submission: id, revision: 1 },
    );
  const kinds = async () => {
    const { dataKey } = submitting;
    const findings = await loadFindings(database.read, vault, dataKey, { id, revision: 1 });
    return findings.map(({ kind, detail }) => [kind, detail]);
  };
  return { id, look, kinds };
}

describe.each(eachDatabase)("the machines' look, on $kind", ({ fresh }) => {
  test("however often it is taken, its findings are there once", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const { look, kinds } = await handedIn(database, vault, { ...siti, segment: "wage" });
    const moved = await Promise.all([look(), look(), look()]);
    expect(moved.filter((isMoved) => isMoved)).toHaveLength(1);
    expect(await look()).toBe(false);
    expect((await kinds()).map(([kind]) => kind)).toEqual(["works-for-wages"]);
  });

  test("people on one phone are counted by keyed hash, each once, the withdrawn left out", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const numbers = ["2", "3", "4", "5", "6"].map((end) => `169901550190000${end}`);
    const [withdrawn = ""] = await Promise.all(
      numbers.map((nik) => handIn(database, vault, { ...siti, nik })),
    );
    await handIn(database, vault, { ...siti, phone: "+628120000009", nik: "1699015501900007" });
    await database.grouped((db) => put(db, withdrawn, "withdrawn"));
    const { look, kinds } = await handedIn(database, vault, siti);
    await look();
    expect(await kinds()).toEqual([["phone-of-many", { count: 4 }]]);
  });

  test("whoever has no phone shares it with nobody", async () => {
    const { database } = await fresh();
    const vault = testVault();
    for (const end of ["2", "3", "4", "5", "6"])
      await handIn(database, vault, { ...siti, phone: "none", nik: `169901550190000${end}` });
    const { look, kinds } = await handedIn(database, vault, { ...siti, phone: "none" });
    await look();
    expect(await kinds()).toEqual([]);
  });

  test("a check that cannot be made is made again, and then everything is found", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const { look, kinds } = await handedIn(database, vault, { ...siti, segment: "wage" });
    const broken: Check = {
      name: "broken",
      kinds: {},
      look: () => Promise.reject(new Error(`${siti.name} is too much for it`)),
    };
    // The message names the check and nobody.
    await expect(look([...allChecks, broken])).rejects.toThrow(/^check broken could not be made$/);
    expect(await kinds()).toEqual([]);
    expect(await statesOf(database)).toEqual(["received"]);
    expect(await look()).toBe(true);
    expect((await kinds()).map(([kind]) => kind)).toEqual(["works-for-wages"]);
  });
});
