/** The person shut the door to us, or opened it again. */
import { giveUpFrom } from "../outbox/waiting-store.ts";
import { lockContact, noteBlocked } from "../people/store.ts";
import { type Address, hashed, nameOf } from "./contact.ts";
import type { InboxNeeds } from "./needs.ts";

type ReachNeeds = Pick<InboxNeeds, "database" | "vault" | "clock" | "inOrder" | "lanes">;

/** Where the door is shut, what is due is given up, and nothing is begun. Nobody is met by this alone. */
export async function reach(
  needs: ReachNeeds,
  address: Address,
  reach: "blocked" | "open",
): Promise<void> {
  await needs.inOrder(nameOf(address), async () => {
    const contactId = await needs.database.grouped(async (db) => {
      const [contact] = await lockContact(db, hashed(needs, address));
      if (contact === undefined) return undefined;
      const now = needs.clock().toISOString();
      const isBlocked = reach === "blocked";
      await noteBlocked(db, { id: contact.id, at: isBlocked ? now : null });
      if (isBlocked)
        await giveUpFrom(db, { contact_id: contact.id, says_id: 1, reason: "blocked", now });
      return isBlocked ? contact.id : undefined;
    });
    if (contactId !== undefined) needs.lanes?.giveBack(contactId);
  });
}
