/**
 * How long a backup, a restore and a change of key take: `node test/operations/weigh.ts [people]`. Makes a synthetic
 * database in a folder of its own, prints milliseconds and megabytes, and removes it.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { newId } from "../../src/database/ids.ts";
import { migrate } from "../../src/database/migrate.ts";
import { type Db, openDatabase } from "../../src/database/open.ts";
import { backUp } from "../../src/operations/backup/back-up.ts";
import { restore } from "../../src/operations/backup/restore.ts";
import { changeRoot } from "../../src/operations/keys/change-root.ts";
import { setAddress, setWrappedKey } from "../../src/people/root-store.ts";
import { backupKey } from "../../src/vault/backup-key.ts";
import { readChainKey } from "../../src/vault/index-key-store.ts";
import { checkKey } from "../../src/vault/key-check.ts";
import { openVault, type Vault } from "../../src/vault/vault.ts";

const people = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), "lindung-weigh-"));
const [data, backups, root] = [join(folder, "data"), join(folder, "backups"), randomBytes(32)];
const now = new Date();
const line = (what: string, value: number | string) => process.stdout.write(`${what}: ${value}\n`);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const value = await work();
  line(`${what}, ms`, Math.round(performance.now() - startedAt));
  return value;
}

/** As large as a finished registration: 14 messages, 20 sayings, 15 tokens, a sealed session and registration. */
async function fill(vault: Vault): Promise<void> {
  const database = await openDatabase({ folder: data });
  await migrate(database, now);
  await database.grouped(async (db) => {
    for (const step of steps) await sql.raw(step).execute(db);
    await checkKey(db, vault, "memory");
    for (const { id } of await db.selectFrom("applicant").select("id").execute())
      await setWrappedKey(db, id, vault.newDataKey(id).wrapped);
    for (const { id } of await db.selectFrom("contact").select("id").execute()) {
      const place = { table: "contact", row: id, column: "address" };
      await setAddress(db, id, vault.seal(vault.rootKey, place, newId("w")));
    }
  });
  await database.close();
}

/** `count` rows that tell their number as `n`. */
const counting = (count: number) =>
  `(with recursive c(n) as (select 1 union all select n + 1 from c where n < ${count}) select n from c)`;
const at = `'${now.toISOString()}'`;
const each = `from ${counting(people)} as p`;
const id = (letter: string) => `printf('${letter}-01935f6e-7a10-7c3e-9d5b-%012d', p.n)`;
const steps = [
  `insert into contact select ${id("c")}, 'web-chat', 'web', randomblob(32), randomblob(66), 20, ${at}, ${at}, null, 0 ${each}`,
  `insert into applicant select ${id("a")}, randomblob(62), ${at} ${each}`,
  `insert into contact_applicant select ${id("c")}, ${id("a")}, 1 ${each}`,
  `insert into enrolment select ${id("e")}, ${id("a")}, ${id("c")}, 'enrolment', 'h', randomblob(1500), 14, 'submitted',
    null, ${at}, ${at} ${each}`,
  `insert into consent select ${id("n")}, ${id("a")}, ${id("e")}, 'enrolment', hex(randomblob(32)), 'h', 'yes',
    'web-chat', ${at} ${each}`,
  `insert into submission (id, applicant_id, enrolment_id, contact_id, number, state, revision, nik_hash, ecosystem,
    segment, sector, channel, received_at, updated_at, rings) select ${id("s")}, ${id("a")}, ${id("e")}, ${id("c")},
    printf('LD-%07d', p.n), 'awaiting-review', 1, randomblob(32), 'desa', 'own-account', 'other', 'web-chat', ${at},
    ${at}, 1 ${each}`,
  `insert into submission_revision select ${id("s")}, 1, randomblob(700), randomblob(150), 'h', ${at} ${each}`,
  `insert into submission_history select ${id("h")}, ${id("s")}, 1, null, 'received', 'applicant', ${at} ${each}`,
  `insert into search_token (token, submission_id) select randomblob(32), ${id("s")} ${each}, ${counting(15)}`,
  `insert into inbound select ${id("c")}, randomblob(32), ${id("a")}, m.n, m.n, 0, ${at} ${each}, ${counting(14)} as m`,
  `insert into outbox select ${id("c")}, m.n, ${id("a")}, randomblob(210), 'read', 'web-chat', ${at}, 0, null, ${at}, ${at}
    ${each}, ${counting(20)} as m`,
];

try {
  await timed(`making ${people} people`, () => fill(openVault(root)));
  line("database, MB", Math.round(statSync(join(data, "lindung.db")).size / 1e6));
  const file = join(data, "lindung.db");
  const keep = { newest: 48, days: 30 };
  const keys = { backup: backupKey(root), chainKey: (copy: Db) => readChainKey(copy, root) };
  const made = await timed("backup", () =>
    backUp({ ...{ file, folder: backups, ...keys, keep, now } }),
  );
  if (made.kind !== "made") throw new Error(JSON.stringify(made));
  line("backup, MB", Math.round(made.bytes / 1e6));
  const restored = await timed("restore", () =>
    restore({ ...{ from: made.file, data, backups, roots: [root], now }, tell: () => undefined }),
  );
  line("restored", restored.kind);
  const database = await openDatabase({ folder: data });
  const values = await timed("change of key", () =>
    changeRoot(database, { from: root, to: randomBytes(32), now }, () => undefined),
  );
  line("values sealed again", values);
  await database.close();
  line("memory at most, MB", Math.round(process.resourceUsage().maxRSS / 1000));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
