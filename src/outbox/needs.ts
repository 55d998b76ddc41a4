/** What it takes to send. */
import type { Sender } from "../channels/channel.ts";
import type { Database } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import type { Gate } from "./pacing/gate.ts";
import type { Time } from "./pacing/time.ts";

/** One for each of the channels, whenever it is opened. */
export type Gates = {
  readonly of: (channel: string) => Gate | undefined;
  readonly close: () => void;
};

export type SendingNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly channels: ReadonlyMap<string, Sender>;
  readonly gates: Gates;
  readonly clock: () => Date;
  readonly time: Time;
  /** Ids and reasons, never an address or a text. */
  readonly log: { readonly warn: (event: object) => void };
};
