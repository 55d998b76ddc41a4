/** Where a request came from. For limits only; never logged and never stored. */
import { isIPv4 } from "node:net";
import type { Context } from "hono";
import type { WebEnv } from "./door.ts";

/**
 * The socket's address, or, when that is this machine, the last entry of X-Forwarded-For: a proxy on the
 * same machine wrote it. From anywhere else the header is only a claim and is ignored.
 */
export function addressOf(c: Context<WebEnv>): string {
  const socket = c.env?.incoming?.socket.remoteAddress ?? "";
  const forwarded = c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
  return networkOf(isThisMachine(socket) && forwarded ? forwarded : socket);
}

function isThisMachine(address: string): boolean {
  return address === "" || address === "::1" || /^(::ffff:)?127\./.test(address);
}

/** One household or phone gets a whole IPv6 /64, so its first four groups are the key. */
function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, "");
  if (isIPv4(mapped) || !address.includes(":")) return mapped;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? [] : tail.split(":");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups.slice(0, 4).join(":");
}
