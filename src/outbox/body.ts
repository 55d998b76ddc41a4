/** A saying as it lies in the outbox: sealed JSON, parsed when read. */
import { z } from "zod";
import type { Says } from "../channels/channel.ts";
import type { Language } from "../conversation/wording/wording.ts";

const bodySchema = z.object({
  text: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).exactOptional(),
  asks: z.object({ name: z.string(), kind: z.string() }).exactOptional(),
  // Rows that were written before it was kept.
  language: z.enum(["id", "en"]).default("id"),
  removes: z.object({ ref: z.string(), failed: z.string() }).exactOptional(),
});

export type Body = Omit<Says, "id">;

/** A body with the language it is in, for the few words a channel has of its own. */
export type Spoken = { readonly body: Body; readonly language: Language };

export function parseBody(json: string): Spoken {
  const { language, ...body } = bodySchema.parse(JSON.parse(json));
  return { body, language };
}

/** Where a saying is sealed: moved to another row it does not open. */
export function bodyPlace(contactId: string, saysId: number) {
  return { table: "outbox", row: `${contactId}:${saysId}`, column: "body" } as const;
}
