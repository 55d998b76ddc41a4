/** How a sending ended, by what the Bot API answered. */
import type { SendOutcome } from "../channel.ts";
import type { Fault } from "./client.ts";

/** Where Telegram says no more than that it is too much. */
const usualPauseMs = 5_000;
/** A token that was refused does not come right by itself. */
const refusedTokenMs = 600_000;

const blocked = /blocked by the user|user is deactivated|can't initiate conversation/i;
const unknown = /chat not found|user not found|PEER_ID_INVALID|USER_ID_INVALID/i;

export function outcomeOf(fault: Fault): SendOutcome {
  if (fault.kind !== "refused") return { kind: "later", afterMs: 0, cause: "failed" };
  const { code, description, retryAfter } = fault;
  if (code === 429) {
    const afterMs = retryAfter === undefined ? usualPauseMs : retryAfter * 1_000;
    return { kind: "later", afterMs, cause: "asked", whole: true };
  }
  if (isTokenRefused(fault)) return { kind: "channel-down", afterMs: refusedTokenMs };
  if (unknown.test(description)) return { kind: "refused", why: "unknown-recipient" };
  if (code === 403 || blocked.test(description)) return { kind: "refused", why: "blocked" };
  return { kind: "refused", why: "invalid" };
}

/** "Not Found" is what a token gets that cannot be one; a chat that is not there is a 400. */
export function isTokenRefused(fault: Fault): boolean {
  return fault.kind === "refused" && (fault.code === 401 || fault.code === 404);
}
