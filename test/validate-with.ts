/** The machine looks at everything that was handed in, without a queue: for transcripts. */

import type { Material } from "../src/conversation/material.ts";
import type { Database } from "../src/database/open.ts";
import { wrappedKeyOf } from "../src/people/store.ts";
import { allChecks, validate } from "../src/validation/validate.ts";
import type { Vault } from "../src/vault/vault.ts";
import { yardsticks } from "./validation/yardsticks.ts";

export async function validateWith(
  database: Database,
  vault: Vault,
  clock: () => Date,
  { receivers }: Pick<Material["rules"], "receivers"> = yardsticks.rules,
): Promise<void> {
  const waiting = await database.read
    .selectFrom("submission")
    .select(["id", "revision"])
    .where("state", "=", "received")
    .execute();
  const held = { ...yardsticks, rules: { ...yardsticks.rules, receivers } };
  for (const { id: submission, revision } of waiting) {
    const needs = { database, vault, clock, wrappedKeyOf, checks: allChecks, yardsticks: held };
    await validate(needs, { submission, revision });
  }
}
