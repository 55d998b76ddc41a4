/**
 * Two cookies: the sign-in, which ends with the browser at the latest, and the mark of a browser that is known. Both
 * only by https (browsers take this machine's own address for safe), never to scripts, never with another site's request.
 */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { WebEnv } from "../web/door.ts";

const common = { httpOnly: true, secure: true, sameSite: "Strict", path: "/" } as const;
const signIn = "__Host-lindung-sign-in";
const browser = "__Host-lindung-browser";
/** Seconds; as long as a browser keeps one at the most. */
const browserAge = 400 * 24 * 3_600;

export function tokenIn(c: Context<WebEnv>): string | undefined {
  return getCookie(c, signIn);
}

export function browserIn(c: Context<WebEnv>): string | undefined {
  return getCookie(c, browser);
}

export function keepSignIn(c: Context<WebEnv>, token: string, known: string): void {
  setCookie(c, signIn, token, common);
  setCookie(c, browser, known, { ...common, maxAge: browserAge });
}

export function dropSignIn(c: Context<WebEnv>): void {
  deleteCookie(c, signIn, common);
}
