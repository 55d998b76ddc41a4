/** Writing what was said into the outbox, sealed, and reading it back. */
import type { Says } from "../channels/channel.ts";
import type { Language } from "../conversation/wording/wording.ts";
import type { Db } from "../database/open.ts";
import { dataKeysOf, noteAnswered, noteTold } from "../people/store.ts";
import type { DataKey, Vault } from "../vault/vault.ts";
import { type Body, bodyPlace, parseBody } from "./body.ts";
import { leasedUntil } from "./lease.ts";
import { leave, saidBetween } from "./store.ts";

export type Saying = {
  readonly contact: { readonly id: string; readonly says: number; readonly channel: string };
  /** Whose data the sayings may hold; nobody's for a farewell. */
  readonly about: { readonly applicantId: string; readonly dataKey: DataKey } | undefined;
  readonly bodies: readonly Body[];
  readonly language: Language;
  /** `readable` for a channel that pulls, `due` for one that is sent to, `sending` where it leaves at once. */
  readonly state: "due" | "readable" | "sending";
  /** Whether the person has just written; a notice comes unasked. */
  readonly isAnswer: boolean;
  readonly now: string;
};

/** Counts on from the contact's counter; to be called under the contact's lock. */
export async function say(db: Db, vault: Vault, saying: Saying): Promise<readonly Says[]> {
  const { contact, about, bodies, language, state, isAnswer, now } = saying;
  const key = about?.dataKey ?? vault.rootKey;
  const says = bodies.map((body, index) => ({ id: contact.says + index + 1, ...body }));
  const due = state === "sending" ? leasedUntil(new Date(now)) : now;
  for (const { id, ...body } of says) {
    await leave(db, {
      contact_id: contact.id,
      says_id: id,
      applicant_id: about?.applicantId ?? null,
      body: vault.seal(key, bodyPlace(contact.id, id), JSON.stringify({ ...body, language })),
      state,
      channel: contact.channel,
      due,
      now,
    });
  }
  const told = { id: contact.id, says: contact.says + says.length };
  if (isAnswer) await noteAnswered(db, { ...told, now });
  else await noteTold(db, told);
  return says;
}

/** What the contact was told from `from` to `to`. What was said about somebody erased is gone. */
export async function sayingsBetween(
  db: Db,
  vault: Vault,
  contactId: string,
  from: number,
  to: number,
): Promise<readonly Says[]> {
  const spoken = await spokenBetween(db, vault, contactId, from, to);
  return spoken.map(({ says }) => says);
}

/** The same, each with its language. */
export async function spokenBetween(
  db: Db,
  vault: Vault,
  contactId: string,
  from: number,
  to: number,
): Promise<readonly { readonly says: Says; readonly language: Language }[]> {
  const rows = await saidBetween(db, { contact_id: contactId, from, to });
  if (rows.length === 0) return [];
  const wrapped = new Map(
    (await dataKeysOf(db, { contact_id: contactId })).map((row) => [row.id, row.data_key]),
  );
  return rows.flatMap(({ says_id, applicant_id, body }) => {
    const sealedKey = applicant_id === null ? undefined : wrapped.get(applicant_id);
    if (applicant_id !== null && sealedKey === undefined) return [];
    const key =
      applicant_id === null || sealedKey === undefined
        ? vault.rootKey
        : vault.dataKey(applicant_id, sealedKey);
    const { body: said, language } = parseBody(
      vault.open(key, bodyPlace(contactId, says_id), body),
    );
    return [{ says: { id: says_id, ...said }, language }];
  });
}
