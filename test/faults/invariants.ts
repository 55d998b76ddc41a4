/** What must be true of the database after any fault. Each breach is a sentence; none is right. */
import { sql } from "kysely";
import { fromOf } from "../../src/channels/web-chat/token.ts";
import type { Database } from "../../src/database/open.ts";
import { loadSubmission } from "../../src/submissions/load.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { wrappedKeyOf } from "../submissions/hand-in.ts";
import { wayan } from "../whole/person.ts";
import { numberIn, type Talk } from "./load.ts";

/** Every message that was answered is kept once, every talk is one submission with its own answers, looked at once. */
export async function breachesIn(
  database: Database,
  vault: Vault,
  talks: readonly Talk[],
): Promise<readonly string[]> {
  const { read } = database;
  const breaches = [...(await damagesOf(database))];
  for (const talk of talks) {
    const found = [...(await breachesOf(database, vault, talk))];
    breaches.push(...found.map((breach) => `talk ${talk.number}: ${breach}`));
  }
  const submissions = await read.selectFrom("submission").select("id").execute();
  if (submissions.length !== talks.length) {
    breaches.push(`${submissions.length} submissions of ${talks.length} talks`);
  }
  return breaches;
}

/** Ids of submissions that no machine has looked at. */
export async function unseenByMachines({ read }: Database): Promise<readonly string[]> {
  const rows = await read
    .selectFrom("submission")
    .select("id")
    .where("state", "!=", "awaiting-review")
    .execute();
  return rows.map(({ id }) => id);
}

/** SQLite is asked whether its file is whole; PostgreSQL has no such question, and lets nothing point nowhere. */
async function damagesOf({ kind, read }: Database): Promise<readonly string[]> {
  if (kind === "postgres") return [];
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read);
  const foreign = await sql`pragma foreign_key_check`.execute(read);
  return [
    ...rows.map((row) => row.integrity_check).filter((found) => found !== "ok"),
    ...foreign.rows.map((row) => `points nowhere: ${JSON.stringify(row)}`),
  ];
}

async function breachesOf(
  { read }: Database,
  vault: Vault,
  { number, token, answered }: Talk,
): Promise<readonly string[]> {
  const found = vault.hash("contact", "web-chat", "web", fromOf(token));
  const contact = await read
    .selectFrom("contact")
    .select(["id", "says"])
    .where("external_hash", "=", found)
    .executeTakeFirst();
  if (contact === undefined) return ["nobody of that token"];
  const of = contact.id;

  const inbound = await read
    .selectFrom("inbound")
    .selectAll()
    .where("contact_id", "=", of)
    .execute();
  const kept = new Set(inbound.map(({ external_hash }) => external_hash.toString("hex")));
  const breaches: string[] = [];
  for (const id of answered.keys()) {
    if (!kept.delete(vault.hash("inbound", of, id).toString("hex"))) {
      breaches.push(`message ${id} was answered and is lost`);
    }
  }
  if (kept.size > 0) breaches.push(`${kept.size} messages are kept that nobody sent`);

  const said = await read
    .selectFrom("outbox")
    .select("says_id")
    .where("contact_id", "=", of)
    .orderBy("says_id")
    .execute();
  const answers = [...answered.values()].flatMap(({ answer }) => answer.says);
  const ids = said.map(({ says_id }) => says_id);
  if (ids.join() !== Array.from({ length: contact.says }, (_, at) => at + 1).join()) {
    breaches.push(`of ${contact.says} sayings there are ${ids.join()}`);
  }
  if (ids.slice(-answers.length).join() !== answers.map(({ id }) => id).join()) {
    breaches.push("what is kept as said is not what was said");
  }

  const submissions = await read
    .selectFrom("submission")
    .selectAll()
    .where("contact_id", "=", of)
    .execute();
  const [submission] = submissions;
  if (submission === undefined || submissions.length > 1) {
    return [...breaches, `${submissions.length} submissions`];
  }
  const last = [...answered.values()].at(-1)?.answer.text ?? "";
  if (numberIn(last) !== submission.number) breaches.push("another number than was said");
  return [
    ...breaches,
    ...(await breachesOfSubmission(read, submission.id)),
    ...(await wrongAnswers(read, vault, submission.id, number)),
  ];
}

type Read = Database["read"];

async function breachesOfSubmission(read: Read, id: string): Promise<readonly string[]> {
  const history = await read
    .selectFrom("submission_history")
    .select(["from_state", "to_state"])
    .where("submission_id", "=", id)
    .orderBy("id")
    .execute();
  const steps = history.map(({ from_state, to_state }) => `${from_state ?? ""}→${to_state}`);
  const findings = await read
    .selectFrom("finding")
    .select(["check_name", "kind", "about"])
    .where("submission_id", "=", id)
    .execute();
  const once = new Set(findings.map((finding) => JSON.stringify(finding)));
  return [
    ...(steps.join() === "→received,received→awaiting-review" ? [] : [`went ${steps.join()}`]),
    ...(once.size === findings.length ? [] : ["a finding is there twice"]),
  ];
}

/** What was handed in is what this person said, and nobody else. */
export async function wrongAnswers(
  read: Read,
  vault: Vault,
  id: string,
  number: number,
): Promise<readonly string[]> {
  const submission = await loadSubmission(read, id);
  const wrapped = await wrappedKeyOf(read, submission?.applicantId ?? "");
  if (submission === undefined || wrapped === undefined) return ["it cannot be read"];
  const dataKey = vault.dataKey(submission.applicantId, wrapped);
  const { name, address, nik, phone, birth_date } = submission.registration(vault, dataKey);
  const person = wayan(number);
  const expected = [person["name"], person["address"], person["nik"], "1980-03-05"];
  const digits = `+62${person["phone"]?.replaceAll(" ", "").slice(1)}`;
  return [name, address, nik, birth_date, phone].join() === [...expected, digits].join()
    ? []
    : ["other answers than were given"];
}
