/** One message of sixty-four that share a commit cannot be kept: it alone is undone and told "later". */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openWebChat } from "../../src/channels/web-chat/open.ts";
import { fromOf } from "../../src/channels/web-chat/token.ts";
import type { Database, Db } from "../../src/database/open.ts";
import { contactIdOf, knows, meet, receive, saysAfter } from "../../src/inbox/receive.ts";
import { buildWeb } from "../../src/web/build.ts";
import { eachDatabase } from "../databases.ts";
import { webTexts } from "../web/texts.ts";
import { openWorld, type World } from "../world.ts";

const together = 64;
const poisoned = 17;

test("a poisoned message among 64 in one commit: 503 for it, 200 for 63; cured, it is taken like any other", async () => {
  const { database } = await eachDatabase[0].fresh();
  const group = gathering(database);
  const world = openWorld(group.database);
  const web = webOf(world);
  const tokens: string[] = [];
  for (let person = 0; person < together; person += 1) {
    const met = await web.request("/api/chat/sessions", { method: "POST" });
    tokens.push(JSON.parse(await met.text()).token);
  }
  const idOf = (token: string) => contactIdOf(world, at(fromOf(token)));
  const sick = (await idOf(tokens[poisoned] ?? "")) ?? "";
  const before = await keptOf(database, sick);
  // At the last thing that is kept of a message: all the rest is written already, and must go.
  await database.grouped((db) =>
    sql`create trigger poison before insert on inbound when new.contact_id = ${sql.lit(sick)}
      begin select raise(abort, 'poison'); end`.execute(db),
  );
  const sayAll = (text: string) => Promise.all(tokens.map((token) => say(web, token, text)));

  group.gather(together);
  expect(await sayAll("daftar")).toEqual(tokens.map((_, at) => (at === poisoned ? 503 : 200)));
  expect(group.transactions.size).toBe(1);
  expect(await database.read.selectFrom("inbound").selectAll().execute()).toHaveLength(
    together - 1,
  );
  expect(await keptOf(database, sick)).toEqual(before);

  await database.grouped((db) => sql`drop trigger poison`.execute(db));
  expect(await sayAll("daftar")).toEqual(tokens.map(() => 200));
  expect(await database.read.selectFrom("inbound").selectAll().execute()).toHaveLength(together);
});

const at = (from: string) => ({ channel: "web-chat", account: "web", from });

async function say(web: ReturnType<typeof webOf>, token: string, text: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ id: "m", text });
  return (await web.request("/api/chat/messages", { method: "POST", headers, body })).status;
}

/** All that is kept of this contact. */
async function keptOf({ read }: Database, contact: string) {
  const of = ["contact_id", "=", contact] as const;
  return Promise.all([
    read.selectFrom("contact").selectAll().where("id", "=", contact).execute(),
    read
      .selectFrom("enrolment")
      .selectAll()
      .where(...of)
      .execute(),
    read
      .selectFrom("outbox")
      .selectAll()
      .where(...of)
      .execute(),
    read
      .selectFrom("inbound")
      .selectAll()
      .where(...of)
      .execute(),
  ]);
}

/** The database, which once holds work back until there is so much of it, and then is asked for all of it at once. */
function gathering(database: Database) {
  const held: (() => void)[] = [];
  const transactions = new Set<Db>();
  let wanted = 0;
  const grouped: Database["grouped"] = async (work) => {
    if (wanted === 0) return database.grouped(work);
    await new Promise<void>((go) => {
      held.push(go);
      if (held.length < wanted) return;
      wanted = 0;
      for (const each of held) each();
    });
    return database.grouped((db) => {
      transactions.add(db);
      return work(db);
    });
  };
  const gather = (count: number) => {
    wanted = count;
  };
  return { database: { ...database, grouped }, transactions, gather };
}

/** The chat's door on this world, without a network in between. */
function webOf(world: World) {
  const log = { error: () => undefined };
  const newId = () => "q";
  const door = openWebChat({
    meet: (from, link, language) => meet(world, at(from), link, language),
    knows: (from) => knows(world, at(from)),
    receive: (inbound) => receive(world, inbound),
    saysAfter: (from, after) => saysAfter(world, at(from), after),
    listen: () => () => undefined,
    page: webTexts,
    trial: true,
    operatorName: undefined,
    log,
    newId,
  });
  return buildWeb({ doors: [door], texts: webTexts, waitingFor: async () => [], log, newId });
}
