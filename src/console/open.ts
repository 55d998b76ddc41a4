/**
 * PEOPLE LOOK SECOND. The pages with which staff review what was handed in. Nobody is let in but by `consoleRoutes`, each
 * of which names who may; what changes something is a form of our own page. All of it works without JavaScript.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { may } from "../staff/abilities.ts";
import { type Session, whoHolds } from "../staff/sign-in.ts";
import type { Door, WebEnv } from "../web/door.ts";
import { orUnavailable } from "../web/doorway.ts";
import { isForeign } from "../web/origin.ts";
import { refuse } from "../web/refuse.ts";
import { addAssets } from "./assets.ts";
import { tokenIn } from "./cookies.ts";
import { addEntrance } from "./entrance.ts";
import { formIn } from "./form.ts";
import type { ConsoleNeeds } from "./needs.ts";
import { noticePage } from "./pages/notice.ts";
import { queueRoutes } from "./pages/queue.ts";
import { staffRoutes } from "./pages/staff.ts";
import { submissionRoutes } from "./pages/submission.ts";
import type { Route } from "./route.ts";
import { wordsOf } from "./words.ts";

const largestForm = 16 * 1024;

export function consoleRoutes(needs: ConsoleNeeds): readonly Route[] {
  return [...queueRoutes(needs), ...submissionRoutes(needs), ...staffRoutes(needs)];
}

export function openConsole(needs: ConsoleNeeds): Door {
  const routes = new Hono<WebEnv>();
  const wordsFor = (c: Context<WebEnv>) => {
    const language = c.get("language");
    return wordsOf(needs.wordings[language], language);
  };

  routes.use("/console/*", async (c, next) => {
    await next();
    if (!c.req.path.startsWith("/console/look/")) c.res.headers.set("Cache-Control", "no-store");
  });
  routes.use(
    "/console/*",
    bodyLimit({ maxSize: largestForm, onError: (c) => refuse(c, "too-large") }),
  );
  routes.use("/console/*", async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(
      c.req.header("Content-Type") ?? "",
    );
    if (!isForm || isForeign(c, needs.publicUrl)) return refuse(c, "foreign-origin");
    return next();
  });
  addAssets(routes);
  addEntrance(routes, needs, wordsFor);

  for (const route of consoleRoutes(needs)) {
    routes.on(route.method.toUpperCase(), `/console${route.path}`, (c) =>
      orUnavailable(c, needs, "staff-pages.unavailable", () => letIn(c, route)),
    );
  }
  routes.get("/console", (c) => c.redirect("/console/queue"));
  return { routes };

  async function letIn(c: Context<WebEnv>, route: Route): Promise<Response> {
    const words = wordsFor(c);
    const token = tokenIn(c);
    const session = token === undefined ? undefined : await whoHolds(needs.staff, token);
    if (session === undefined) return signInFirst(c);
    if (!may(session.staff.role, route.needs)) {
      return c.html(noticePage(words, "not-allowed", session.staff), 403);
    }
    const csrf = csrfOf(needs, session);
    const form = await formIn(c);
    if (route.method === "post" && form("csrf") !== csrf) {
      return c.html(noticePage(words, "stale-form", session.staff), 403);
    }
    return route.answer({ c, session, words, csrf, form });
  }
}

/** A page that is asked for is there again after signing in; a form that was posted is not. */
function signInFirst(c: Context<WebEnv>): Response {
  const { path, method } = c.req;
  const back =
    method === "GET" && path !== "/console/queue" ? `?to=${encodeURIComponent(path)}` : "";
  return c.redirect(`/console/sign-in${back}`, 303);
}

/** Belongs to this sign-in and to no other. */
function csrfOf({ staff }: ConsoleNeeds, { id }: Session): string {
  return staff.vault.hash("csrf", id).toString("base64url");
}
