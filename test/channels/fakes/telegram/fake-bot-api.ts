/**
 * A Bot API server for tests and demonstrations: real HTTP, real long polling, real webhook deliveries, Telegram's
 * limits and words of refusal, and faults on demand. It knows nothing of the bot that talks to it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { methods } from "./methods.ts";
import { openPeople } from "./people.ts";
import { BotApiError, type Fields, newBot } from "./state.ts";
import { openUpdates } from "./updates.ts";

/** What goes wrong with a call. */
export type Fault =
  /** Refused in the words of the Bot API. */
  | { readonly code: number; readonly description: string; readonly parameters?: Fields }
  /** Something between: an answer that is none of the Bot API's. */
  | { readonly status: number; readonly body: string }
  /** The connection breaks: before anything was done, or when all was done and only the answer is missing. */
  | { readonly reset: "before" | "after" }
  /** No answer for so long; then what is asked for is done. */
  | { readonly hangMs: number };

type Options = {
  readonly token?: string;
  readonly username?: string;
  readonly port?: number;
  /** How long a second of waiting before the next try of a webhook delivery lasts. */
  readonly secondMs?: number;
};

export async function openFakeBotApi({
  token = "123456:AAE-fake_token_of_a_bot_that_is_not_there",
  username = "lindung_uji_bot",
  port = 0,
  secondMs = 1_000,
}: Options = {}) {
  const bot = newBot(token, username);
  const updates = openUpdates(bot, secondMs);
  const faults: { readonly method: string; readonly fault: Fault; times: number }[] = [];

  const faultFor = (method: string): Fault | undefined => {
    const found = faults.find((one) => one.method === method || one.method === "*");
    if (found === undefined) return undefined;
    found.times -= 1;
    if (found.times <= 0) faults.splice(faults.indexOf(found), 1);
    return found.fault;
  };

  const perform = async (method: string, params: Fields, gone: AbortSignal): Promise<unknown> => {
    if (method === "getUpdates") return updates.getUpdates(params, gone);
    if (method === "setWebhook") return updates.setWebhook(params);
    if (method === "deleteWebhook") return updates.setWebhook({ ...params, url: "" });
    const known = methods[method];
    if (known === undefined) throw new BotApiError(404, "Not Found: method not found");
    return known(bot, params);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://bot.api");
    const [, given, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const params = await paramsOf(request, url);
    if (given === undefined) return send(response, new BotApiError(404, "Not Found").answer);
    if (given !== bot.token) return send(response, new BotApiError(401, "Unauthorized").answer);
    bot.calls.push({ method, params, at: Date.now() });
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const fault = faultFor(method);
    if (fault !== undefined && "hangMs" in fault) await after(fault.hangMs);
    else if (fault !== undefined && !isAfter(fault)) return misfortune(response, fault);
    const result = await perform(method, params, gone.signal);
    if (fault !== undefined && isAfter(fault)) return response.destroy();
    return send(response, { ok: true, result });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof BotApiError) send(response, error.answer);
      else send(response, { ok: false, error_code: 500, description: String(error) });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;

  return {
    bot,
    updates,
    people: openPeople(bot, updates),
    /** As `TELEGRAM_API_ROOT` has it. */
    apiRoot: `http://127.0.0.1:${address.port}`,
    /** The next so many calls of the method (or of any: "*") go wrong. */
    fail: (method: string, fault: Fault, times = 1) => {
      faults.push({ method, fault, times });
    },
    calls: (method: string) => bot.calls.filter((call) => call.method === method),
    close: async () => {
      updates.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isAfter(fault: Fault): boolean {
  return "reset" in fault && fault.reset === "after";
}

function misfortune(response: ServerResponse, fault: Exclude<Fault, { hangMs: number }>): void {
  if ("reset" in fault) {
    response.destroy();
  } else if ("status" in fault) {
    response.writeHead(fault.status, { "content-type": "text/html" });
    response.end(fault.body);
  } else {
    const { code, description, parameters } = fault;
    send(response, new BotApiError(code, description, parameters).answer);
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function send(response: ServerResponse, answer: Fields): void {
  if (response.writableEnded || response.destroyed) return;
  const status = typeof answer["error_code"] === "number" ? answer["error_code"] : 200;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(answer));
}

async function paramsOf(request: IncomingMessage, url: URL): Promise<Fields> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces).toString();
  const inUrl = Object.fromEntries(url.searchParams);
  if (request.headers["content-type"]?.includes("json") !== true) return inUrl;
  return { ...inUrl, ...JSON.parse(body === "" ? "{}" : body) };
}
