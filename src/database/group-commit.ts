/**
 * Many pieces of work, one commit. A commit waits for the disk, so what arrives meanwhile shares the next one.
 * A piece that throws is undone alone; nobody hears of success before the commit.
 */
import type { Db } from "./open.ts";
import type { Raw } from "./sqlite.ts";

export type Writing = {
  /** Runs `work` in a transaction, strictly after what was asked for before; resolves after the commit. */
  readonly grouped: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Runs `deed` between two groups. */
  readonly between: <T>(deed: () => T) => Promise<T>;
  /** Refuses further work and waits for what was asked for. */
  readonly end: () => Promise<void>;
};

/** The most pieces that share a commit: more would make the first wait too long for the last. */
const mostPerCommit = 64;

export function groupCommits(writer: Db, raw: Raw): Writing {
  const pieces: Piece[] = [];
  let groups: Promise<unknown> = Promise.resolve();
  let isScheduled = false;
  let hasEnded = false;
  const points = savepoints(raw);

  const between = <T>(deed: () => T | Promise<T>): Promise<T> => {
    const done = groups.then(deed);
    groups = done.catch(() => undefined);
    return done;
  };

  const commitNext = async (): Promise<void> => {
    isScheduled = false;
    await commit(writer, points, pieces.splice(0, mostPerCommit));
    schedule();
  };

  const schedule = (): void => {
    if (isScheduled || pieces.length === 0) return;
    isScheduled = true;
    // One turn of the event loop, no timer: a message that comes alone waits for nobody.
    setImmediate(() => void between(commitNext));
  };

  return {
    between,
    grouped: <T>(work: (db: Db) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (hasEnded) return reject(new Error("the database is closed"));
        pieces.push({
          run: async (db) => {
            const value = await work(db);
            return () => resolve(value);
          },
          reject,
        });
        schedule();
      }),
    end: async () => {
      hasEnded = true;
      while (pieces.length > 0) {
        await new Promise(setImmediate);
        await groups;
      }
      await groups;
    },
  };
}

type Piece = {
  /** Gives what to do after the commit: tell the result. */
  readonly run: (db: Db) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
};

type Savepoints = {
  readonly set: () => void;
  readonly keep: () => void;
  readonly undo: () => boolean;
};

async function commit(writer: Db, points: Savepoints, pieces: readonly Piece[]): Promise<void> {
  const told: (() => void)[] = [];
  try {
    await writer.transaction().execute(async (db) => {
      for (const piece of pieces) told.push(await runAlone(db, points, piece));
    });
  } catch (error) {
    for (const { reject } of pieces) reject(error);
    return;
  }
  for (const tell of told) tell();
}

async function runAlone(db: Db, points: Savepoints, piece: Piece): Promise<() => void> {
  points.set();
  try {
    const tell = await piece.run(db);
    points.keep();
    return tell;
  } catch (error) {
    // On a full or failing disk the whole transaction is gone, and with it the pieces before this one.
    if (!points.undo()) throw error;
    return () => piece.reject(error);
  }
}

function savepoints(raw: Raw): Savepoints {
  const set = raw.prepare("savepoint piece");
  const keep = raw.prepare("release piece");
  const undo = raw.prepare("rollback to piece");
  return {
    set: () => void set.run(),
    keep: () => void keep.run(),
    undo: () => {
      if (!raw.inTransaction) return false;
      undo.run();
      keep.run();
      return true;
    },
  };
}
