/** Where a program of the tests lives: a folder for its data, a key beside it, and its settings. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Environment, readConfig } from "../../src/config.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { type House, openHouse } from "../../src/house.ts";
import { openLog } from "../../src/log.ts";
import { openKeyRing } from "../../src/vault/key-ring.ts";
import { openVault, type Vault } from "../../src/vault/vault.ts";
import { projectFolder, realMaterial } from "../world.ts";

export type Home = {
  readonly folder: string;
  readonly data: string;
  readonly key: string;
  /** The folder with src/, flows/ and locales/. */
  readonly project: string;
  readonly settings: Environment;
  /** Words before the program's own, of a command that runs it where the data can be seen. */
  readonly by?: readonly string[];
};

/** What is to be done at the end of a test, or of a file of tests. */
export type AtEnd = (tidy: () => Promise<void>) => void;

/** Nothing is in it yet. Gone when the test has finished. */
export async function newHome(atEnd: AtEnd = onTestFinished): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), "lindung-whole-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const [data, key] = [join(folder, "data"), join(folder, "root.key")];
  const settings = { DATA_DIR: data, DATA_KEY_FILE: key, PORT: "0" };
  return { folder, data, key, project: projectFolder, settings };
}

/** The rooms of the program in this process, for as long as the work takes. */
export async function inside<T>(home: Home, work: (house: House) => Promise<T>): Promise<T> {
  const read = readConfig(home.settings);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const house = await openHouse(read.config, openLog("silent"), realMaterial());
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** Looks into the database, while the program runs or not. */
export async function look<T>(home: Home, work: (database: Database) => Promise<T>): Promise<T> {
  const url = home.settings["DATABASE_URL"];
  const database = await openDatabase({ url, folder: home.data });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

export function vaultOf({ key }: Home): Vault {
  return openVault(openKeyRing({ keyFile: key, databaseExists: true }));
}
