/**
 * WHO WE TALK WITH. Contacts (addresses on channels) and applicants (people) here; their enrolments in
 * `enrolment-store.ts`, what was heard in `heard-store.ts`. Knows no conversation.
 */
import type { Db } from "../database/open.ts";
import type { Hash, Instant, Sealed } from "../database/schema.ts";
import { change, statement, underLock } from "../database/statement.ts";

/** Locks the contact's row until the turn is over: the first statement of a turn of somebody known. */
export const lockContact = statement<{ channel: string; account: string; external_hash: Hash }>()(
  (db, param) => underLock(db, contactAt(db, param)),
);

/**
 * The contact of that address, made when there is none. One statement makes or locks the row, so messages of a
 * contact are handled one after another on either database; it is the first of every turn.
 */
export const meetContact = statement<{
  id: string;
  channel: string;
  account: string;
  external_hash: Hash;
  address: Sealed;
  now: Instant;
}>()((db, param) =>
  db
    .insertInto("contact")
    .values({
      id: param("id"),
      channel: param("channel"),
      account: param("account"),
      external_hash: param("external_hash"),
      address: param("address"),
      says: 0,
      created_at: param("now"),
      seen_at: param("now"),
      blocked_at: null,
      parked: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["channel", "account", "external_hash"])
        .doUpdateSet({ seen_at: param("now") }),
    )
    .returning(["id", "says", "parked"]),
);

export const findContact = statement<{ channel: string; account: string; external_hash: Hash }>()(
  contactAt,
);

type AddressParam = {
  (name: "channel" | "account"): string;
  (name: "external_hash"): Hash;
};

function contactAt(db: Db, param: AddressParam) {
  return db
    .selectFrom("contact")
    .select(["id", "says", "parked"])
    .where("channel", "=", param("channel"))
    .where("account", "=", param("account"))
    .where("external_hash", "=", param("external_hash"));
}

/** For a look-up inside another: the contacts of a channel. */
export function contactsOn(db: Db, channel: string) {
  return db.selectFrom("contact").select("contact.id").where("contact.channel", "=", channel);
}

/** Locks the contact's row, before anything of its people is locked. */
export const lockContactById = statement<{ id: string }>()((db, param) =>
  underLock(
    db,
    db
      .selectFrom("contact")
      .select(["id", "channel", "says", "seen_at"])
      .where("id", "=", param("id")),
  ),
);

/** The channel knows the same person by another id now. */
export const moveContact = change<{ id: string; external_hash: Hash; address: Sealed }>()(
  (db, param) =>
    db
      .updateTable("contact")
      .set({ external_hash: param("external_hash"), address: param("address") })
      .where("id", "=", param("id")),
);

/** Where a message to the contact goes (channel, our account there, the sealed address), and whether it may. */
export const contactById = statement<{ id: string }>()((db, param) =>
  db
    .selectFrom("contact")
    .select(["channel", "account", "address", "seen_at", "blocked_at"])
    .where("id", "=", param("id")),
);

/** How much the contact has been told, unasked. */
export const noteTold = change<{ id: string; says: number }>()((db, param) =>
  db
    .updateTable("contact")
    .set({ says: param("says") })
    .where("id", "=", param("id")),
);

/** The end of a turn: how much the contact has been told, and that it was heard. Who writes has opened the door. */
export const noteAnswered = change<{ id: string; says: number; now: Instant }>()((db, param) =>
  db
    .updateTable("contact")
    .set({ says: param("says"), seen_at: param("now"), blocked_at: null, parked: 0 })
    .where("id", "=", param("id")),
);

/** The person has shut the door to us at `at`, or opened it again (`null`). */
export const noteBlocked = change<{ id: string; at: Instant | null }>()((db, param) =>
  db
    .updateTable("contact")
    .set({ blocked_at: param("at") })
    .where("id", "=", param("id")),
);

/** Something waits in the outbox until the person writes. */
export const noteParked = change<{ id: string }>()((db, param) =>
  db.updateTable("contact").set({ parked: 1 }).where("id", "=", param("id")),
);

/** Data keys of the applicants a contact ever spoke for. */
export const dataKeysOf = statement<{ contact_id: string }>()((db, param) =>
  db
    .selectFrom("contact_applicant")
    .innerJoin("applicant", "applicant.id", "contact_applicant.applicant_id")
    .select(["applicant.id", "applicant.data_key"])
    .where("contact_applicant.contact_id", "=", param("contact_id")),
);

const keyOf = statement<{ id: string }>()((db, param) =>
  db.selectFrom("applicant").select("data_key").where("id", "=", param("id")),
);

/** The applicant's data key as it is kept; undefined when the person was erased. */
export async function wrappedKeyOf(db: Db, applicantId: string): Promise<Sealed | undefined> {
  const [row] = await keyOf(db, { id: applicantId });
  return row?.data_key;
}
