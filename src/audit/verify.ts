/** Reads the chain from its beginning and says where it breaks first. */
import type { Db } from "../database/open.ts";
import type { Chaining } from "../vault/chain.ts";
import { linkOf, start } from "./record.ts";
import { newest, rowsAfter } from "./store.ts";

/** The end of the chain as somebody saw it: kept elsewhere, it shows whether rows were cut off after it. */
export type Head = { readonly seq: number; readonly hash: string };

export type Verified =
  | { readonly kind: "whole"; readonly head: Head }
  /** `seq` is the first row that is missing, was changed, or does not follow the one before. */
  | { readonly kind: "broken"; readonly seq: number };

const batch = 1_000;

/** `anchor`: an end seen before; the chain must go through it. `progress` is told how many rows were read. */
export async function verifyAudit(
  db: Db,
  { chain }: Chaining,
  anchor?: Head,
  progress: (rows: number) => void = () => undefined,
): Promise<Verified> {
  let seq = 0;
  let hash: Buffer = start;
  for (;;) {
    const rows = await rowsAfter(db, seq, batch);
    for (const row of rows) {
      if (row.seq !== seq + 1 || !linkOf(chain, hash, row).equals(row.hash)) {
        return { kind: "broken", seq: seq + 1 };
      }
      ({ seq, hash } = row);
      if (seq === anchor?.seq && hash.toString("hex") !== anchor.hash) {
        return { kind: "broken", seq };
      }
    }
    progress(seq);
    if (rows.length < batch) break;
  }
  if (anchor !== undefined && seq < anchor.seq) return { kind: "broken", seq: seq + 1 };
  return { kind: "whole", head: { seq, hash: hash.toString("hex") } };
}

/** The end as it is now, not verified: to be noted where whoever has the database in hand cannot change it. */
export async function headOf(db: Db): Promise<Head> {
  const [{ seq, hash } = { seq: 0, hash: start }] = await newest(db, {});
  return { seq, hash: hash.toString("hex") };
}
