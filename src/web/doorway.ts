/** What every door of the interface does alike: how it says "not so often" and "not now", and what it takes for JSON. */
import type { Context } from "hono";
import type { WebEnv, WebLog } from "./door.ts";
import { failureOf } from "./failure.ts";
import { refuse } from "./refuse.ts";

type DoorwayNeeds = { readonly log: WebLog; readonly newId: () => string };

/** Seconds after which a client may try again when the house cannot answer now. */
const retryAfterSeconds = 5;

/** Whatever the house throws is not the client's fault: 503, and the log knows it by an id. */
export async function orUnavailable(
  c: Context<WebEnv>,
  { log, newId }: DoorwayNeeds,
  event: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const id = newId();
    log.error({ event, id, ...failureOf(error) });
    return refuse(c, "unavailable", { id, headers: { "Retry-After": String(retryAfterSeconds) } });
  }
}

export function tooMany(c: Context<WebEnv>, waitSeconds: number): Response | Promise<Response> {
  return refuse(c, "too-many", { headers: { "Retry-After": String(waitSeconds) } });
}

export function isJson(c: Context<WebEnv>): boolean {
  return /^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? "");
}
