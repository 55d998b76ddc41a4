/** Whether what is typed here goes over the network in the open: then nobody signs in. */
import type { Context } from "hono";
import type { WebEnv } from "../web/door.ts";

const thisMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** By the address that the browser was given. `publicUrl` is where a proxy with https stands in front. */
export function isSafe(c: Context<WebEnv>, publicUrl: string | undefined): boolean {
  const host = c.req.header("Host") ?? "";
  const { hostname } = URL.parse(`http://${host}`) ?? {};
  if (hostname !== undefined && thisMachine.has(hostname)) return true;
  const outside = publicUrl === undefined ? undefined : URL.parse(publicUrl);
  return outside?.protocol === "https:" && outside.host === host;
}
