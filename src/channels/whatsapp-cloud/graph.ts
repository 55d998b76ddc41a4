/** Asks the Graph API: each request once, with a time limit; what comes back is one of three things, never an error. */
import { z } from "zod";
import type { CloudNeeds } from "./needs.ts";
import { type Refusal, retryAfterOf } from "./sending/outcome.ts";

export type Reply =
  | { readonly kind: "taken"; readonly body: unknown }
  /** `trace`: Meta's own name of the request, for its support. */
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly trace?: string }
  /** The line broke, time was up, or nobody can read what came: it may have been done all the same. */
  | { readonly kind: "no-answer"; readonly why: string };

export type Graph = {
  /** `path` below the version, without a slash in front; it must hold no personal data. */
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body: object) => Promise<Reply>;
};

const usualMs = 15_000;

const errorShape = z.object({
  error: z.object({
    code: z.number().optional().catch(undefined),
    error_subcode: z.number().optional().catch(undefined),
    fbtrace_id: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional()
      .catch(undefined),
  }),
});

export function openGraphApi({
  settings,
  clock,
  requestMs = usualMs,
}: Pick<CloudNeeds, "settings" | "clock" | "requestMs">): Graph {
  const base = `${settings.apiRoot}/${settings.version}`;
  const authorization = `Bearer ${settings.token}`;

  async function ask(path: string, init: RequestInit): Promise<Reply> {
    try {
      const response = await fetch(`${base}/${path}`, {
        ...init,
        redirect: "error",
        signal: AbortSignal.timeout(requestMs),
      });
      return replyOf(response, await response.text(), clock());
    } catch (error) {
      return { kind: "no-answer", why: reasonOf(error) };
    }
  }

  return {
    get: (path) => ask(path, { headers: { authorization } }),
    post: (path, body) =>
      ask(path, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

function replyOf({ ok, status, headers }: Response, text: string, now: Date): Reply {
  const body = jsonOf(text);
  const { data } = errorShape.safeParse(body);
  if (ok && data === undefined) {
    return body === undefined ? { kind: "no-answer", why: "unreadable" } : { kind: "taken", body };
  }
  const { code, error_subcode: subcode, fbtrace_id: trace } = data?.error ?? {};
  const retryAfterMs = retryAfterOf(headers.get("Retry-After"), now);
  const refusal = { code, subcode, status, retryAfterMs };
  return { kind: "refused", refusal, ...(trace === undefined ? {} : { trace }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A word for the log: the message of such an error may hold the address that was asked. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "too-slow";
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && /^[A-Z_]{2,40}$/.test(code) ? code : error.name;
}
