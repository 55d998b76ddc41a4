/**
 * SIGNING IN: name, password and a code at once, so that nobody learns which of them was wrong. A sign-in is a random
 * token in a cookie; the database keeps its hash and can end it at any time (ASVS 5.0 §7).
 */
import { randomBytes } from "node:crypto";
import { record } from "../audit/record.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import { type Role, roleIn } from "./abilities.ts";
import { loginIn } from "./accounts.ts";
import { recoveryCodeIn, stepOf } from "./codes.ts";
import { countTry, forgetTries } from "./guessing.ts";
import type { StaffNeeds } from "./needs.ts";
import { hashPassword, isPassword, isWeak } from "./password.ts";
import { openSecret, recoveryHash, tokenHash } from "./secrets.ts";
import { endSignIn, insertSignIn, noteSeen, signInByHash } from "./sign-in-store.ts";
import {
  changeStaff,
  lockStaff,
  type StaffRow,
  staffByLogin,
  takeStep,
  useRecoveryCode,
} from "./staff-store.ts";

/** Minutes without a request, and hours in all. */
const signInLasts = { idleMinutes: 30, hours: 12 } as const;

/** How often it is noted that a sign-in is in use. */
const noteMs = 60_000;

export type SigningIn = {
  readonly login: string;
  readonly password: string;
  /** Of the telephone, or one that was written down. */
  readonly code: string;
  /** For counting only. */
  readonly address: string;
  /** What the cookie of a known browser holds. */
  readonly browser: string | undefined;
};

export type SignedIn = { readonly token: string; readonly browser: string; readonly staff: Staff };

export type SignInOutcome =
  | ({ readonly kind: "signed-in"; readonly isByRecovery: boolean } & SignedIn)
  | { readonly kind: "refused" }
  | { readonly kind: "wait"; readonly minutes: number };

export type Staff = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly branches: readonly string[];
};

export async function signIn(needs: StaffNeeds, signingIn: SigningIn): Promise<SignInOutcome> {
  const { database, vault, clock } = needs;
  const now = clock();
  // What is no login is counted as well: it must not be told from one.
  const login = loginIn(signingIn.login) ?? signingIn.login.slice(0, 100);
  const browser = knownBrowser(needs, login, signingIn.browser);
  const trying = { login, address: signingIn.address, browser, now };
  const wait = await database.grouped((db) => countTry(db, vault, trying));
  if (wait !== undefined) return { kind: "wait", minutes: wait.waitMinutes };

  const [found] = await staffByLogin(database.read, { login });
  const isRight = await isPassword(signingIn.password, found?.password ?? null);
  if (!isRight || found === undefined || found.disabled_at !== null) return { kind: "refused" };
  const stronger = isWeak(found.password ?? "")
    ? await hashPassword(signingIn.password)
    : undefined;

  const token = randomBytes(32).toString("base64url");
  return database.grouped(async (db) => {
    // As it is now: it may have been reset or disabled while the password was being compared.
    const [staff] = await lockStaff(db, { id: found.id });
    if (staff === undefined || staff.password !== found.password) return { kind: "refused" };
    if (staff.disabled_at !== null) return { kind: "refused" };
    const how = await takeCode(db, needs, staff, signingIn.code, now);
    if (how === undefined) return { kind: "refused" };
    if (stronger !== undefined) await changeStaff(db, staff.id, { password: stronger });
    await forgetTries(db, vault, trying);
    await insertSignIn(db, {
      ...{ id: newId("i"), token_hash: tokenHash(token), staff_id: staff.id },
      ...{ created_at: now.toISOString(), seen_at: now.toISOString(), ended_at: null },
    });
    const who = `staff:${staff.id}`;
    const detail = { code: how };
    await record(db, vault, { who, action: "staff.signed-in", detail, at: now.toISOString() });
    const isByRecovery = how === "recovery";
    const known = newBrowser(needs, login);
    return { kind: "signed-in", isByRecovery, token, browser: known, staff: staffOf(staff) };
  });
}

/** Takes the code, which works this once. */
async function takeCode(
  db: Db,
  { vault }: StaffNeeds,
  staff: StaffRow,
  code: string,
  now: Date,
): Promise<"telephone" | "recovery" | undefined> {
  if (recoveryCodeIn(code) !== undefined) {
    const hash = recoveryHash(vault, staff.id, code);
    return (await useRecoveryCode(db, { staff_id: staff.id, hash })) > 0 ? "recovery" : undefined;
  }
  if (staff.totp === null) return undefined;
  const step = stepOf(openSecret(vault, staff.id, staff.totp), code, now);
  if (step === undefined) return undefined;
  return (await takeStep(db, { id: staff.id, step })) > 0 ? "telephone" : undefined;
}

export type Session = { readonly id: string; readonly staff: Staff };

/** Who holds this token; undefined where it is none, has ended, was idle too long, or its owner is disabled. */
export async function whoHolds(needs: StaffNeeds, token: string): Promise<Session | undefined> {
  const [row] = await signInByHash(needs.database.read, { token_hash: tokenHash(token) });
  if (row === undefined || row.ended_at !== null || row.disabled_at !== null) return undefined;
  const now = needs.clock();
  const ageMs = now.getTime() - Date.parse(row.created_at);
  const idleMs = now.getTime() - Date.parse(row.seen_at);
  const { idleMinutes, hours } = signInLasts;
  if (ageMs > hours * 3_600_000 || idleMs > idleMinutes * 60_000) return undefined;
  if (idleMs > noteMs) {
    const at = now.toISOString();
    await needs.database.grouped((db) => noteSeen(db, { id: row.id, now: at }));
  }
  return { id: row.id, staff: staffOf({ ...row, id: row.staff_id }) };
}

/** Signs out. */
export async function signOut(needs: StaffNeeds, { id, staff }: Session): Promise<void> {
  const at = needs.clock().toISOString();
  await needs.database.grouped(async (db) => {
    if ((await endSignIn(db, { id, now: at })) === 0) return;
    await record(db, needs.vault, { who: `staff:${staff.id}`, action: "staff.signed-out", at });
  });
}

function staffOf(row: Pick<StaffRow, "id" | "login" | "name" | "role" | "branches">): Staff {
  const { id, login, name } = row;
  // A role that this program does not know may look and no more.
  const role = roleIn(row.role) ?? "viewer";
  const branches: readonly string[] = JSON.parse(row.branches);
  return { id, login, name, role, branches };
}

/** A browser in which this account was signed in: a random word, and our seal under it. */
function newBrowser({ vault }: StaffNeeds, login: string): string {
  const word = randomBytes(16).toString("base64url");
  return `${word}.${vault.hash("browser", login, word).toString("base64url")}`;
}

function knownBrowser(
  { vault }: StaffNeeds,
  login: string,
  cookie: string | undefined,
): string | undefined {
  const [word = "", seal = ""] = (cookie ?? "").split(".");
  const right = vault.hash("browser", login, word).toString("base64url");
  // Compared by a hash of both: how far they agree shows in no time that can be measured.
  const isOurs = tokenHash(seal).equals(tokenHash(right));
  return word !== "" && isOurs ? word : undefined;
}
