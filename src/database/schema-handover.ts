/** Tables of going on in another place, by a code. */
import type { Hash, Instant } from "./schema.ts";

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
