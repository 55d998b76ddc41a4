/** Where sealed values of a submission stand: moved elsewhere they do not open. */
import type { Place } from "../vault/seal.ts";

export const registrationPlace = (submissionId: string, revision: number): Place => ({
  table: "submission_revision",
  row: `${submissionId}/${revision}`,
  column: "registration",
});

export const contributionPlace = (submissionId: string, revision: number): Place => ({
  ...registrationPlace(submissionId, revision),
  column: "contribution",
});

export const detailPlace = (findingId: string): Place => ({
  table: "finding",
  row: findingId,
  column: "detail",
});
