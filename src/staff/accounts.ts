/**
 * ACCOUNTS OF PEOPLE WHO REVIEW. Made with a one-time link, by which their owner chooses a password and takes the secret
 * of the codes onto a telephone. Who leads, or the operator at the machine, makes, changes, disables and resets them;
 * all of it is recorded with the deed.
 */
import { randomBytes } from "node:crypto";
import { type Action, record } from "../audit/record.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import type { Role } from "./abilities.ts";
import { newSecret } from "./codes.ts";
import type { StaffNeeds } from "./needs.ts";
import { sealSecret, tokenHash } from "./secrets.ts";
import { endSignInsOf } from "./sign-in-store.ts";
import {
  changeStaff,
  endLinks,
  insertStaff,
  leadsLeft,
  lockStaff,
  putLink,
  putRecoveryCodes,
  type StaffRow,
  staffByLogin,
} from "./staff-store.ts";

/** How long a one-time link may wait to be used. */
export const linkHours = 48;

export type NewStaff = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** `["*"]` for all. */
  readonly branches: readonly string[];
  /** `staff:<id>` or `operator`. */
  readonly by: string;
};

export type Added =
  | { readonly kind: "added"; readonly id: string; readonly link: string }
  | { readonly kind: "bad-login" }
  | { readonly kind: "login-taken" };

/** Lower case letters, digits, dots and hyphens, with a letter in front. */
export function loginIn(typed: string): string | undefined {
  const login = typed.trim().toLowerCase();
  return /^[a-z][a-z0-9.-]{1,39}$/.test(login) ? login : undefined;
}

/** The link is seen this once. */
export async function addStaff(needs: StaffNeeds, staff: NewStaff): Promise<Added> {
  const login = loginIn(staff.login);
  if (login === undefined) return { kind: "bad-login" };
  const now = needs.clock();
  const id = newId("u");
  return needs.database.grouped(async (db) => {
    if ((await staffByLogin(db, { login })).length > 0) return { kind: "login-taken" };
    await insertStaff(db, {
      ...{ id, login, name: staff.name.trim() || login, role: staff.role },
      ...{ branches: JSON.stringify(staff.branches), password: null, totp: null, totp_step: 0 },
      ...{ created_at: now.toISOString(), disabled_at: null },
    });
    const link = await newLink(db, needs.vault, id, now);
    const detail = { role: staff.role, branches: staff.branches };
    await note(db, needs.vault, "staff.added", { id, by: staff.by, now }, detail);
    return { kind: "added", id, link };
  });
}

export type Changing = { readonly id: string; readonly by: string };

/** Why it was not done; undefined where it was. */
export type ChangeFault = "unknown" | "last-lead" | "oneself";

/** Password, codes and sign-ins are void; a new link opens the account again. */
export async function resetStaff(
  needs: StaffNeeds,
  { id, by }: Changing,
): Promise<{ readonly link: string } | { readonly fault: ChangeFault }> {
  const now = needs.clock();
  return needs.database.grouped(async (db) => {
    const [staff] = await lockStaff(db, { id });
    if (staff === undefined) return { fault: "unknown" };
    await changeStaff(db, id, { password: null });
    await putRecoveryCodes(db, id, []);
    await endSignInsOf(db, { staff_id: id, now: now.toISOString() });
    const link = await newLink(db, needs.vault, id, now);
    await note(db, needs.vault, "staff.reset", { id, by, now });
    return { link };
  });
}

/** Out at the next request. The last lead stays: nobody could let anybody in again. */
export function disableStaff(
  needs: StaffNeeds,
  changing: Changing,
): Promise<ChangeFault | undefined> {
  return changed(needs, changing, "staff.disabled", async (db, staff, at) => {
    if (isOneself(changing)) return "oneself";
    if (staff.role === "lead" && (await leadsLeft(db)) <= 1) return "last-lead";
    await changeStaff(db, staff.id, { disabled_at: at });
    await endSignInsOf(db, { staff_id: staff.id, now: at });
    await endLinks(db, staff.id);
    return undefined;
  });
}

export function enableStaff(
  needs: StaffNeeds,
  changing: Changing,
): Promise<ChangeFault | undefined> {
  return changed(needs, changing, "staff.enabled", async (db, staff) => {
    await changeStaff(db, staff.id, { disabled_at: null });
    return undefined;
  });
}

/** Every browser of theirs has to sign in again. */
export function endSignIns(
  needs: StaffNeeds,
  changing: Changing,
): Promise<ChangeFault | undefined> {
  return changed(needs, changing, "staff.sign-ins-ended", async (db, staff, at) => {
    await endSignInsOf(db, { staff_id: staff.id, now: at });
    return undefined;
  });
}

export type Placing = Changing & { readonly role: Role; readonly branches: readonly string[] };

export function placeStaff(
  needs: StaffNeeds,
  { role, branches, ...changing }: Placing,
): Promise<ChangeFault | undefined> {
  const detail = { role, branches };
  return changed(
    needs,
    changing,
    "staff.placed",
    async (db, staff) => {
      const isLast = staff.role === "lead" && role !== "lead" && (await leadsLeft(db)) <= 1;
      if (isLast) return "last-lead";
      await changeStaff(db, staff.id, { role, branches: JSON.stringify(branches) });
      return undefined;
    },
    detail,
  );
}

function isOneself({ id, by }: Changing): boolean {
  return by === `staff:${id}`;
}

type Deed = (db: Db, staff: StaffRow, at: string) => Promise<ChangeFault | undefined>;
type Detail = Readonly<Record<string, string | readonly string[]>>;

async function changed(
  needs: StaffNeeds,
  { id, by }: Changing,
  action: Action,
  deed: Deed,
  detail?: Detail,
): Promise<ChangeFault | undefined> {
  const now = needs.clock();
  return needs.database.grouped(async (db) => {
    const [staff] = await lockStaff(db, { id });
    if (staff === undefined) return "unknown";
    const fault = await deed(db, staff, now.toISOString());
    if (fault === undefined) await note(db, needs.vault, action, { id, by, now }, detail);
    return fault;
  });
}

async function note(
  db: Db,
  vault: Vault,
  action: Action,
  { id, by, now }: Changing & { readonly now: Date },
  detail: Detail = {},
): Promise<void> {
  await record(db, vault, { who: by, action, about: id, detail, at: now.toISOString() });
}

/** With the secret of the codes that it offers. */
async function newLink(db: Db, vault: Vault, staffId: string, now: Date): Promise<string> {
  const link = randomBytes(32).toString("base64url");
  const hash = tokenHash(link);
  const expires_at = new Date(now.getTime() + linkHours * 3_600_000).toISOString();
  const totp = sealSecret(vault, staffId, newSecret());
  await putLink(db, { hash, staff_id: staffId, totp, expires_at });
  return link;
}
