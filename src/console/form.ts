/** What was typed into a form of ours. */
import type { Context } from "hono";
import type { WebEnv } from "../web/door.ts";

/** By the name of its field, the first of each; empty where there is none. */
export type Form = (name: string) => string;

/** Letters of one field: more is no use to anybody. */
const most = 1_000;

export async function formIn(c: Context<WebEnv>): Promise<Form> {
  if (c.req.method === "GET" || c.req.method === "HEAD") return () => "";
  const fields = new URLSearchParams(await c.req.text());
  return (name) => (fields.get(name) ?? "").slice(0, most);
}
