/**
 * How often it may be tried to sign in (ASVS 5.0 §6.3). Counted before it is looked at whether the try is right, in
 * the database. A browser in which an account was signed in before is counted by itself: whoever guesses at the
 * account from elsewhere does not lock its owner out.
 */
import type { Db } from "../database/open.ts";
import type { Hash } from "../database/schema.ts";
import type { Vault } from "../vault/vault.ts";
import { countGuess, forgetGuesses } from "./guess-store.ts";

/** Tries within the window, wrong ones and the last right one. Documented in the README. */
export const guessing = { windowMinutes: 60, account: 10, browser: 10, address: 50 } as const;

/** Milliseconds after which a count is over. */
export const windowMs = guessing.windowMinutes * 60_000;

export type Trying = {
  readonly login: string;
  readonly address: string;
  /** That of a browser that is known for this account. */
  readonly browser: string | undefined;
  readonly now: Date;
};

/** Undefined: go on. Else the minutes until it may be tried again. */
export async function countTry(
  db: Db,
  vault: Vault,
  trying: Trying,
): Promise<{ readonly waitMinutes: number } | undefined> {
  const { now } = trying;
  const since = new Date(now.getTime() - windowMs).toISOString();
  let waitMs = 0;
  for (const { key, most } of keysOf(vault, trying)) {
    const counted = await countGuess(db, key, { now: now.toISOString(), since });
    if (counted.count > most)
      waitMs = Math.max(waitMs, Date.parse(counted.since) + windowMs - now.getTime());
  }
  return waitMs === 0 ? undefined : { waitMinutes: Math.ceil(waitMs / 60_000) };
}

/** Whoever signed in has not guessed; what came from the address stays counted. */
export async function forgetTries(db: Db, vault: Vault, trying: Trying): Promise<void> {
  const [own] = keysOf(vault, trying);
  if (own !== undefined) await forgetGuesses(db, [own.key]);
}

type Counted = { readonly key: Hash; readonly most: number };

function keysOf(vault: Vault, { login, address, browser }: Trying): readonly Counted[] {
  const own =
    browser === undefined
      ? { key: vault.hash("guess", "account", login), most: guessing.account }
      : { key: vault.hash("guess", "browser", login, browser), most: guessing.browser };
  return [own, { key: vault.hash("guess", "address", address), most: guessing.address }];
}
