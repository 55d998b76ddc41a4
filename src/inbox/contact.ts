/** Whom an address stands for: the contact, met at its first word. */
import type { Inbound } from "../channels/channel.ts";
import { newId } from "../database/ids.ts";
import type { Db } from "../database/open.ts";
import { lockContact, meetContact, moveContact } from "../people/store.ts";
import type { Vault } from "../vault/vault.ts";
import type { InboxNeeds } from "./needs.ts";

export type Address = Pick<Inbound, "channel" | "account" | "from">;

/** Tells contacts apart, inside this process. */
export function nameOf({ channel, account, from }: Address): string {
  return `${channel} ${account} ${from}`;
}

/** By what the contact is found. */
export function hashed({ vault }: { readonly vault: Vault }, { channel, account, from }: Address) {
  return { channel, account, external_hash: vault.hash("contact", channel, account, from) };
}

/**
 * The contact of an address, its row locked; made where there is none. Who is known there by a former id only is known
 * by the new one from now on.
 */
export async function contactOf(
  db: Db,
  needs: InboxNeeds,
  address: Address & Pick<Inbound, "formerly">,
) {
  const found = hashed(needs, address);
  const [known] = await lockContact(db, found);
  if (known !== undefined) return known;
  const { formerly } = address;
  const [former] =
    formerly === undefined
      ? []
      : await lockContact(db, hashed(needs, { ...address, from: formerly }));
  const id = former?.id ?? newId("c");
  const place = { table: "contact", row: id, column: "address" };
  const sealed = needs.vault.seal(needs.vault.rootKey, place, address.from);
  if (former !== undefined) {
    await moveContact(db, { id, external_hash: found.external_hash, address: sealed });
    return former;
  }
  const now = needs.clock().toISOString();
  const [made] = await meetContact(db, { ...found, id, now, address: sealed });
  if (made === undefined) throw new Error("inbox: the contact was neither found nor made");
  return made;
}
