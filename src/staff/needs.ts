import type { Database } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";

export type StaffNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
};
