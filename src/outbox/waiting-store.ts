/** Rows of the outbox that wait for the person to write, and those that nobody will get any more. */

import type { Instant } from "../database/schema.ts";
import { change, statement } from "../database/statement.ts";
import { contactsOn } from "../people/store.ts";

/** The channel takes nothing until the person writes: this saying waits for that, and all that follow it. */
export const parkFrom = change<{ contact_id: string; says_id: number }>()((db, param) =>
  db
    .updateTable("outbox")
    .set({ state: "parked", reason: "window-closed" })
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", ">=", param("says_id"))
    .where("state", "in", ["due", "sending"]),
);

/** The person has written: what waited is due. */
export const unpark = change<{ contact_id: string; now: Instant }>()((db, param) =>
  db
    .updateTable("outbox")
    .set({ state: "due", reason: null, due_at: param("now") })
    .where("contact_id", "=", param("contact_id"))
    .where("state", "=", "parked"),
);

/** Nothing reaches the person: this saying is given up, and all that follow it. */
export const giveUpFrom = change<{
  contact_id: string;
  says_id: number;
  reason: string;
  now: Instant;
}>()((db, param) =>
  db
    .updateTable("outbox")
    .set({ state: "given-up", reason: param("reason"), done_at: param("now") })
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", ">=", param("says_id"))
    .where("state", "in", ["due", "sending"]),
);

/** Given up for having waited since before `before`. */
export const giveUpParked = change<{ before: Instant; now: Instant }>()((db, param) =>
  db
    .updateTable("outbox")
    .set({ state: "given-up", done_at: param("now") })
    .where("state", "=", "parked")
    .where("created_at", "<", param("before")),
);

/** A saying that was taken, and whether the person got a later one since. */
export const takenRow = statement<{ contact_id: string; says_id: number }>()((db, param) =>
  db
    .selectFrom("outbox")
    .select(["state", "attempts", "created_at", "done_at"])
    .select(({ selectFrom }) =>
      selectFrom("outbox as later")
        .select(({ fn }) => fn.countAll<number | string>().as("later"))
        .where("later.contact_id", "=", param("contact_id"))
        .where("later.says_id", ">", param("says_id"))
        .where("later.state", "in", ["sent", "sending"])
        .as("later"),
    )
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", "=", param("says_id")),
);

/** What became of a saying after it was taken. */
export const correct = change<{
  contact_id: string;
  says_id: number;
  state: "due" | "parked" | "given-up";
  reason: string | null;
  attempts: number;
  due_at: Instant;
}>()((db, param) =>
  db
    .updateTable("outbox")
    .set({
      state: param("state"),
      reason: param("reason"),
      attempts: param("attempts"),
      due_at: param("due_at"),
    })
    .where("contact_id", "=", param("contact_id"))
    .where("says_id", "=", param("says_id"))
    .where("state", "in", ["sent", "sending"]),
);

/** How many sayings a channel has taken since `since`; goes through all that was ever said by it, and by no other. */
export const sentSince = statement<{ channel: string; since: Instant }>()((db, param) =>
  db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("contact_id", "in", contactsOn(db, param("channel")))
    .where("state", "=", "sent")
    .where("channel", "=", param("channel"))
    .where("done_at", ">=", param("since")),
);
