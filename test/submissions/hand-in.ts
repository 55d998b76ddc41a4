/** People of the tests who hand in a registration, with a real key each. */
import { createHash, randomBytes } from "node:crypto";
import { newId } from "../../src/database/ids.ts";
import type { Database, Db } from "../../src/database/open.ts";
import type { Sealed } from "../../src/database/schema.ts";
import { type Registration, registrationSchema } from "../../src/enrolment/registration.ts";
import { newSpokenNumber } from "../../src/enrolment/spoken-number.ts";
import type { SubmissionState } from "../../src/enrolment/submission.ts";
import { type Submitting, submit } from "../../src/submissions/submit.ts";
import { openVault, type Vault } from "../../src/vault/vault.ts";

export const at = "2026-11-25T02:00:00.000Z";

export const testVault = (): Vault => openVault(randomBytes(32));

export const siti = registrationSchema.parse({
  segment: "own-account",
  birth_date: "1990-01-15",
  occupation: { code: "karet", said: "nyadap karet" },
  ecosystem: "desa",
  sector: "other",
  income: 1_500_000,
  programs: "jkk-jkm",
  period: "3",
  payer: "self",
  village: { village: "Talang Bulang" },
  regency: "16.99",
  address: "Dusun II, RT 3",
  phone: "+628120000001",
  nik: "1699015501900001",
  sex: "female",
  name: "Siti Aminah",
});

/** What Siti was told on 25 November 2026: the discount for her sector ends with the year (PP 50/2025). */
export const contribution = {
  months: [
    { month: "2026-11", normal: 22_800, toPay: 11_400 },
    { month: "2026-12", normal: 22_800, toPay: 11_400 },
    { month: "2027-01", normal: 22_800, toPay: 22_800 },
  ],
  normal: 68_400,
  toPay: 45_600,
};

export const budi: Registration = {
  ...siti,
  name: "Budi Santoso",
  sex: "male",
  birth_date: "1990-01-15",
  nik: "1699011501900002",
  phone: "+628120000002",
};

/** Somebody who has come to the end of the questions: all that `submit` is given. */
export async function ready(
  database: Database,
  vault: Vault,
  registration: Registration,
): Promise<Submitting & { readonly wrapped: Sealed }> {
  const [contactId, applicantId, enrolmentId] = [newId("c"), newId("a"), newId("e")];
  const { key, wrapped } = vault.newDataKey(applicantId);
  const sealed = randomBytes(48);
  await database.grouped(async (db) => {
    const external_hash = createHash("sha256").update(contactId).digest();
    const contact = { id: contactId, channel: "web-chat", account: "web", external_hash };
    await db
      .insertInto("contact")
      .values({
        ...contact,
        address: sealed,
        says: 0,
        created_at: at,
        seen_at: at,
        blocked_at: null,
        parked: 0,
      })
      .execute();
    await db
      .insertInto("applicant")
      .values({ id: applicantId, data_key: wrapped, created_at: at })
      .execute();
    await db
      .insertInto("enrolment")
      .values({
        id: enrolmentId,
        applicant_id: applicantId,
        contact_id: contactId,
        flow: "enrolment",
        content_hash: "content",
        session: sealed,
        version: 0,
        state: "draft",
        link: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
  });
  return {
    contactId,
    applicantId,
    enrolmentId,
    wrapped,
    dataKey: key,
    number: anyNumber(),
    registration,
    contribution,
    contentHash: "content",
    channel: "web-chat",
    link: null,
    now: at,
  };
}

/** Hands in; gives the id of the submission. */
export async function handIn(
  database: Database,
  vault: Vault,
  registration: Registration = siti,
): Promise<string> {
  const submitting = await ready(database, vault, registration);
  const id = await database.grouped((db) => submit(db, vault, submitting));
  if (id === undefined) throw new Error("handed in before");
  return id;
}

const anyNumber = () => newSpokenNumber((below) => randomBytes(4).readUInt32BE() % below);

export async function wrappedKeyOf(db: Db, applicantId: string): Promise<Sealed | undefined> {
  const row = await db
    .selectFrom("applicant")
    .select("data_key")
    .where("id", "=", applicantId)
    .executeTakeFirst();
  return row?.data_key;
}

/** Moves a submission on without asking whether it may. */
export async function put(db: Database["read"], id: string, state: SubmissionState): Promise<void> {
  await db.updateTable("submission").set({ state }).where("id", "=", id).execute();
}

/** `[revision, from, to, by]`, in order. */
export async function historyOf(database: Database) {
  const rows = await database.read
    .selectFrom("submission_history")
    .select(["revision", "from_state", "to_state", "by"])
    .orderBy("id")
    .execute();
  return rows.map(({ revision, from_state, to_state, by }) => [revision, from_state, to_state, by]);
}
