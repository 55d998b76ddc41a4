/** Telegram delivers to our door. Taken is what is kept; whatever is not taken Telegram delivers again. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { WebEnv } from "../../web/door.ts";
import { failureOf } from "../../web/failure.ts";
import type { Hearing } from "./hear.ts";
import type { TelegramNeeds } from "./needs.ts";
import { isSecret, webhookPath, webhookSecret } from "./secrets.ts";
import { numberOf } from "./update.ts";

/** An update is a few kB; a long text in any script not even 64. */
const largestBody = 1_048_576;
/** Telegram obeys it; without, it waits ever longer, up to minutes. */
const comeAgainAfterSeconds = "2";

type Needs = Pick<TelegramNeeds, "settings" | "log"> & {
  /** Undefined while nobody hears. */
  readonly hear: () => ((raw: unknown) => Hearing | undefined) | undefined;
};

export function openWebhook({ settings, log, hear }: Needs) {
  const routes = new Hono<WebEnv>();
  const secret = webhookSecret(settings);
  const underWay = new Set<Promise<boolean>>();

  const again = () =>
    new Response(null, { status: 503, headers: { "Retry-After": comeAgainAfterSeconds } });

  const keep = async (hearing: Hearing, update: number | undefined): Promise<boolean> => {
    try {
      await hearing.keep();
      return true;
    } catch (error) {
      log.warn({ event: "telegram.not-kept", update, ...failureOf(error) });
      return false;
    }
  };

  routes.post(
    webhookPath(settings),
    // Before a byte of the body is read: only Telegram may make us read and parse.
    async (c, next) => {
      if (isSecret(c.req.header("X-Telegram-Bot-Api-Secret-Token"), secret)) return next();
      log.warn({ event: "telegram.wrong-secret" });
      return c.body(null, 403);
    },
    bodyLimit({ maxSize: largestBody, onError: (c) => c.body(null, 413) }),
    async (c) => {
      const hearing = hear();
      if (hearing === undefined) return again();
      const raw = parse(new Uint8Array(await c.req.arrayBuffer()));
      if (raw === undefined) {
        log.warn({ event: "telegram.unreadable", why: "not-json" });
        return c.body(null, 400);
      }
      const heard = hearing(raw);
      if (heard === undefined) return c.body(null, 200);
      const keeping = keep(heard, numberOf(raw));
      underWay.add(keeping);
      const isKept = await keeping.finally(() => underWay.delete(keeping));
      return isKept ? c.body(null, 200) : again();
    },
  );

  return {
    door: { routes },
    /** Resolves when nothing is being kept any more. */
    settled: () => Promise.all(underWay),
  };
}

/** All the bytes first: a letter may begin in one piece and end in the next. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
