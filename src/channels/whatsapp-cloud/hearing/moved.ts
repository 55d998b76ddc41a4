/** Meta's word that somebody has another number or id now. Nobody said anything, so it is not answered. */
import { z } from "zod";
import type { Message } from "./arrivals.ts";
import { isNumber, isUserId } from "./who.ts";

const shape = z.object({
  system: z.object({
    type: z.enum(["user_changed_number", "user_changed_user_id"]),
    body: z.string().catch(""),
    wa_id: z.string().optional(),
    user_id: z.string().optional(),
    previous_user_id: z.string().optional(),
  }),
});

/** The id that is used from now on, and the one before it, where it tells both. */
export function movedBy(
  message: Message,
): { readonly from: string; readonly formerly: string } | undefined {
  const { data } = shape.safeParse(message);
  if (data === undefined) return undefined;
  const { user_id, wa_id, previous_user_id, body } = data.system;
  // The name before it is the person's own choice: only how the sentence ends is Meta's.
  const [, before, now] = / changed from (\S+) to (\S+)$/.exec(body) ?? [];
  const from = [user_id, wa_id, now].find((id) => isUserId(id) || isNumber(id));
  const told = now === from ? before : undefined;
  const known = [message.from_user_id, previous_user_id, told, message.from];
  const formerly = known.find((id) => (isUserId(id) || isNumber(id)) && id !== from);
  return from === undefined || formerly === undefined ? undefined : { from, formerly };
}
