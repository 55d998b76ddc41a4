/** A saying as it lies in the outbox: sealed JSON, parsed when read. */
import { z } from "zod";
import type { Says } from "../channels/channel.ts";

const bodySchema = z.object({
  text: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).exactOptional(),
  asks: z.object({ name: z.string(), kind: z.string() }).exactOptional(),
});

export type Body = Omit<Says, "id">;

export function parseBody(json: string): Body {
  return bodySchema.parse(JSON.parse(json));
}

/** Where a saying is sealed: moved to another row it does not open. */
export function bodyPlace(contactId: string, saysId: number) {
  return { table: "outbox", row: `${contactId}:${saysId}`, column: "body" } as const;
}
