/** The machine looks at everything that was handed in, without a queue: for transcripts. */
import type { Database } from "../src/database/open.ts";
import { wrappedKeyOf } from "../src/people/store.ts";
import { allChecks, validate } from "../src/validation/validate.ts";
import type { Vault } from "../src/vault/vault.ts";
import { yardsticks } from "./validation/yardsticks.ts";

export async function validateWith(
  database: Database,
  vault: Vault,
  clock: () => Date,
): Promise<void> {
  const waiting = await database.read
    .selectFrom("submission")
    .select(["id", "revision"])
    .where("state", "=", "received")
    .execute();
  for (const { id: submission, revision } of waiting) {
    const needs = { database, vault, clock, wrappedKeyOf, checks: allChecks, yardsticks };
    await validate(needs, { submission, revision });
  }
}
