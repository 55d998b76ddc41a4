/**
 * The web chat's door: the chat API and the page that speaks it. A browser is known by a bearer token and
 * nothing else. Rows of this channel are never "sent": they are read, by asking or by the event stream.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Door, WebEnv } from "../../web/door.ts";
import { isJson, orUnavailable, tooMany } from "../../web/doorway.ts";
import { type Limiter, openLimiter } from "../../web/limit.ts";
import { refuse } from "../../web/refuse.ts";
import { isFault, parseAfter, parseMessage, parseSession } from "./body.ts";
import { openStreams } from "./events.ts";
import { usualLimits, type WebChatLimits, type WebChatNeeds } from "./needs.ts";
import { addPage } from "./page.ts";
import { bearerToken, fromOf, newToken } from "./token.ts";

type Answer = Response | Promise<Response>;

/** Bytes of a request's body: the longest text in any script, with room to spare. */
const largestBody = 16 * 1024;

const unavailable = "web-chat.unavailable";

export function openWebChat(needs: WebChatNeeds, limits: WebChatLimits = usualLimits): Door {
  const routes = new Hono<WebEnv>();
  const streams = openStreams(needs);
  const sessions = openLimiter(limits.sessions);
  const messages = openLimiter(limits.messages);
  const reads = openLimiter(limits.reads);

  routes.use(
    "/api/chat/*",
    bodyLimit({ maxSize: largestBody, onError: (c) => refuse(c, "too-large") }),
  );

  routes.post("/api/chat/sessions", (c) =>
    orUnavailable(c, needs, unavailable, async () => {
      const body = await c.req.text();
      if (body !== "" && !isJson(c)) return refuse(c, "not-json-type");
      const session = parseSession(body);
      if (isFault(session)) return refuse(c, session.fault);
      const wait = await sessions(c.get("address"));
      if (wait !== undefined) return tooMany(c, wait.waitSeconds);
      const token = newToken();
      await needs.meet(fromOf(token), session.link, session.language);
      return c.json({ token }, 201);
    }),
  );

  routes.post("/api/chat/messages", (c) =>
    known(c, messages, async (from) => {
      if (!isJson(c)) return refuse(c, "not-json-type");
      const message = parseMessage(await c.req.text());
      if (isFault(message)) return refuse(c, message.fault);
      const told = await needs.receive({ channel: "web-chat", account: "web", from, ...message });
      return told.kind === "erased" ? refuse(c, "erased") : c.json({ says: told.says });
    }),
  );

  routes.get("/api/chat/messages", (c) =>
    known(c, reads, async (from) => {
      const after = parseAfter(c.req.query("after"));
      if (isFault(after)) return refuse(c, after.fault);
      const told = await needs.saysAfter(from, after);
      return told.kind === "erased" ? refuse(c, "erased") : c.json({ says: told.says });
    }),
  );

  routes.get("/api/chat/events", (c) =>
    known(c, reads, async (from) => {
      const after = parseAfter(c.req.header("Last-Event-ID") ?? c.req.query("after"));
      if (isFault(after)) return refuse(c, after.fault);
      const told = await needs.saysAfter(from, after);
      if (told.kind === "erased") return refuse(c, "erased");
      // A HEAD request reads no body, so nothing may be left open for it.
      if (c.req.raw.method === "HEAD") return c.body(null);
      return streams.open(c, from, after);
    }),
  );

  addPage(routes, needs);
  return { routes, close: streams.close };

  /** Answers only a token of ours, and each of them only so often. */
  function known(
    c: Context<WebEnv>,
    limiter: Limiter,
    answer: (from: string) => Promise<Response>,
  ): Answer {
    return orUnavailable(c, needs, unavailable, async () => {
      const token = bearerToken(c.req.header("Authorization"));
      const from = token === undefined ? undefined : fromOf(token);
      if (from === undefined || !(await needs.knows(from))) {
        const wait = await sessions(c.get("address"));
        if (wait !== undefined) return tooMany(c, wait.waitSeconds);
        return refuse(c, "no-token", { headers: { "WWW-Authenticate": "Bearer" } });
      }
      const wait = await limiter(from);
      return wait === undefined ? answer(from) : tooMany(c, wait.waitSeconds);
    });
  }
}
