/** The room of the machines for tests: opened on a database, and what became of the submissions there. */
import { expect, onTestFinished } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { openValidation, type ValidationNeeds } from "../../src/validation/open.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { handIn, wrappedKeyOf } from "../submissions/hand-in.ts";
import { eventually, fast, keepingLog } from "./servers.ts";
import { yardsticks } from "./yardsticks.ts";

export const pace = { ...fast, ringAgainMs: 500 };

/** The room on this database, with what it said; closed when the test has finished. */
export function openOn(database: Database, vault: Vault, needs: Partial<ValidationNeeds>) {
  const log = keepingLog();
  const clock = () => new Date();
  const usual = { database, vault, wrappedKeyOf, log, clock, pace, yardsticks };
  const validation = openValidation({ ...usual, ...needs });
  onTestFinished(() => validation.close());
  return { ...validation, log };
}

export async function handInMany(
  database: Database,
  vault: Vault,
  count: number,
): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => handIn(database, vault)));
}

/** Every one of them was looked at, and once. */
export async function allLookedAt(database: Database, ids: readonly string[]): Promise<void> {
  await eventually(async () => expect(await statesOf(database)).toEqual(["awaiting-review"]));
  const looks = await database.read
    .selectFrom("submission_history")
    .select("submission_id")
    .where("to_state", "=", "awaiting-review")
    .execute();
  expect(looks.map(({ submission_id }) => submission_id).toSorted()).toEqual(ids.toSorted());
}

export async function statesOf(database: Database): Promise<string[]> {
  const rows = await database.read.selectFrom("submission").select("state").distinct().execute();
  return rows.map(({ state }) => state);
}

export async function attention(database: Database, id: string) {
  return database.read
    .selectFrom("submission")
    .select(["state", "needs_attention_at", "rings"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}
