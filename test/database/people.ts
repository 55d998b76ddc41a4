/** Rows to try tables with. The sealed values are no real ones: these tests look at the database alone. */
import { createHash, randomBytes } from "node:crypto";
import { newId } from "../../src/database/ids.ts";
import type { Db } from "../../src/database/open.ts";

export const at = "2026-11-25T02:00:00.000Z";

export const sealed = (): Buffer => randomBytes(48);

export const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** A contact known by `name`; gives its id. */
export async function addContact(db: Db, name: string): Promise<string> {
  const id = newId("c");
  await db
    .insertInto("contact")
    .values({
      id,
      channel: "web-chat",
      account: "web",
      external_hash: hashOf(name),
      address: sealed(),
      says: 0,
      created_at: at,
      seen_at: at,
      blocked_at: null,
      parked: 0,
    })
    .execute();
  return id;
}

export async function contactIds(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("contact").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** Somebody who handed in a registration, with a row in every table that follows a person. */
export async function addSubmission(db: Db, name: string) {
  const contact = await addContact(db, name);
  const [applicant, enrolment, submission] = [newId("a"), newId("e"), newId("s")];
  await db
    .insertInto("applicant")
    .values({ id: applicant, data_key: sealed(), created_at: at })
    .execute();
  await db
    .insertInto("contact_applicant")
    .values({ contact_id: contact, applicant_id: applicant, current: 1 })
    .execute();
  await db
    .insertInto("enrolment")
    .values({
      id: enrolment,
      applicant_id: applicant,
      contact_id: contact,
      flow: "enrolment",
      content_hash: "h",
      session: sealed(),
      version: 0,
      state: "submitted",
      link: null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .insertInto("consent")
    .values({
      id: newId("n"),
      applicant_id: applicant,
      enrolment_id: enrolment,
      purpose: "register",
      text_hash: "t",
      content_hash: "h",
      answer: "yes",
      channel: "web-chat",
      at,
    })
    .execute();
  await db
    .insertInto("submission")
    .values({
      id: submission,
      applicant_id: applicant,
      enrolment_id: enrolment,
      contact_id: contact,
      number: `LD-${name}`,
      state: "received",
      revision: 1,
      nik_hash: hashOf("1699015501900001"),
      regency: null,
      ecosystem: "desa",
      segment: "own-account",
      sector: "other",
      channel: "web-chat",
      link: null,
      received_at: at,
      updated_at: at,
      rung_at: null,
      rings: 0,
      needs_attention_at: null,
      claimed_by: null,
      claimed_until: null,
      undo_until: null,
    })
    .execute();
  await db
    .insertInto("submission_revision")
    .values({
      submission_id: submission,
      revision: 1,
      registration: sealed(),
      contribution: sealed(),
      content_hash: "h",
      at,
    })
    .execute();
  await db
    .insertInto("submission_history")
    .values({
      id: newId("h"),
      submission_id: submission,
      revision: 1,
      from_state: null,
      to_state: "received",
      by: "applicant",
      at,
    })
    .execute();
  await db
    .insertInto("search_token")
    .values({ submission_id: submission, token: hashOf(name) })
    .execute();
  return { contact, applicant, enrolment, submission };
}
