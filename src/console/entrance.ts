/** What is open to who is not signed in: signing in and out, and the one-time link that opens an account. */
import type { Context, Hono } from "hono";
import { openByLink, welcomedBy } from "../staff/link.ts";
import { signIn, signOut, whoHolds } from "../staff/sign-in.ts";
import type { WebEnv } from "../web/door.ts";
import { orUnavailable } from "../web/doorway.ts";
import { browserIn, dropSignIn, keepSignIn, tokenIn } from "./cookies.ts";
import { formIn } from "./form.ts";
import type { ConsoleNeeds } from "./needs.ts";
import { noticePage } from "./pages/notice.ts";
import { recoveryPage, signInPage, welcomePage } from "./pages/sign-in.ts";
import { isSafe } from "./safe.ts";
import type { Words } from "./words.ts";

export function addEntrance(
  routes: Hono<WebEnv>,
  needs: ConsoleNeeds,
  wordsFor: (c: Context<WebEnv>) => Words,
): void {
  const { staff } = needs;
  /** Whoever waits for the house hears so; nobody types a password that goes over the network in the open. */
  const within = (c: Context<WebEnv>, answer: (words: Words) => Promise<Response>) => {
    const words = wordsFor(c);
    if (!isSafe(c, needs.publicUrl)) {
      return Promise.resolve(c.html(noticePage(words, "needs-https"), 403));
    }
    return orUnavailable(c, needs, "staff-pages.unavailable", () => answer(words));
  };

  routes.get("/console/sign-in", (c) =>
    within(c, async (words) => c.html(signInPage(words, { to: whereTo(c.req.query("to")) }))),
  );

  routes.post("/console/sign-in", (c) =>
    within(c, async (words) => {
      const field = await formIn(c);
      const [login, to] = [field("login"), whereTo(field("to"))];
      const outcome = await signIn(staff, {
        ...{ login, password: field("password"), code: field("code") },
        ...{ address: c.get("address"), browser: browserIn(c) },
      });
      switch (outcome.kind) {
        case "signed-in":
          keepSignIn(c, outcome.token, outcome.browser);
          return c.redirect(to, 303);
        case "refused":
          return c.html(signInPage(words, { to, login, fault: "refused" }), 401);
        case "wait": {
          c.header("Retry-After", String(outcome.minutes * 60));
          const { minutes } = outcome;
          return c.html(signInPage(words, { to, login, fault: "wait", minutes }), 429);
        }
      }
    }),
  );

  routes.post("/console/sign-out", (c) =>
    within(c, async () => {
      const token = tokenIn(c);
      const session = token === undefined ? undefined : await whoHolds(staff, token);
      if (session !== undefined) await signOut(staff, session);
      dropSignIn(c);
      return c.redirect("/console/sign-in", 303);
    }),
  );

  routes.get("/console/welcome/:link", (c) =>
    within(c, async (words) => {
      const welcomed = await welcomedBy(staff, c.req.param("link"));
      if (welcomed === undefined) return c.html(noticePage(words, "bad-link"), 404);
      return c.html(await welcomePage(words, welcomed, c.req.param("link")));
    }),
  );

  routes.post("/console/welcome/:link", (c) =>
    within(c, async (words) => {
      const link = c.req.param("link");
      const field = await formIn(c);
      const given = { password: field("password"), again: field("again"), code: field("code") };
      const opened = await openByLink(staff, { link, ...given });
      if (opened.kind === "opened") return c.html(recoveryPage(words, opened.recoveryCodes));
      const welcomed = await welcomedBy(staff, link);
      if (welcomed === undefined) return c.html(noticePage(words, "bad-link"), 404);
      const fault = opened.kind === "bad-password" ? opened.fault : opened.kind;
      return c.html(await welcomePage(words, welcomed, link, fault), 422);
    }),
  );
}

/** Only a page of the console: nobody is led elsewhere by a link to the sign-in. */
function whereTo(path: string | undefined): string {
  return path !== undefined && /^\/console\/[\w/-]*$/.test(path) ? path : "/console/queue";
}
