/**
 * The tables, as Kysely sees them. Portable between SQLite and PostgreSQL: ids are text (UUIDv7 with a
 * letter prefix), truth is 0/1, instants are UTC ISO text with milliseconds, sealed values are bytes.
 * A table is named in exactly one `store.ts`.
 */
import type { ContactApplicantTable, HandoverTable, HandoverTryTable } from "./schema-handover.ts";
import type { StaffTables } from "./schema-staff.ts";

/** Bytes sealed by `vault/vault.ts`; in the clear nowhere in the database. */
export type Sealed = Buffer;
/** A keyed hash (HMAC-SHA-256, 32 bytes) for look-up. */
export type Hash = Buffer;
/** UTC, `2026-11-25T13:00:00.000Z`. */
export type Instant = string;

export type Schema = {
  contact: {
    id: string;
    channel: string;
    /** Which of our accounts on that channel (a bot, a phone number, "web"). */
    account: string;
    /** HMAC(channel, account, external id): the only way to find a contact. */
    external_hash: Hash;
    /** Where to send, sealed under the root key. */
    address: Sealed;
    /** How many sayings this contact has been told: the id of the next is one more. Taken under the row's lock. */
    says: number;
    created_at: Instant;
    /** When it was last heard. */
    seen_at: Instant;
    /** Since when the person has shut the door to us. */
    blocked_at: Instant | null;
    /** 1 while something may wait in the outbox until the person writes. */
    parked: number;
  };
  applicant: {
    id: string;
    /** The applicant's own data key, wrapped by the root key. Destroying it makes everything sealed with it unreadable. */
    data_key: Sealed;
    created_at: Instant;
  };
  contact_applicant: ContactApplicantTable;
  handover: HandoverTable;
  handover_try: HandoverTryTable;
  enrolment: {
    id: string;
    applicant_id: string;
    contact_id: string;
    flow: string;
    content_hash: string;
    /** The whole session (answers with when, how and by whom), sealed. */
    session: Sealed;
    /** Compare and set. */
    version: number;
    state: "draft" | "submitted" | "cancelled";
    link: string | null;
    created_at: Instant;
    updated_at: Instant;
  };
  /** Append only while the person's data exist. */
  consent: {
    id: string;
    applicant_id: string;
    enrolment_id: string;
    purpose: string;
    /** SHA-256 of the exact text that was shown. */
    text_hash: string;
    content_hash: string;
    answer: "yes" | "no" | "withdrawn";
    channel: string;
    at: Instant;
  };
  submission: {
    id: string;
    applicant_id: string;
    enrolment_id: string;
    contact_id: string;
    /** The number to speak, `LD-7K3M-92`. */
    number: string;
    state: string;
    revision: number;
    /** Keyed hash of the NIK: indexed, never unique. */
    nik_hash: Hash;
    regency: string | null;
    ecosystem: string;
    segment: string;
    sector: string;
    channel: string;
    link: string | null;
    received_at: Instant;
    updated_at: Instant;
    /** The bell: when it was last rung and how often. */
    rung_at: Instant | null;
    rings: number;
    needs_attention_at: Instant | null;
    claimed_by: string | null;
    claimed_until: Instant | null;
    undo_until: Instant | null;
  };
  /** Append only. */
  submission_revision: {
    submission_id: string;
    revision: number;
    /** The registration, sealed under the applicant's key. */
    registration: Sealed;
    /** Amounts, and the rule ids and dates they came from, never changed later. Sealed too: they tell the income's bracket. */
    contribution: Sealed;
    content_hash: string;
    at: Instant;
  };
  /** Append only: every change of state. */
  submission_history: {
    id: string;
    submission_id: string;
    revision: number;
    from_state: string | null;
    to_state: string;
    by: string;
    at: Instant;
  };
  finding: {
    id: string;
    submission_id: string;
    revision: number;
    check_name: string;
    kind: string;
    level: "note" | "warning" | "serious";
    /** The datum it is about. */
    about: string;
    /** Values for the text, sealed under the applicant's key. */
    detail: Sealed;
    at: Instant;
  };
  search_token: { submission_id: string; token: Hash };
  /** What was heard, by keyed hash of the channel's own message id: the drop of repeats. */
  inbound: {
    contact_id: string;
    external_hash: Hash;
    /** Who it was about; nothing after erasure. */
    applicant_id: string | null;
    /** Sayings `says_from`..`says_to` answered it; `says_to` below `says_from` when nothing was said. */
    says_from: number;
    says_to: number;
    /** 1 after the person had their data erased: answered 410. */
    erased: number;
    at: Instant;
  };
  /** Messages that leave, nothing else. */
  outbox: {
    contact_id: string;
    /** The contact's counter: no gaps, so `after=` works. */
    says_id: number;
    /** Whose data it may hold; null for a farewell, which holds none. */
    applicant_id: string | null;
    /** Text, choices and what it asks, sealed under the applicant's key (the root key when there is none). */
    body: Sealed;
    /**
     * `readable` and `read` are for channels that pull (web chat, terminal). `parked`: the channel takes it when the
     * person has written again.
     */
    state: "due" | "sending" | "sent" | "given-up" | "readable" | "read" | "parked";
    /** By which it leaves; empty where a program wrote it that knew of none. */
    channel: string;
    due_at: Instant;
    attempts: number;
    reason: string | null;
    created_at: Instant;
    done_at: Instant | null;
  };
  /** A person asked for a human. */
  staff_request: {
    id: string;
    contact_id: string;
    applicant_id: string;
    why: string;
    at: Instant;
    done_at: Instant | null;
  };
  /** That somebody asked for erasure and got it; no name, no NIK, no reference to the person. */
  erasure: { id: string; at: Instant };
  /** How far people get: plain events without values. */
  funnel: {
    id: string;
    day: string;
    flow: string;
    step: string;
    event: string;
    channel: string;
    link: string | null;
  };
  /** What was asked in free words, by class; of nobody, and without a time: the id is drawn by chance alone. */
  question: {
    id: string;
    day: string;
    flow: string;
    outcome: "told" | "unsure" | "unknown";
    /** What was explained; of several that were offered the likeliest. */
    topic: string | null;
    /** The question of the flow that waited meanwhile. */
    step: string | null;
    channel: string;
    link: string | null;
  };
  /** Append only: what staff, or a program in their name, decided about a revision. */
  decision: {
    id: string;
    submission_id: string;
    revision: number;
    verdict: "accepted" | "returned" | "rejected";
    /** JSON: which data for which reason, by the codes of `flows/reasons.yaml`. Nothing anybody wrote freely. */
    reasons: string;
    /** `token:<id>` or `staff:<id>`. */
    by: string;
    at: Instant;
  };
  /** Keys of programs that use the API; made by staff, shown once. */
  api_token: {
    id: string;
    name: string;
    /** SHA-256 of the token, which is random and long: it cannot be guessed from its hash. */
    hash: Hash;
    /** Space-separated. */
    scope: string;
    created_at: Instant;
    expires_at: Instant;
    revoked_at: Instant | null;
    used_at: Instant | null;
  };
  /** Append only, and chained: each row's hash covers the one before (`audit/`). */
  audit: {
    seq: number;
    at: Instant;
    who: string;
    action: string;
    /** Id of what it was done to. */
    about: string | null;
    /** JSON of classes and ids; never a personal value. */
    detail: string;
    hash: Hash;
  };
  /** Who runs the background work (`npm start`), renewed while alive. */
  lease: { name: string; holder: string; until: Instant };
  /** One row per migration applied; `min_program` is the lowest program schema that may still run on it. */
  schema_version: { version: number; name: string; min_program: number; at: Instant };
  /** A known value sealed under the root key: a wrong key file is noticed at start. */
  key_check: { name: string; sealed: Sealed };
} & StaffTables;
