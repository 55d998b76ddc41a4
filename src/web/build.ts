/**
 * The ground every door of the house stands on when it speaks HTTP: one Hono application with security
 * headers, the person's language, refusal of foreign origins, health, and one way to say that something
 * went wrong. It knows no door: they are handed to it, and use what lies here.
 */
import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { addressOf } from "./address.ts";
import type { Door, WebEnv, WebLog } from "./door.ts";
import { failureOf } from "./failure.ts";
import { securityHeaders } from "./headers.ts";
import { languageOf, type WebTexts } from "./language.ts";
import { addLook } from "./look.ts";
import { isForeign } from "./origin.ts";
import { isForPrograms, refuse } from "./refuse.ts";

export type WebNeeds = {
  readonly doors: readonly Door[];
  readonly texts: WebTexts;
  /** What the house still waits for, by name; empty when it can serve. */
  readonly waitingFor: () => Promise<readonly string[]>;
  readonly log: WebLog;
  readonly newId: () => string;
  /** Origin under which people reach the program, where it differs from where it listens. */
  readonly publicUrl?: string | undefined;
};

export function buildWeb(needs: WebNeeds): Hono<WebEnv> {
  const web = new Hono<WebEnv>();

  web.use(securityHeaders);
  web.use(async (c, next) => {
    const language = languageOf(c.req.header("Accept-Language"));
    c.set("language", language);
    c.set("say", needs.texts[language]);
    c.set("address", addressOf(c));
    await next();
  });
  web.use(
    methodNotAllowed({
      app: web,
      onMethodNotAllowed: (c, methods) =>
        refuse(c, "method-not-allowed", { headers: { Allow: methods.toSorted().join(", ") } }),
    }),
  );
  web.use("/api/*", async (c, next) => {
    if (isForeign(c, needs.publicUrl)) return refuse(c, "foreign-origin");
    await next();
    c.res.headers.set("Cache-Control", "no-store");
    return;
  });

  addHealth(web, needs);
  addLook(web);
  for (const door of needs.doors) web.route("/", door.routes);

  web.notFound((c) => refuse(c, isForPrograms(c) ? "no-path" : "not-found"));
  web.onError((error, c) => {
    const id = needs.newId();
    needs.log.error({ event: "web.failed", id, method: c.req.method, ...failureOf(error) });
    return refuse(c, "unexpected", { id });
  });
  return web;
}

/** Live: the process answers. Ready: it can serve, and says by name what it waits for when not. */
function addHealth(web: Hono<WebEnv>, needs: WebNeeds): void {
  web.use("/health/*", async (c, next) => {
    await next();
    c.res.headers.set("Cache-Control", "no-store");
  });
  web.get("/health/live", (c) => c.json({ status: "live" }));
  web.get("/health/ready", async (c) => {
    const waitingFor = await needs.waitingFor().catch(() => ["health"]);
    return waitingFor.length === 0
      ? c.json({ status: "ready" })
      : c.json({ status: "waiting", waitingFor }, 503, { "Retry-After": "5" });
  });
}
