/** Looks whether the token and the id of our number are taken, for whoever runs the program. */
import { z } from "zod";
import { type Graph, openGraphApi } from "./graph.ts";
import type { CloudNeeds } from "./needs.ts";
import { troubleOf } from "./sending/outcome.ts";

export type Look =
  /** `number`: ours, digits alone, with the country in front. `quality` is Meta's word. */
  | {
      readonly state: "well";
      readonly name?: string;
      readonly number?: string;
      readonly quality?: string;
    }
  | { readonly state: "token-refused" | "wrong-id" | "not-reachable" };

const fields = "verified_name,display_phone_number,quality_rating";

const numberShape = z.object({
  verified_name: z.string().max(200).optional().catch(undefined),
  display_phone_number: z.string().optional().catch(undefined),
  quality_rating: z
    .string()
    .regex(/^[A-Z_]{1,20}$/)
    .optional()
    .catch(undefined),
});

/** For `lindung doctor`: asks once, without a channel. */
export function lookAt(needs: Pick<CloudNeeds, "settings">): Promise<Look> {
  return lookBy(openGraphApi({ ...needs, clock: () => new Date() }), needs.settings.phoneId);
}

export async function lookBy(graph: Graph, phoneId: string): Promise<Look> {
  const reply = await graph.get(`${phoneId}?fields=${fields}`);
  if (reply.kind === "taken") return wellOf(reply.body);
  if (reply.kind === "no-answer") return { state: "not-reachable" };
  const trouble = troubleOf(reply.refusal);
  if (trouble === "token-refused") return { state: "token-refused" };
  // Asked for by its id alone, whatever is wrong with the request is wrong with the id.
  if (trouble === "wrong-id" || trouble === "invalid") return { state: "wrong-id" };
  return { state: "not-reachable" };
}

function wellOf(body: unknown): Look {
  const { data } = numberShape.safeParse(body);
  const digits = data?.display_phone_number?.replace(/\D/g, "") ?? "";
  return {
    state: "well",
    ...(data?.verified_name === undefined ? {} : { name: data.verified_name }),
    ...(digits.length < 5 ? {} : { number: digits }),
    ...(data?.quality_rating === undefined ? {} : { quality: data.quality_rating }),
  };
}
