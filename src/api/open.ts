/**
 * THE DOOR FOR PROGRAMS: submissions listed, looked at and decided over HTTP, and counts read, by who holds a token made
 * by staff. The rules, the audit and the person's notice are the same as for people: they are below this room.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Door, WebEnv } from "../web/door.ts";
import { isJson, orUnavailable, tooMany } from "../web/doorway.ts";
import { openLimiter } from "../web/limit.ts";
import { refuse } from "../web/refuse.ts";
import { type Fault, parseDecision, parsePage } from "./body.ts";
import { parseDays } from "./days.ts";
import type { ApiNeeds } from "./needs.ts";
import { openApi } from "./openapi.ts";
import type { Scope } from "./scopes.ts";
import type { TokenView } from "./tokens.ts";
import { lookedView, pageView, takenView } from "./views.ts";

const largestBody = 16 * 1024;
/** Requests of a token in a minute, and wrong tokens from an address. */
const limits = {
  requests: 600,
  guesses: 30,
};

export function openApiDoor(needs: ApiNeeds): Door {
  const routes = new Hono<WebEnv>();
  const requests = openLimiter(limits.requests);
  const guesses = openLimiter(limits.guesses);
  const description = openApi(needs.reasons);
  const path = "/api/v1/submissions";

  routes.use(
    "/api/v1/*",
    bodyLimit({ maxSize: largestBody, onError: (c) => refuse(c, "too-large") }),
  );

  routes.get("/api/v1/openapi.json", (c) => c.json(description));

  routes.get(path, (c) =>
    holding(c, "submissions:read", async () => {
      const filter = parsePage(c.req.queries());
      if (isFault(filter)) return refuse(c, filter.fault, { members: { filters: filter.filters } });
      return c.json(pageView(await needs.list(filter)));
    }),
  );

  routes.get(`${path}/:id`, (c) =>
    holding(c, "submissions:read", async () => {
      const looked = await needs.look(c.req.param("id"));
      if (looked === undefined) return refuse(c, "no-submission");
      const language = c.get("language");
      const view = lookedView(
        looked,
        (finding) => needs.findingText(language, finding),
        (reason) => needs.reasonText(language, reason),
      );
      return c.json(view);
    }),
  );

  routes.post(`${path}/:id/reveal`, (c) =>
    holding(c, "submissions:reveal", async (by) => {
      const data = await needs.reveal(c.req.param("id"), by);
      return data === undefined ? refuse(c, "no-submission") : c.json({ data });
    }),
  );

  routes.post(`${path}/:id/decision`, (c) =>
    holding(c, "submissions:decide", async (by) => {
      if (!isJson(c)) return refuse(c, "not-json-type");
      const decision = parseDecision(await c.req.text());
      if (isFault(decision)) return refuse(c, decision.fault);
      const reviewed = await needs.decide({ id: c.req.param("id"), ...decision, by });
      switch (reviewed.kind) {
        case "decided":
          return c.json({ state: decision.verdict, revision: decision.revision });
        case "unknown":
          return refuse(c, "no-submission");
        case "moved-on":
          return refuse(c, reviewed.kind, { members: takenView(reviewed.taken) });
        default:
          return refuse(c, reviewed.kind);
      }
    }),
  );

  routes.get("/api/v1/reports/questions", (c) =>
    holding(c, "reports:read", async () => {
      const days = parseDays(c.req.queries(), needs.today());
      if (isFault(days)) return refuse(c, days.fault, { members: { filters: days.filters } });
      return c.json({ ...days, questions: await needs.asked(days) });
    }),
  );

  return { routes };

  /** Answers only who holds a token for it, and each only so often. */
  function holding(
    c: Context<WebEnv>,
    scope: Scope,
    answer: (by: string) => Promise<Response>,
  ): Promise<Response> {
    return orUnavailable(c, needs, "api.unavailable", async () => {
      const holder = await holderIn(c);
      if (holder === undefined) {
        const wait = await guesses(c.get("address"));
        if (wait !== undefined) return tooMany(c, wait.waitSeconds);
        return refuse(c, "no-api-token", { headers: { "WWW-Authenticate": "Bearer" } });
      }
      const wait = await requests(holder.id);
      if (wait !== undefined) return tooMany(c, wait.waitSeconds);
      if (!holder.scopes.includes(scope)) return refuse(c, "no-scope", { members: { scope } });
      return answer(`token:${holder.id}`);
    });
  }

  async function holderIn(c: Context<WebEnv>): Promise<TokenView | undefined> {
    const [, token] = /^Bearer +(ldt_[\w-]{43})$/i.exec(c.req.header("Authorization") ?? "") ?? [];
    return token === undefined ? undefined : needs.holderOf(token);
  }
}

function isFault<T extends object>(parsed: T | Fault): parsed is Fault {
  return "fault" in parsed;
}
