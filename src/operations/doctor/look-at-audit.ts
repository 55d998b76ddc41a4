/**
 * Whether what was done is still all there, as it was written, goes on from where a backup saw it end, and names every
 * deed that stands in the data.
 */
import { verifyAudit } from "../../audit/verify.ts";
import type { Db } from "../../database/open.ts";
import { chainingUnder } from "../../vault/chain.ts";
import { readChainKey } from "../../vault/index-key-store.ts";
import { type Seen, verifyFrom } from "../backup/seen.ts";
import { summed, unrecorded } from "../unrecorded.ts";
import type { Remark } from "./remark.ts";

export async function lookAtAudit(db: Db, root: Buffer, seen: Seen | undefined): Promise<Remark> {
  const chaining = chainingUnder(await readChainKey(db, root));
  const verified = await verifyFrom(db, chaining, seen);
  if (verified.kind === "whole") {
    const missing = await unrecorded(db);
    if (missing.length > 0)
      return { state: "bad", key: "audit.unrecorded", values: summed(missing) };
    return { state: "well", key: "audit.well", values: { rows: verified.head.seq } };
  }
  const { seq } = verified;
  const byItself = await verifyAudit(db, chaining);
  return byItself.kind === "whole"
    ? { state: "bad", key: "audit.cut", values: { rows: byItself.head.seq, seq } }
    : { state: "bad", key: "audit.broken", values: { seq } };
}
