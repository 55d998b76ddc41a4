/** The rooms without their doors, opened in order and closed in reverse: for `npm start`, and for commands beside it. */
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Channel, Sender } from "./channels/channel.ts";
import type { Config } from "./config.ts";
import type { Material } from "./conversation/material.ts";
import { holdLease } from "./database/hold-lease.ts";
import { migrate, schemaVersion } from "./database/migrate.ts";
import { type Database, openDatabase } from "./database/open.ts";
import { newHandoverCode } from "./enrolment/handover-code.ts";
import { newSpokenNumber } from "./enrolment/spoken-number.ts";
import { openOrder } from "./inbox/in-order.ts";
import type { InboxNeeds } from "./inbox/needs.ts";
import { openRecentSessions } from "./inbox/recent-sessions.ts";
import type { Log } from "./log.ts";
import { backUpHourly } from "./operations/backup/hourly.ts";
import { finishKeyChange } from "./operations/keys/key-files.ts";
import { databaseOf, keyFileOf, naming } from "./operations/naming.ts";
import { type Bulletin, openBulletin } from "./outbox/bulletin.ts";
import { type Delivery, openDelivery } from "./outbox/open.ts";
import { wrappedKeyOf } from "./people/store.ts";
import { forgetOld } from "./privacy/retention.ts";
import { tidyStaff } from "./staff/tidy.ts";
import { openValidation, type Validation } from "./validation/open.ts";
import { type BackupKey, backupKey } from "./vault/backup-key.ts";
import { chainKeyOf } from "./vault/chain.ts";
import { readIndexKey } from "./vault/index-key-store.ts";
import { checkKey } from "./vault/key-check.ts";
import { openKeyRing } from "./vault/key-ring.ts";
import { openVault, type Vault } from "./vault/vault.ts";

export type House = {
  readonly inbox: InboxNeeds;
  readonly database: Database;
  readonly bulletin: Bulletin;
  /** Only in the process that does the background work. */
  readonly validation: Validation | undefined;
  /** Sends what is due; only in the process that does the background work. */
  readonly delivery: Delivery | undefined;
  /** What keeps the house from serving, by name: a database that takes no writes (full disk, locked, gone). */
  readonly waitingFor: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** Names of people's channels whose messages are read where they are, not sent. */
const pulls = new Set(["web-chat", "terminal"]);

const leaseName = "background";
const hourMs = 3_600_000;
/** Sessions kept in memory, a few kB each: more people than talk within the same minutes. */
const mostTalking = 2_000;

/**
 * Opens the rooms. Background work (queue, retention) is done by one process per database: where another does it,
 * `validation` is undefined and this process works beside it. Throws with a clear sentence on what it cannot open.
 */
export async function openHouse(
  config: Config,
  log: Log,
  material: Material,
  channels: ReadonlyMap<string, Sender & Partial<Pick<Channel, "abilities" | "where">>> = new Map(),
): Promise<House> {
  const { database, vault, backup, chainKey } = await openData(config);
  const clock = () => new Date();
  const bulletin = openBulletin();
  const lease = await holdLease({ database, name: leaseName, log });
  const validation =
    lease &&
    openValidation({
      ...{ redisUrl: config.redisUrl, database, vault, log, clock, wrappedKeyOf },
      yardsticks: { rules: material.rules, places: material.places, trial: config.trial },
    });
  const delivery = validation && openDelivery({ database, vault, channels, clock, log });
  const keeping = { draftDays: config.draftKeepDays, submissionDays: config.submissionKeepDays };
  const recent = openRecentSessions(mostTalking);
  const elsewhere = (channel: string) =>
    [
      ...[...channels].map(([name, { where }]) => ({ channel: name, at: where?.() })),
      // Without an address of its own the page is on this machine, or in this network.
      ...(config.publicUrl === undefined ? [] : [{ channel: "web-chat", at: config.publicUrl }]),
    ].filter((place) => place.channel !== channel);
  const forgetting = setInterval(recent.clear, hourMs).unref();
  const tidying =
    validation &&
    everyHour(async () => {
      await tidyStaff({ database }, clock());
      return forgetOld({ database, vault, keeping }, clock());
    }, log);
  const backups =
    validation && database.kind === "sqlite"
      ? backUpHourly({
          ...{ file: database.file, folder: config.backup.folder, backup, chainKey, log, clock },
          keep: config.backup,
        })
      : undefined;
  return {
    database,
    bulletin,
    validation,
    delivery,
    inbox: {
      database,
      vault,
      material: () => material,
      operator: config.operator,
      trial: config.trial,
      keeping,
      reviewDays: config.reviewPromiseDays,
      clock,
      newNumber: () => newSpokenNumber(randomInt),
      newCode: () => newHandoverCode(randomInt),
      elsewhere,
      guessed: (channel, count) => log.warn({ event: "handover.guessed", channel, count }),
      abilitiesOf: (channel) => channels.get(channel)?.abilities ?? [],
      pulls,
      inOrder: openOrder(),
      recent,
      ring: () => validation?.ring(),
      tidy: () => {
        // Busy with somebody's reading: the next erasure or the hourly tidying does it.
        database.checkpoint().catch((err: unknown) => log.warn({ event: "checkpoint.later", err }));
      },
      lanes: delivery?.lanes,
      announce: (contactId) => {
        bulletin.announce(contactId);
        delivery?.wake();
      },
    },
    waitingFor: () => (lease?.isWell() === false ? ["database"] : []),
    close: async () => {
      clearInterval(forgetting);
      tidying?.stop();
      bulletin.close();
      // Each may wait for something that does not answer; none waits for another.
      await Promise.all([delivery?.close(), validation?.close(), backups?.close()]);
      await lease?.release();
      await database.close();
    },
  };
}

type Data = {
  readonly database: Database;
  readonly vault: Vault;
  readonly backup: BackupKey;
  /** Of the audit. */
  readonly chainKey: Buffer;
};

/** The database and the key that belongs to it. A key is made only where there is nothing yet that it could lose. */
export async function openData(config: Config): Promise<Data> {
  const { database, databaseExists } = await naming(databaseOf(config), async () => {
    const url = config.database.kind === "postgres" ? config.database.url : undefined;
    if (url === undefined) makeFolder(config.dataDir);
    const database = await openDatabase({ url, folder: config.dataDir });
    return { database, databaseExists: (await schemaVersion(database)) > 0 };
  });
  try {
    await naming(keyFileOf(config), async () => refuseFolder(keyOf(config).keyFile));
    const root = await naming(keyFileOf(config), async () => {
      if (databaseExists && "file" in config.dataKey)
        await finishKeyChange(database.read, config.dataKey.file);
      return openKeyRing({ ...keyOf(config), databaseExists });
    });
    await migrate(database, new Date());
    const source = "file" in config.dataKey ? config.dataKey.file : "DATA_KEY";
    await database.grouped((db) => checkKey(db, openVault(root), source));
    const index = await readIndexKey(database.read, root);
    const vault = openVault(root, index);
    return { database, vault, backup: backupKey(root), chainKey: chainKeyOf(index) };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

/** Level by level: below /proc and the like `mkdir -p` would try for ever (Node 24). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder, { mode: 0o700 });
}

/** Else the advice would be to make the folder one's own, which is no key yet. */
function refuseFolder(file: string): void {
  if (file === "" || statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw Object.assign(new Error("it is a folder, not a file"), { code: "EISDIR" });
}

function keyOf({ dataKey }: Config) {
  return "given" in dataKey ? { dataKey: dataKey.given, keyFile: "" } : { keyFile: dataKey.file };
}

function everyHour(work: () => Promise<number>, log: Log): { readonly stop: () => void } {
  const once = () => {
    work()
      .then((count) => count > 0 && log.info({ event: "retention.erased", count }))
      .catch((err: unknown) => log.error({ event: "retention.failed", err }));
  };
  once();
  const timer = setInterval(once, hourMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
