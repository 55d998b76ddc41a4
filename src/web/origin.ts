import type { Context } from "hono";
import type { WebEnv } from "./door.ts";

/**
 * Whether another site's page made this browser ask. Clients that are no browser send neither header.
 * Sec-Fetch-Site is the browser's own word and survives proxies; Origin is for browsers and plain http
 * addresses without it. Source: Fetch Metadata Request Headers (W3C).
 */
export function isForeign(c: Context<WebEnv>, publicUrl: string | undefined): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = c.req.header("Origin");
  if (origin === undefined || origin === publicUrl) return false;
  return URL.parse(origin)?.host !== c.req.header("Host");
}
