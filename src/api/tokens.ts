/**
 * Keys by which programs use the API: shown once when made, kept as a hash, for some things only and for a time.
 * SHA-256 is enough for what is random and 256 bits long; nothing can be tried against it.
 */
import { createHash, randomBytes } from "node:crypto";
import { record } from "../audit/record.ts";
import { newId } from "../database/ids.ts";
import type { Database, Db } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import { type Scope, scopes } from "./scopes.ts";
import {
  allTokens,
  insertToken,
  noteUsed,
  revoke,
  type TokenRow,
  tokenByHash,
} from "./token-store.ts";

export type TokenNeeds = { readonly database: Database; readonly vault: Vault };

export type NewToken = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Days until it ends. */
  readonly days: number;
  readonly now: Date;
};

export type TokenView = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: string;
  readonly state: "valid" | "expired" | "revoked";
  readonly usedAt: string | null;
};

const dayMs = 24 * 3_600_000;
/** How often it is noted that a token is in use. */
const noteMs = 60_000;

/** The only time the token itself is seen. */
export async function addToken(
  { database, vault }: TokenNeeds,
  { name, scopes, days, now }: NewToken,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: string }> {
  const id = newId("t");
  const token = `ldt_${randomBytes(32).toString("base64url")}`;
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + days * dayMs).toISOString();
  await database.grouped(async (db) => {
    await insertToken(db, {
      ...{ id, name, hash: hashOf(token), scope: scopes.join(" "), created_at: at },
      ...{ expires_at: expiresAt, revoked_at: null, used_at: null },
    });
    const detail = { scopes, expires: expiresAt };
    await record(db, vault, { who: "operator", action: "token.added", about: id, detail, at });
  });
  return { id, token, expiresAt };
}

/** Newest first. */
export async function listTokens(db: Db, now: Date): Promise<readonly TokenView[]> {
  return (await allTokens(db)).map((row) => viewOf(row, now.toISOString()));
}

/** False when there is none of that id that still works. */
export async function revokeToken(
  { database, vault }: TokenNeeds,
  id: string,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  return database.grouped(async (db) => {
    if ((await revoke(db, { id, now: at })) === 0) return false;
    await record(db, vault, { who: "operator", action: "token.revoked", about: id, at });
    return true;
  });
}

/** Who holds this token; undefined when nobody does, or not any more. */
export async function holderOf(
  { database }: TokenNeeds,
  token: string,
  now: Date,
): Promise<TokenView | undefined> {
  const [row] = await tokenByHash(database.read, { hash: hashOf(token) });
  if (row === undefined) return undefined;
  const at = now.toISOString();
  const view = viewOf(row, at);
  if (view.state !== "valid") return undefined;
  const noted = row.used_at === null ? 0 : Date.parse(row.used_at);
  if (now.getTime() - noted > noteMs) {
    await database.grouped((db) => noteUsed(db, { id: row.id, now: at }));
  }
  return view;
}

function viewOf(row: TokenRow, now: string): TokenView {
  const state = row.revoked_at !== null ? "revoked" : row.expires_at <= now ? "expired" : "valid";
  const kept = new Set(row.scope.split(" "));
  return {
    id: row.id,
    name: row.name,
    scopes: scopes.filter((scope) => kept.has(scope)),
    expiresAt: row.expires_at,
    state,
    usedAt: row.used_at,
  };
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
