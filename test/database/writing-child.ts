/** Writes contacts for ever, 16 at a time, and says the id of each only when it was told that it is kept. */
import { writeSync } from "node:fs";
import { openDatabase } from "../../src/database/open.ts";
import { addContact } from "./people.ts";

const database = await openDatabase(JSON.parse(process.argv[2] ?? ""));

async function writeOn(lane: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const id = await database.grouped((db) => addContact(db, `${lane}-${count}`));
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, lane) => writeOn(lane)));
