/** Meta's door: it asks whether the address is ours, and delivers in batches. 200 says that all of it is kept. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { WebEnv } from "../../../web/door.ts";
import { failureOf } from "../../../web/failure.ts";
import type { CloudNeeds } from "../needs.ts";
import { isSame, isSigned } from "./signature.ts";

const path = "/webhooks/whatsapp";
/** Meta's own limit of a delivery. */
const largestBody = 3 * 1024 * 1024;
const retryAfterSeconds = 5;

export type Hearing = {
  /** Nothing is heard before the channel is opened and after it is closed. */
  readonly isOpen: () => boolean;
  /** Resolves when everything in the delivery is kept. */
  readonly take: (raw: string) => Promise<void>;
};

export function webhookOf({ settings, log }: CloudNeeds, hearing: Hearing): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(path, (c) => {
    if (!hearing.isOpen()) return comeAgain(c);
    const token = c.req.query("hub.verify_token") ?? "";
    const isOurs = c.req.query("hub.mode") === "subscribe" && isSame(token, settings.verifyToken);
    return isOurs ? c.text(c.req.query("hub.challenge") ?? "") : c.body(null, 403);
  });

  routes.use(path, bodyLimit({ maxSize: largestBody, onError: (c) => c.body(null, 413) }));
  routes.post(path, async (c) => {
    if (!hearing.isOpen()) return comeAgain(c);
    const raw = Buffer.from(await c.req.arrayBuffer());
    if (!isSigned(raw, c.req.header("X-Hub-Signature-256"), settings.appSecret)) {
      log.warn({ event: "whatsapp-cloud.not-signed", bytes: raw.length });
      return c.body(null, 401);
    }
    try {
      await hearing.take(raw.toString("utf8"));
      return c.body(null, 200);
    } catch (error) {
      log.error({ event: "whatsapp-cloud.not-kept", ...failureOf(error) });
      return comeAgain(c);
    }
  });

  return routes;
}

function comeAgain(c: Context<WebEnv>): Response {
  return c.body(null, 503, { "Retry-After": String(retryAfterSeconds) });
}
