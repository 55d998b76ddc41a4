/** By which id Meta tells a person: one that belongs to our business alone, or the telephone number. */
import type { Contact } from "./arrivals.ts";

/** CC. and letters; with ENT. in between where several businesses share it. */
const ofBusiness = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
const number = /^\d{5,20}$/;

export const isUserId = (id: string | undefined): id is string =>
  id !== undefined && ofBusiness.test(id);
export const isNumber = (id: string | undefined): id is string =>
  id !== undefined && number.test(id);

type Sender = { readonly from?: string | undefined; readonly from_user_id?: string | undefined };

/** `from` is the id of the business where there is one; `formerly` the number under which they may be known. */
export function idsOf(
  sender: Sender,
  contacts: readonly Contact[],
): { readonly from: string; readonly formerly?: string } | undefined {
  const contact = contacts.find(
    ({ user_id, wa_id }) =>
      (user_id !== undefined && user_id === sender.from_user_id) ||
      (wa_id !== undefined && wa_id === sender.from),
  );
  const userId = sender.from_user_id ?? contact?.user_id;
  const phone = sender.from ?? contact?.wa_id;
  if (isUserId(userId)) {
    return isNumber(phone) ? { from: userId, formerly: phone } : { from: userId };
  }
  return isNumber(phone) ? { from: phone } : undefined;
}

/** How a message is addressed to such an id; undefined for what is none. */
export function addressOf(
  id: string,
): { readonly to: string } | { readonly recipient: string } | undefined {
  if (isUserId(id)) return { recipient: id };
  return isNumber(id) ? { to: id } : undefined;
}
