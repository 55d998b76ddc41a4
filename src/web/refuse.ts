/**
 * The one way to say no over HTTP: problem details (RFC 9457) below /api, a small friendly page elsewhere.
 * The sentences are `web.problem.<kind>.title` and `.detail`; `type` is stable, for programs.
 */
import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { WebEnv } from "./door.ts";
import { lookPath } from "./look.ts";

export const problemStatuses = {
  "not-json": 400,
  "bad-shape": 400,
  "bad-after": 400,
  "bad-query": 400,
  "bad-decision": 400,
  "no-token": 401,
  "no-api-token": 401,
  "foreign-origin": 403,
  "no-scope": 403,
  "not-found": 404,
  "no-path": 404,
  "no-submission": 404,
  "method-not-allowed": 405,
  claimed: 409,
  "moved-on": 409,
  "not-checked-yet": 409,
  erased: 410,
  "too-large": 413,
  "not-json-type": 415,
  "bad-id": 422,
  "bad-reasons": 422,
  "text-too-long": 422,
  "too-many": 429,
  unexpected: 500,
  unavailable: 503,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ProblemKind = keyof typeof problemStatuses;

export type ProblemMore = {
  readonly headers?: Readonly<Record<string, string>>;
  /** The id under which the log knows it. */
  readonly id?: string;
  /** Further members of the problem, for programs (RFC 9457 §3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
};

export function refuse(
  c: Context<WebEnv>,
  kind: ProblemKind,
  more: ProblemMore = {},
): Response | Promise<Response> {
  const status = problemStatuses[kind];
  const say = c.get("say");
  const title = say(`web.problem.${kind}.title`);
  const detail = say(`web.problem.${kind}.detail`);
  for (const [name, value] of Object.entries(more.headers ?? {})) c.header(name, value);
  c.header("Content-Language", c.get("language"));
  c.header("Vary", "Accept-Language");
  c.header("Cache-Control", "no-store");

  if (isForPrograms(c)) {
    const instance = more.id === undefined ? {} : { instance: `urn:lindung:event:${more.id}` };
    const type = `urn:lindung:problem:${kind}`;
    const problem = { type, title, status, detail, ...instance, ...more.members };
    return c.body(JSON.stringify(problem), status, {
      "Content-Type": "application/problem+json; charset=utf-8",
    });
  }
  return c.html(
    html`<!doctype html>
<html lang="${c.get("language")}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Lindung</title>
<link rel="stylesheet" href="${lookPath("base.css")}">
<link rel="icon" type="image/svg+xml" href="${lookPath("mark.svg")}">
<main class="notice">
<img src="${lookPath("mark.svg")}" alt="" width="56" height="56">
<h1>${title}</h1>
<p>${detail}</p>
<p><a class="action" href="/">${say("web.error.back")}</a></p>
</main>
</html>`,
    status,
  );
}

/** Whether it is a program that asks, not a person who reads a page. */
export function isForPrograms({ req }: Context<WebEnv>): boolean {
  return req.path === "/api" || req.path.startsWith("/api/");
}
