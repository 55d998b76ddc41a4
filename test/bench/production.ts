/**
 * The path that the program itself takes: `receive`, the vault, one commit, the outbox, a channel that acknowledges,
 * the sent mark; wired as in src/house.ts, without its door, its queue and its backups.
 */
import { randomBytes, randomInt } from "node:crypto";
import type { Sender } from "../../src/channels/channel.ts";
import type { Material } from "../../src/conversation/material.ts";
import { migrate } from "../../src/database/migrate.ts";
import { type Database, type Db, openDatabase } from "../../src/database/open.ts";
import { newHandoverCode } from "../../src/enrolment/handover-code.ts";
import { newSpokenNumber } from "../../src/enrolment/spoken-number.ts";
import { openOrder } from "../../src/inbox/in-order.ts";
import type { InboxNeeds } from "../../src/inbox/needs.ts";
import { meet, type Received, receive, saysAfter } from "../../src/inbox/receive.ts";
import { openRecentSessions } from "../../src/inbox/recent-sessions.ts";
import { openDelivery } from "../../src/outbox/open.ts";
import { loadSubmission } from "../../src/submissions/load.ts";
import { openVault, type Vault } from "../../src/vault/vault.ts";
import { unhurried } from "../outbox/unhurried.ts";
import type { Kept, Path } from "./path.ts";
import type { Said } from "./said.ts";
import type { Contact } from "./workload.ts";

export type Production = Path & {
  /** Says the first words to somebody who has just come; part of the first turn, and done once. */
  readonly greet: (contact: Contact) => Promise<void>;
  /** A turn without it. */
  readonly hear: Path["turn"];
  readonly database: Database;
  readonly vault: Vault;
};

export type ProductionNeeds = {
  readonly folder: string;
  readonly material: Material;
  readonly said: Said;
  /** `sent`: to a channel that is sent to. `read`: by a channel that pulls, whose messages are never sent. */
  readonly channel: "sent" | "read";
  /** The key of what was kept in the folder before. */
  readonly root?: Buffer;
};

export async function openProduction(needs: ProductionNeeds): Promise<Production> {
  const { folder, material, said, channel, root = randomBytes(32) } = needs;
  const database = await openDatabase({ folder });
  await migrate(database, new Date());
  const vault = openVault(root);
  const clock = () => new Date();
  const stub: Sender = {
    ...unhurried,
    send: async ({ to, says }) => {
      said.hear(to, says);
      return { kind: "sent" };
    },
  };
  const faults: object[] = [];
  const delivery = openDelivery({
    ...{ database, vault, clock, channels: new Map([["sent", stub]]) },
    log: { warn: (event) => faults.push(event) },
  });
  const inbox: InboxNeeds = {
    ...{ database, vault, clock, operator: {}, trial: true, reviewDays: undefined },
    material: () => material,
    keeping: { draftDays: 30, submissionDays: 365 },
    abilitiesOf: () => [],
    newNumber: () => newSpokenNumber(randomInt),
    newCode: () => newHandoverCode(randomInt),
    elsewhere: () => [],
    guessed: () => undefined,
    pulls: new Set(["read"]),
    inOrder: openOrder(),
    recent: openRecentSessions(2_000),
    ring: () => undefined,
    tidy: () => undefined,
    lanes: delivery.lanes,
    announce: () => delivery.wake(),
  };
  const addressOf = (from: string) => ({ channel, account: "bench", from });
  const greet: Production["greet"] = async ({ from }) => {
    await meet(inbox, addressOf(from), undefined);
    if (channel === "read") hearAll(await saysAfter(inbox, addressOf(from), 0), said, from);
  };
  const hear: Path["turn"] = async ({ from, messages }, index) => {
    const text = messages[index] ?? "";
    const heard = { kind: "text", text } as const;
    const received = await receive(inbox, {
      ...addressOf(from),
      id: `wamid.${from}.${index}`,
      heard,
    });
    const last = hearAll(received, channel === "read" ? said : undefined, from);
    if (channel === "sent") await said.until(from, last);
  };
  return {
    greet,
    hear,
    turn: async (contact, index) => {
      // Who comes is greeted before the first word is heard.
      if (index === 0) await greet(contact);
      await hear(contact, index);
    },
    database,
    vault,
    settle: async () => {
      // The mark of the last text is asked for by now; what is asked for later comes after it.
      await new Promise(setImmediate);
      await database.grouped(async () => undefined);
    },
    kept: () => keptIn(database.read, vault),
    unsent: async () => {
      if (channel === "read") return 0;
      const rows = await database.read
        .selectFrom("outbox")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("state", "!=", "sent")
        .execute();
      return rows[0]?.count ?? 0;
    },
    close: async () => {
      await delivery.close();
      await database.close();
      if (faults.length > 0) throw new Error(`bench: ${JSON.stringify(faults[0])}`);
    },
  };
}

/** The count of the last text; each is handed over, where it is read. */
function hearAll(received: Received, said: Said | undefined, from: string): number {
  if (received.kind === "erased") throw new Error("bench: nobody was erased");
  for (const says of received.says) said?.hear(from, says);
  return received.says.at(-1)?.id ?? 0;
}

async function keptIn(db: Db, vault: Vault): Promise<readonly Kept[]> {
  const rows = await db
    .selectFrom("submission")
    .innerJoin("applicant", "applicant.id", "submission.applicant_id")
    .select(["submission.id", "applicant.id as applicant", "applicant.data_key"])
    .execute();
  return Promise.all(
    rows.map(async ({ id, applicant, data_key }) => {
      const submission = await loadSubmission(db, id);
      if (submission === undefined) throw new Error("bench: a submission is gone");
      const registration = submission.registration(vault, vault.dataKey(applicant, data_key));
      return { nik: registration.nik, number: submission.number, registration };
    }),
  );
}
