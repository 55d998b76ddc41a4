/** Whether a queue server answers, for whoever asks once and has no queue open. */
import { connect, policyOf } from "./connection.ts";
import { within } from "./deadline.ts";

export type Probed =
  | { readonly kind: "answers" }
  /** Its memory's policy may throw jobs away. */
  | { readonly kind: "evicts"; readonly policy: string }
  | { readonly kind: "away" };

/** Never throws, and waits for three seconds at most. */
export async function probeQueue(url: string): Promise<Probed> {
  const { redis, cut } = connect(url, { maxRetriesPerRequest: 1 });
  try {
    const policy = await within(3_000, "probe", policyOf(redis));
    return policy === "noeviction" || policy === undefined
      ? { kind: "answers" }
      : { kind: "evicts", policy };
  } catch {
    return { kind: "away" };
  } finally {
    cut();
  }
}
