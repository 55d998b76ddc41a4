/** What the inbox needs to take a turn. */
import type { Material } from "../conversation/material.ts";
import type { Ability, Moment, Operator } from "../conversation/moment.ts";
import type { Database } from "../database/open.ts";
import type { Lanes } from "../outbox/lanes.ts";
import type { Vault } from "../vault/vault.ts";
import type { InOrder } from "./in-order.ts";
import type { RecentSessions } from "./recent-sessions.ts";

export type InboxNeeds = {
  readonly database: Database;
  readonly vault: Vault;
  readonly material: () => Material;
  readonly operator: Operator;
  readonly trial: boolean;
  readonly keeping: { readonly draftDays: number; readonly submissionDays: number };
  readonly reviewDays: number | undefined;
  readonly clock: () => Date;
  /** A number to speak, by chance; the inbox sees to it that it is free. */
  readonly newNumber: () => string;
  /** A code to go on elsewhere that nobody can guess. */
  readonly newCode: () => string;
  /** The other channels on which people can go on from this one. */
  readonly elsewhere: (channel: string) => NonNullable<Moment["elsewhere"]>;
  /** So many wrong codes came by one channel within the hour; never throws, never waits. */
  readonly guessed: (channel: string, count: number) => void;
  /** Channels whose messages are read there (web chat, terminal), not sent. */
  readonly pulls: ReadonlySet<string>;
  readonly recent: RecentSessions;
  /** What the talk may offer on a channel; nothing where it is not said. */
  readonly abilitiesOf: (channel: string) => readonly Ability[];
  /** Messages of one contact are taken one after another. */
  readonly inOrder: InOrder;
  /** A submission was committed; never throws, never waits. */
  readonly ring: () => void;
  /** Somebody was erased: what was deleted is to leave the files too. Never throws, never waits. */
  readonly tidy: () => void;
  /** The ways straight out, in the process that sends; elsewhere what is said waits in the table. */
  readonly lanes: Lanes | undefined;
  /** There is something new for this contact in the table. */
  readonly announce: (contactId: string) => void;
};
