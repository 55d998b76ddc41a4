/** What a sending comes to, by what the child answered. */
import type { Health, SendOutcome } from "../channel.ts";
import type { Answer, Cause } from "./process/protocol.ts";

const failed = (afterMs: number): SendOutcome => ({ kind: "later", afterMs, cause: "failed" });

/** `timed-out` and the like are no loss: the message may have gone, and a repeat is allowed. */
export function outcomeOf(answer: Answer): SendOutcome {
  if ("failed" in answer) return outcomeOfCause(answer.failed);
  if (!("sent" in answer)) return failed(5_000);
  // The library resolves before the server has it, and also where the server refused it.
  return answer.sent.ack >= 1 ? { kind: "sent", ref: answer.sent.ref } : failed(5_000);
}

function outcomeOfCause(cause: Cause): SendOutcome {
  switch (cause) {
    case "unknown-recipient":
      return { kind: "refused", why: "unknown-recipient" };
    case "asked":
    case "parent-gone":
    case "logged-out":
    case "qr-expired":
    case "memory":
    case "no-chromium":
    case "browser-fails":
    case "profile-in-use":
    case "browser-gone":
    case "page-crashed":
    case "page-gone":
    case "not-ready":
    case "no-connection":
    case "no-network":
    case "conflict":
    case "refused":
    case "outdated":
      return { kind: "channel-down", afterMs: 2_000 };
    case "timed-out":
    case "other":
      return failed(5_000);
  }
}

/** While it is not ready nothing is tried; undefined where it is. */
export function outcomeWhile(state: Health["state"]): SendOutcome | undefined {
  switch (state) {
    case "ready":
      return undefined;
    case "starting":
    case "degraded":
      return { kind: "channel-down", afterMs: 2_000 };
    case "needs-pairing":
    case "down":
    case "off":
      return { kind: "channel-down", afterMs: 30_000 };
  }
}
