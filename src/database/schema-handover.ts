/** Tables that say where a person is, and of going on in another place. */
import type { Hash, Instant } from "./schema.ts";

/** Families share a phone; a person may go on in another channel. One is current per contact. */
export type ContactApplicantTable = {
  contact_id: string;
  applicant_id: string;
  current: number;
  /** Since when they go on elsewhere. */
  left_at: Instant | null;
};

/** A code with which a person goes on in another place. Kept for a day after it was used: it can be taken back. */
export type HandoverTable = {
  id: string;
  /** HMAC of the code. */
  code_hash: Hash;
  applicant_id: string;
  enrolment_id: string;
  /** Where it was asked for. */
  contact_id: string;
  expires_at: Instant;
  used_at: Instant | null;
  /** The contact that used it. */
  taken_by: string | null;
};

/** A code that opened nothing was tried. */
export type HandoverTryTable = { id: string; contact_id: string; channel: string; at: Instant };
