/** What Meta answers when it takes a message. */
import { z } from "zod";

const shape = z.object({ messages: z.array(z.object({ id: z.string().max(1_024) })).min(1) });

/** Meta's id of it. */
export function wamidIn(body: unknown): string | undefined {
  return shape.safeParse(body).data?.messages[0]?.id;
}
