/** A submission as it was handed in last, and what the machines found. */
import { z } from "zod";
import type { Db } from "../database/open.ts";
import { type Registration, registrationSchema } from "../enrolment/registration.ts";
import type { Finding, SubmissionState } from "../enrolment/submission.ts";
import type { DataKey, Vault } from "../vault/vault.ts";
import { contributionPlace, detailPlace, registrationPlace } from "./places.ts";
import { findingsOfRevision } from "./received-store.ts";
import { type Revision, stateOf, withRevision } from "./store.ts";

export type LoadedSubmission = {
  readonly id: string;
  readonly applicantId: string;
  readonly number: string;
  readonly state: SubmissionState;
  readonly revision: number;
  readonly nikHash: Buffer;
  /** Opens what is sealed with the applicant's key. */
  readonly registration: (vault: Vault, dataKey: DataKey) => Registration;
  /** As it was worked out when it was handed in. */
  readonly contribution: (vault: Vault, dataKey: DataKey) => unknown;
};

/** A submission with its latest revision; undefined when there is none (any more). */
export async function loadSubmission(db: Db, id: string): Promise<LoadedSubmission | undefined> {
  const [row] = await withRevision(db, { id });
  if (row === undefined) return undefined;
  return {
    id,
    applicantId: row.applicant_id,
    number: row.number,
    state: stateOf(row.state),
    revision: row.revision,
    nikHash: row.nik_hash,
    registration: (vault, dataKey) => {
      const text = vault.open(dataKey, registrationPlace(id, row.revision), row.registration);
      return registrationSchema.parse(JSON.parse(text));
    },
    contribution: (vault, dataKey) =>
      JSON.parse(vault.open(dataKey, contributionPlace(id, row.revision), row.contribution)),
  };
}

/** What the checks found in a revision, in their order. */
export async function loadFindings(
  db: Db,
  vault: Vault,
  dataKey: DataKey,
  revision: Revision,
): Promise<readonly Finding[]> {
  return (await findingsOfRevision(db, revision)).map((row) => ({
    check: row.check_name,
    kind: row.kind,
    level: row.level,
    about: row.about,
    detail: detailSchema.parse(JSON.parse(vault.open(dataKey, detailPlace(row.id), row.detail))),
  }));
}

const detailSchema = z.record(z.string(), z.union([z.string(), z.number()]));
