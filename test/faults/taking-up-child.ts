/** The yes to going on here, in a process that is killed around its commit (`failpoint.ts`). */
import { writeSync } from "node:fs";
import { openDatabase } from "../../src/database/open.ts";
import { receive } from "../../src/inbox/receive.ts";
import { openVault } from "../../src/vault/vault.ts";
import { openWorld } from "../world.ts";

const [where = "", key = "", yes = "", point = ""] = process.argv.slice(2);
process.env["FAILPOINT"] = `${point}:1`;
await import("./failpoint.ts");
const database = await openDatabase(JSON.parse(where));
const world = openWorld(database, { vault: openVault(Buffer.from(key, "hex")) });
await receive(world, JSON.parse(yes));
writeSync(1, "done\n");
