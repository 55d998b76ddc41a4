/** Settings of the channels that are sent to. A channel without its settings is not opened. */
import { z } from "zod";
import { chromiumArgs, origin, switched, text, wholeNumber } from "./values.ts";

export type TelegramSettings = {
  /** A secret. */
  readonly token: string;
  readonly mode: "polling" | "webhook";
  /** Origin of the Bot API. */
  readonly apiRoot: string;
  /** What Telegram puts into a header of each delivery; unset: drawn from the token. A secret. */
  readonly webhookSecret: string | undefined;
};

export type WhatsAppWebSettings = {
  /** Path of the browser; unset: the first that is found. */
  readonly chromium: string | undefined;
  /** Beside those the program gives itself. */
  readonly chromiumArgs: readonly string[];
  readonly perMinute: number;
  readonly perDay: number;
};

export type WhatsAppCloudSettings = {
  /** A secret. */
  readonly token: string;
  /** Meta's id of our number. */
  readonly phoneId: string;
  /** Signs what Meta delivers. A secret. */
  readonly appSecret: string;
  /** What Meta says when it asks whether the address is ours. A secret. */
  readonly verifyToken: string;
  /** Origin of the Graph API. */
  readonly apiRoot: string;
  /** Of the Graph API, as v26.0. */
  readonly version: string;
  /** An approved template that asks the person to write; unset: news wait until they do. */
  readonly template: { readonly name: string; readonly language: string } | undefined;
};

export type ChannelSettings = {
  readonly telegram: TelegramSettings | undefined;
  readonly whatsappWeb: WhatsAppWebSettings | undefined;
  readonly whatsappCloud: WhatsAppCloudSettings | undefined;
};

const telegramApi = "https://api.telegram.org";

export const channelShape = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .trim()
    .regex(/^\d{1,20}:[\w-]{5,}$/, "bot-token")
    .optional(),
  TELEGRAM_MODE: z.enum(["polling", "webhook"], "telegram-mode").optional(),
  TELEGRAM_API_ROOT: origin.default(telegramApi),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .trim()
    .regex(/^[\w-]{16,256}$/, "webhook-secret")
    .optional(),
  WHATSAPP_WEB: switched.default("off"),
  WHATSAPP_CHROMIUM: text,
  WHATSAPP_CHROMIUM_ARGS: chromiumArgs.default([]),
  WHATSAPP_WEB_PER_MINUTE: wholeNumber(1, 60).default(15),
  WHATSAPP_WEB_PER_DAY: wholeNumber(1, 5000).default(300),
  WHATSAPP_CLOUD_TOKEN: text,
  WHATSAPP_CLOUD_PHONE_ID: z
    .string()
    .trim()
    .regex(/^\d{5,25}$/, "phone-id")
    .optional(),
  WHATSAPP_CLOUD_APP_SECRET: text,
  WHATSAPP_CLOUD_VERIFY_TOKEN: text,
  WHATSAPP_CLOUD_API_ROOT: origin.default("https://graph.facebook.com"),
  WHATSAPP_CLOUD_VERSION: z
    .string()
    .trim()
    .regex(/^v\d{1,3}\.\d$/, "graph-version")
    .default("v26.0"),
  WHATSAPP_CLOUD_TEMPLATE: z
    .string()
    .trim()
    .regex(/^[a-z0-9_]{1,512}:[a-z]{2,3}(_[A-Z]{2})?$/, "template")
    .optional(),
};

type Known = z.infer<z.ZodObject<typeof channelShape>> & {
  readonly PUBLIC_URL?: string | undefined;
};

/** Those four belong together. */
const ofCloud = [
  "WHATSAPP_CLOUD_TOKEN",
  "WHATSAPP_CLOUD_PHONE_ID",
  "WHATSAPP_CLOUD_APP_SECRET",
  "WHATSAPP_CLOUD_VERIFY_TOKEN",
] as const;

/** What is missing where a part is set; named by setting. Of what is set as it stands, so that other faults hide none. */
export function channelFaults(
  set: Readonly<Record<string, string | undefined>>,
): readonly { name: string; why: string }[] {
  const missing = ofCloud.filter((name) => set[name] === undefined);
  const isCloudHalf = missing.length > 0 && missing.length < ofCloud.length;
  const address = set["PUBLIC_URL"]?.trim();
  const isHttps = address !== undefined && /^https:/i.test(address);
  // A Bot API of one's own, on this machine, takes any address.
  const isOwnApi = !(set["TELEGRAM_API_ROOT"] ?? telegramApi).trim().startsWith(telegramApi);
  // Without a token nothing is opened that would need an address.
  const isCalled = set["TELEGRAM_BOT_TOKEN"] !== undefined && set["TELEGRAM_MODE"] === "webhook";
  return [
    ...(isCloudHalf ? missing.map((name) => ({ name, why: "needed-with-cloud" })) : []),
    ...(isCalled && !isHttps && !isOwnApi
      ? [{ name: "PUBLIC_URL", why: "https-for-webhook" }]
      : []),
    ...(isCalled && address === undefined && isOwnApi
      ? [{ name: "PUBLIC_URL", why: "address-for-webhook" }]
      : []),
  ];
}

export function channelSettings(known: Known): ChannelSettings {
  return {
    telegram: telegramOf(known),
    whatsappWeb:
      known.WHATSAPP_WEB === "on"
        ? {
            chromium: known.WHATSAPP_CHROMIUM,
            chromiumArgs: known.WHATSAPP_CHROMIUM_ARGS,
            perMinute: known.WHATSAPP_WEB_PER_MINUTE,
            perDay: known.WHATSAPP_WEB_PER_DAY,
          }
        : undefined,
    whatsappCloud: cloudOf(known),
  };
}

function telegramOf(known: Known): TelegramSettings | undefined {
  const token = known.TELEGRAM_BOT_TOKEN;
  if (token === undefined) return undefined;
  const isHttps = known.PUBLIC_URL?.startsWith("https:") === true;
  return {
    token,
    mode: known.TELEGRAM_MODE ?? (isHttps ? "webhook" : "polling"),
    apiRoot: known.TELEGRAM_API_ROOT,
    webhookSecret: known.TELEGRAM_WEBHOOK_SECRET,
  };
}

function cloudOf(known: Known): WhatsAppCloudSettings | undefined {
  const token = known.WHATSAPP_CLOUD_TOKEN;
  const phoneId = known.WHATSAPP_CLOUD_PHONE_ID;
  const appSecret = known.WHATSAPP_CLOUD_APP_SECRET;
  const verifyToken = known.WHATSAPP_CLOUD_VERIFY_TOKEN;
  if (!token || !phoneId || !appSecret || !verifyToken) return undefined;
  const [name, language] = known.WHATSAPP_CLOUD_TEMPLATE?.split(":") ?? [];
  return {
    ...{ token, phoneId, appSecret, verifyToken },
    apiRoot: known.WHATSAPP_CLOUD_API_ROOT,
    version: known.WHATSAPP_CLOUD_VERSION,
    template: name === undefined || language === undefined ? undefined : { name, language },
  };
}
