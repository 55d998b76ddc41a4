/** Migrates: the tables as they are, or (with "half") one step more that never comes to its end. */
import { writeSync } from "node:fs";
import { sql } from "kysely";
import { migrate, migrations } from "../../src/database/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";

const [, , where = "", how] = process.argv;
const database = await openDatabase(JSON.parse(where));
const half = {
  version: migrations.length + 1,
  name: "half",
  minProgram: 1,
  up: async (db: typeof database.read) => {
    await sql`create table half_way (id text)`.execute(db);
    await db.deleteFrom("contact").execute();
    writeSync(1, "half-way\n");
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
};
writeSync(1, "starts\n");
const { from, to } = await migrate(
  database,
  new Date(),
  how === "half" ? [...migrations, half] : migrations,
);
writeSync(1, `migrated ${from} ${to}\n`);
await database.close();
