/** How many submissions the machines cannot get on with, for operators: counts, nobody's data. */
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";

export type Attention = {
  /** Given up by the machines; staff see them. */
  readonly stuck: number;
  /** Received before `since` and not looked at yet. */
  readonly late: number;
};

export async function attention(db: Db, since: Instant): Promise<Attention> {
  const received = db
    .selectFrom("submission")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "received");
  const stuck = received.where("needs_attention_at", "is not", null);
  const late = received.where("needs_attention_at", "is", null).where("updated_at", "<", since);
  return {
    stuck: (await stuck.executeTakeFirstOrThrow()).count,
    late: (await late.executeTakeFirstOrThrow()).count,
  };
}
