/** What it takes to send. */
import type { Sender } from "../channels/channel.ts";
import type { Database } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import type { Gate } from "./pacing/gate.ts";
import type { Time } from "./pacing/time.ts";

export type SendingNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly channels: ReadonlyMap<string, Sender>;
  /** One for each of the channels. */
  readonly gates: ReadonlyMap<string, Gate>;
  readonly clock: () => Date;
  readonly time: Time;
  /** Ids and reasons, never an address or a text. */
  readonly log: { readonly warn: (event: object) => void };
};
