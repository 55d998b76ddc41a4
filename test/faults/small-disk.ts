/**
 * A home whose data are on a disk of 32 MB that can be filled to its last byte. The disk is real (tmpfs, in a mount
 * namespace of its own, see unshare(1)) wherever the machine gives the right to one; elsewhere SQLite pretends. What
 * is real is seen by the program alone, so others look into a copy.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { type Home, look, newHome } from "../whole/home.ts";
import { fullWhile } from "./full-disk.ts";

export type SmallDisk = {
  readonly kind: "tmpfs" | "pretended";
  readonly home: Home;
  /** Until `free` nothing more can be kept. */
  readonly fill: () => void;
  readonly free: () => void;
  readonly look: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
};

const bytes = 32_000_000;

/** Gone when the test has finished. */
export async function openSmallDisk(): Promise<SmallDisk> {
  const home = await newHome();
  mkdirSync(home.data, { mode: 0o700 });
  for (const way of ways) {
    const holder = await hold(way.unshare, home.data);
    if (holder === undefined) continue;
    const [command = "", ...words] = way.enter(holder);
    const entered = spawnSync(command, [...words, "test", "-d", home.data]);
    if (entered.status === 0) return mounted(home, holder, [command, ...words]);
  }
  return pretended(home);
}

/** An ordinary user has mounts of their own only together with a user namespace; some machines give root no such one. */
const ways = [
  {
    unshare: ["unshare", "--map-root-user", "--mount"],
    enter: (pid: number) => [
      ...["nsenter", "--target", `${pid}`],
      ...["--user", "--preserve-credentials", "--mount", "--"],
    ],
  },
  {
    unshare: ["unshare", "--mount"],
    enter: (pid: number) => ["nsenter", "--target", `${pid}`, "--mount", "--"],
  },
];

/** The process that keeps the disk; undefined where this way is not given. */
async function hold(unshare: readonly string[], folder: string): Promise<number | undefined> {
  const script = `mount -t tmpfs -o size=${bytes},mode=0700 none "$0" && echo ready && exec sleep 600`;
  const [command = "", ...words] = unshare;
  const holder = spawn(command, [...words, "sh", "-c", script, folder], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const isReady = await Promise.race([
    once(holder.stdout, "data").then(() => true),
    once(holder, "close").then(
      () => false,
      // There is no such command.
      () => false,
    ),
  ]);
  if (!isReady) return undefined;
  onTestFinished(() => void holder.kill("SIGKILL"));
  return holder.pid;
}

function mounted(home: Home, holder: number, enter: readonly string[]): SmallDisk {
  const filler = `/proc/${holder}/root${join(home.data, "somebody-else")}`;
  return {
    kind: "tmpfs",
    home: { ...home, by: enter },
    fill: () => fillUp(filler),
    free: () => rmSync(filler),
    look: async (work) => {
      const data = mkdtempSync(join(home.folder, "copy-"));
      copyOut(enter, join(home.data, "lindung.db"), join(data, "lindung.db"), home.project);
      return look({ ...home, data }, work);
    },
  };
}

function pretended(home: Home): SmallDisk {
  const sign = join(home.folder, "disk-is-full");
  return {
    kind: "pretended",
    home: { ...home, settings: { ...home.settings, ...fullWhile(sign) } },
    fill: () => writeFileSync(sign, ""),
    free: () => rmSync(sign),
    look: (work) => look(home, work),
  };
}

/** A large piece fails as a whole on some disks, so ever smaller ones follow. */
function fillUp(file: string): void {
  for (let size = 1_048_576; size >= 1; size /= 16) {
    const piece = Buffer.alloc(size);
    for (let isFull = false; !isFull; ) {
      try {
        writeFileSync(file, piece, { flag: "a" });
      } catch {
        isFull = true;
      }
    }
  }
}

function copyOut(enter: readonly string[], from: string, to: string, project: string): void {
  const [command = "", ...words] = enter;
  const room = JSON.stringify(join(project, "src", "database", "sqlite.ts"));
  const script = `import { copyFile } from ${room};
    await copyFile(process.argv[1], process.argv[2], 5_000);`;
  const node = [process.execPath, "--input-type=module", "--eval", script, from, to];
  const { status, stderr } = spawnSync(command, [...words, ...node], { encoding: "utf8" });
  if (status !== 0) throw new Error(`no copy of ${from}: ${stderr}`);
}
