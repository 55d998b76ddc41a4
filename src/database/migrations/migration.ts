import type { Database, Db } from "../open.ts";

/** One step of the tables' shape, forward only. Once released it never changes. */
export type Migration = {
  /** Counts from 1, without gaps. */
  readonly version: number;
  readonly name: string;
  /** The lowest schema a program must know to run on a database that has taken this step. */
  readonly minProgram: number;
  /** Runs inside a transaction. */
  readonly up: (db: Db, kind: Database["kind"]) => Promise<void>;
};
