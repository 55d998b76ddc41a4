/** Rows of the outbox on their way out. */

import { sql } from "kysely";
import type { Db } from "../database/open.ts";
import type { Instant } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";

/**
 * What is due by a channel: of each contact the first message that has not ended, so that order is kept. One that is
 * being sent counts as due when its lease has run out.
 */
export const dueMessages = statement<{ channel: string; now: Instant; limit: number }>()(
  (db, param) =>
    db
      .selectFrom("outbox as message")
      .select(["message.contact_id", "message.says_id", "message.due_at"])
      .select(["message.attempts", "message.created_at"])
      .where(isUnderWay("message"))
      .where("message.channel", "=", param("channel"))
      .where("message.due_at", "<=", param("now"))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("outbox as before")
              .select("before.says_id")
              .whereRef("before.contact_id", "=", "message.contact_id")
              .whereRef("before.says_id", "<", "message.says_id")
              .where(isUnderWay("before")),
          ),
        ),
      )
      .orderBy("message.due_at")
      .limit(param("limit")),
);

/** The next channel in order by which something is under way. */
const channelAfter = statement<{ channel: string }>()((db, param) =>
  db
    .selectFrom("outbox as message")
    .select("message.channel")
    .where(isUnderWay("message"))
    .where("message.channel", ">", param("channel"))
    .orderBy("message.channel")
    .limit(1),
);

/** Channels by which something is under way, also such as are not open any more; thousands of rows cost no more. */
export async function channelsUnderWay(db: Db): Promise<readonly string[]> {
  const found: string[] = [];
  for (let last = ""; ; ) {
    const [next] = await channelAfter(db, { channel: last });
    if (next === undefined) return found;
    last = next.channel;
    found.push(last);
  }
}

/** As the indexes of what is under way were made, letter by letter: values that are filled in would not match them. */
function isUnderWay(name: "message" | "before") {
  return sql<boolean>`${sql.ref(`${name}.state`)} in ('due', 'sending')`;
}

/** Takes the row in hand until `until`; no row when another sender was quicker. */
export const claim = change<{
  contact_id: string;
  says_id: number;
  due_at: Instant;
  until: Instant;
}>()((db, param) =>
  db
    .updateTable("outbox")
    .set({ state: "sending", due_at: param("until") })
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", "=", param("says_id"))
    .where("due_at", "=", param("due_at"))
    .where("state", "in", ["due", "sending"]),
);

/** No row where a report of what became of it was quicker. */
export const finish = change<{
  contact_id: string;
  says_id: number;
  state: "sent" | "given-up";
  reason: string | null;
  now: Instant;
}>()((db, param) =>
  db
    .updateTable("outbox")
    .set(({ eb }) => ({
      state: param("state"),
      reason: param("reason"),
      done_at: param("now"),
      attempts: eb("attempts", "+", 1),
    }))
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", "=", param("says_id"))
    .where("state", "=", "sending"),
);

/** `tries`: by how many it counts as tried. */
export const tryLater = change<{
  contact_id: string;
  says_id: number;
  due_at: Instant;
  tries: 0 | 1;
}>()((db, param) =>
  db
    .updateTable("outbox")
    .set(({ eb }) => ({
      state: "due",
      due_at: param("due_at"),
      attempts: eb("attempts", "+", param("tries")),
    }))
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", "=", param("says_id"))
    .where("state", "=", "sending"),
);

/** What the contact is to be told later than `soon` is due then. */
export const hasten = change<{ contact_id: string; soon: Instant }>()((db, param) =>
  db
    .updateTable("outbox as message")
    .set({ due_at: param("soon") })
    .where(isUnderWay("message"))
    .where("message.contact_id", "=", param("contact_id"))
    .where("message.state", "=", "due")
    .where("message.due_at", ">", param("soon")),
);

/** How far a saying is; no row when it is gone with the person it was about. */
export const stateOf = statement<{ contact_id: string; says_id: number }>()((db, param) =>
  db
    .selectFrom("outbox")
    .select("state")
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", "=", param("says_id")),
);

/** What was taken in hand and not tried is due again. */
export const release = change<{ contact_id: string; says_id: number; now: Instant }>()(
  (db, param) =>
    db
      .updateTable("outbox")
      .set({ state: "due", due_at: param("now") })
      .where("contact_id", "=", param("contact_id"))
      .where("says_id", "=", param("says_id"))
      .where("state", "=", "sending"),
);

/** What a sender had in hand that is no more is due at once. */
export const releaseAll = change<{ now: Instant }>()((db, param) =>
  db
    .updateTable("outbox as message")
    .set({ state: "due", due_at: param("now") })
    .where(isUnderWay("message"))
    .where("message.state", "=", "sending"),
);
