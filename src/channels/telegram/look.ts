/** What `lindung doctor` asks of Telegram: whose bot the token is, and whether it is heard. Changes nothing. */
import type { TelegramSettings } from "../../config/channels.ts";
import { type Call, type Fault, openClient } from "./client.ts";
import { isTokenRefused } from "./outcome.ts";
import { webhookUrl } from "./set-webhook.ts";

export type Look = {
  /** The bot's name with which links begin (t.me/<username>); undefined where nobody told. */
  readonly username?: string;
  /** Messages that wait at Telegram to be heard. */
  readonly waiting?: number;
  readonly result:
    | { readonly kind: "well" }
    | { readonly kind: "token-refused" }
    | { readonly kind: "not-reachable" }
    /** Telegram asks to be left alone for so many seconds. */
    | { readonly kind: "too-often"; readonly retryAfter: number }
    /** By polling nothing comes while a webhook is set; the program takes it away when it starts. */
    | { readonly kind: "webhook-in-the-way" }
    | { readonly kind: "webhook-not-set" }
    /** Origin of somebody else's address, which is told nobody else. */
    | { readonly kind: "webhook-elsewhere"; readonly origin: string }
    /** Telegram could not deliver; in its own words, at that time (UTC). */
    | { readonly kind: "webhook-failing"; readonly words: string; readonly at?: string };
};

const withinMs = 8_000;

export async function lookAtTelegram(
  settings: TelegramSettings,
  publicUrl: string | undefined,
  call: Call = openClient(settings.token, settings.apiRoot),
): Promise<Look> {
  const me = await call("getMe", {}, { withinMs });
  if (!me.ok) return { result: resultOf(me.fault) };
  const { username } = me.result;
  const info = await call("getWebhookInfo", {}, { withinMs });
  if (!info.ok) return { username, result: resultOf(info.fault) };
  const { url = "", pending_update_count: waiting, ...last } = info.result;
  const found = { username, waiting };
  if (settings.mode === "polling") {
    return { ...found, result: { kind: url === "" ? "well" : "webhook-in-the-way" } };
  }
  if (url === "") return { ...found, result: { kind: "webhook-not-set" } };
  if (url !== webhookUrl({ settings, publicUrl })) {
    const origin = URL.parse(url)?.origin ?? "";
    return { ...found, result: { kind: "webhook-elsewhere", origin } };
  }
  const { last_error_message: words, last_error_date } = last;
  // An old failure stays written there; it only counts while something waits.
  if (words === undefined || waiting === 0) return { ...found, result: { kind: "well" } };
  const at = last_error_date && { at: new Date(last_error_date * 1_000).toISOString() };
  return { ...found, result: { kind: "webhook-failing", words, ...at } };
}

function resultOf(fault: Fault): Look["result"] {
  if (isTokenRefused(fault)) return { kind: "token-refused" };
  if (fault.kind === "refused" && fault.retryAfter !== undefined)
    return { kind: "too-often", retryAfter: fault.retryAfter };
  return { kind: "not-reachable" };
}
