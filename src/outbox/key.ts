/** The name of a row of the outbox, as a channel may hand it to the other side and get it back: ids only. */

export function keyOf(contactId: string, saysId: number): string {
  return `${contactId}:${saysId}`;
}

/** Undefined for anything else. */
export function rowOf(
  key: string,
): { readonly contact_id: string; readonly says_id: number } | undefined {
  const [, contact_id, says_id] = /^(c-[0-9a-f-]{36}):(\d{1,15})$/.exec(key) ?? [];
  return contact_id === undefined ? undefined : { contact_id, says_id: Number(says_id) };
}
