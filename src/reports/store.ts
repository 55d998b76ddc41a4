/** COUNTS. How far people get: plain events without values, by day, step, channel and link. */
import type { Db } from "../database/open.ts";

export async function countEvent(
  db: Db,
  row: {
    readonly id: string;
    readonly day: string;
    readonly flow: string;
    readonly step: string;
    readonly event: string;
    readonly channel: string;
    readonly link: string | null;
  },
): Promise<void> {
  await db.insertInto("funnel").values(row).execute();
}
