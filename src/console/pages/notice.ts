/** A page that says why there is nothing else, and what to do. */
import { html } from "hono/html";
import type { Staff } from "../../staff/sign-in.ts";
import type { Words } from "../words.ts";
import { type Html, shell } from "./shell.ts";

export type Notice =
  | "not-allowed"
  | "stale-form"
  | "bad-link"
  | "needs-https"
  | "not-found"
  | "not-yours";

export function noticePage(words: Words, notice: Notice, staff?: Staff): Html {
  const { say } = words;
  const title = say(`notice.${notice}.title`);
  const back =
    notice === "needs-https"
      ? ""
      : html`<p><a class="action" href="/console/queue">${say("notice.back")}</a></p>`;
  const body = html`<section class="card narrow">
<h1>${title}</h1>
<p>${say(`notice.${notice}.detail`)}</p>
${back}
</section>`;
  return shell(words, { title, body, staff });
}
