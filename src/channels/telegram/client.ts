/**
 * One call of the Bot API through Telegraf's client, which is all of Telegraf that is used. Its errors hold the address
 * with the token and the person's text (`TelegramError.on`, the messages of its HTTP client): none leaves this file.
 */
import { Telegram } from "telegraf";
import type { Telegram as Methods, Opts } from "telegraf/types";

/** Why a call came to nothing. */
export type Fault =
  /** The Bot API said no. */
  | {
      readonly kind: "refused";
      /** As HTTP has them. */
      readonly code: number;
      /** Telegram's own words, without the text that was sent. */
      readonly description: string;
      /** Seconds, where it asks for a pause. */
      readonly retryAfter?: number;
    }
  /** It may have done what was asked, or not. */
  | { readonly kind: "unreachable"; readonly why: "timeout" | "network" | "unreadable" | "server" }
  /** We broke it off. */
  | { readonly kind: "stopped" };

export type Called<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly fault: Fault };

type Patience = {
  /** Milliseconds until an answer is no longer waited for. */
  readonly withinMs?: number;
  readonly stop?: AbortSignal;
};

/** Never rejects. */
export type Call = <M extends keyof Methods>(
  method: M,
  payload: Opts<M>,
  patience?: Patience,
) => Promise<Called<ReturnType<Methods[M]>>>;

const usualPatienceMs = 15_000;

export function openClient(token: string, apiRoot: string): Call {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  return async (method, payload, { withinMs = usualPatienceMs, stop } = {}) => {
    const signals = [AbortSignal.timeout(withinMs), ...(stop === undefined ? [] : [stop])];
    const signal = AbortSignal.any(signals);
    try {
      // Its type knows only the signal of a package for Node 14.
      const result = await telegram.callApi(method, payload, { signal: signal as never });
      return { ok: true, result };
    } catch (error) {
      if (stop?.aborted === true) return { ok: false, fault: { kind: "stopped" } };
      if (signal.aborted) return { ok: false, fault: { kind: "unreachable", why: "timeout" } };
      return { ok: false, fault: faultOf(error) };
    }
  };
}

/** What a log may say of it. */
export function wordsFor(fault: Fault): Readonly<Record<string, unknown>> {
  if (fault.kind === "stopped") return { why: "stopped" };
  if (fault.kind === "unreachable") return { why: fault.why };
  return { why: "refused", code: fault.code, description: fault.description };
}

/** Telegraf's own error class is behind a path that the package does not open. */
function faultOf(error: unknown): Fault {
  const { response, type } = Object(error);
  const code: unknown = response?.error_code;
  if (typeof code !== "number") {
    return { kind: "unreachable", why: type === "invalid-json" ? "unreadable" : "network" };
  }
  if (code >= 500) return { kind: "unreachable", why: "server" };
  const retryAfter: unknown = response.parameters?.retry_after;
  return {
    kind: "refused",
    code,
    description: describe(response.description),
    ...(typeof retryAfter === "number" ? { retryAfter } : {}),
  };
}

/** Long numbers are ids of people or a token. */
function describe(description: unknown): string {
  return String(description ?? "")
    .slice(0, 160)
    .replace(/\d{5,}(?::[\w-]+)?/g, "…");
}
