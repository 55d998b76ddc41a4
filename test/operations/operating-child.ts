/** Does one operation and stands still at the step that is named, to be killed there. */
import { writeSync } from "node:fs";
import { type Db, openDatabase } from "../../src/database/open.ts";
import { backUp } from "../../src/operations/backup/back-up.ts";
import { restore } from "../../src/operations/backup/restore.ts";
import { rotate } from "../../src/operations/keys/rotate.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { readChainKey } from "../../src/vault/index-key-store.ts";
import { openKeyRing } from "../../src/vault/key-ring.ts";

const [, , where = "", deed, step, from = ""] = process.argv;
const { data, backups, keyFile, file } = JSON.parse(where);
const now = new Date("2026-11-25T03:00:00.000Z");

const tell = (reached: string) => {
  if (reached !== step) return;
  writeSync(1, `at ${reached}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

if (deed === "rotate") {
  const open = () => openDatabase({ folder: data });
  await rotate({ open, sqlite: file, key: { file: keyFile }, now, tell: () => tell("rows") });
} else {
  const root = openKeyRing({ keyFile, databaseExists: true });
  const keep = { newest: 48, days: 30 };
  const keys = { backup: backupKey(root), chainKey: (copy: Db) => readChainKey(copy, root) };
  const done =
    deed === "backup"
      ? await backUp({ file, folder: backups, ...keys, keep, now, tell })
      : await restore({ from, data, backups, roots: [root], now, tell });
  writeSync(1, `${JSON.stringify(done)}\n`);
}
