/** What is wrong with the channel, as people who run it are told. */
import type { Health } from "../channel.ts";
import type { Cause } from "./process/protocol.ts";

/** What is wrong while a new start is waited for. */
export function healthAfter(cause: Cause | undefined): readonly [Health["state"], string] {
  switch (cause) {
    case "no-chromium":
      return ["down", "no-chromium"];
    case "browser-fails":
    case "profile-in-use":
      return ["down", "browser-fails"];
    case "refused":
      return ["down", "shut-out"];
    case "outdated":
      return ["down", "outdated"];
    case "no-network":
    case "no-connection":
      return ["degraded", "no-connection"];
    case "logged-out":
    case "qr-expired":
      return ["needs-pairing", "not-paired"];
    case "conflict":
      return ["degraded", "used-elsewhere"];
    default:
      return ["degraded", "starts-again"];
  }
}
