/** The tables of people who review: accounts, one-time links, recovery codes, sign-ins, and wrong guesses. */
import type { Hash, Instant, Sealed } from "./schema.ts";

export type StaffTables = {
  staff: StaffTable;
  staff_link: StaffLinkTable;
  recovery_code: RecoveryCodeTable;
  sign_in: SignInTable;
  guess: GuessTable;
};

type StaffTable = {
  id: string;
  /** What is typed to sign in: lower case, letters, digits, dots and hyphens. */
  login: string;
  /** What colleagues read. */
  name: string;
  role: string;
  /** JSON: the branches whose submissions are theirs; `["*"]` for all. */
  branches: string;
  /** Argon2id with its parameters; null until the one-time link was used. */
  password: string | null;
  /** The secret of the codes (TOTP), sealed under the root key. */
  totp: Sealed | null;
  /** The last half minute of which a code was taken: none works twice. */
  totp_step: number;
  created_at: Instant;
  /** Whoever is disabled is out at the next request. */
  disabled_at: Instant | null;
};

/** By which a colleague sets password and codes; works once. */
type StaffLinkTable = {
  hash: Hash;
  staff_id: string;
  /** The secret that is offered with it, sealed under the root key. */
  totp: Sealed;
  expires_at: Instant;
};

/** In place of a code where the telephone is lost; each works once, and is gone then. */
type RecoveryCodeTable = { staff_id: string; hash: Hash };

type SignInTable = {
  id: string;
  /** SHA-256 of the token, which is random and long. */
  token_hash: Hash;
  staff_id: string;
  created_at: Instant;
  seen_at: Instant;
  ended_at: Instant | null;
};

/** Wrong guesses of one kind: of an account, a browser, an address; by keyed hash. */
type GuessTable = { key: Hash; count: number; since: Instant };
