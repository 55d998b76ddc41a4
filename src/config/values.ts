/** How a setting is read: what is wrong with it is the name of a text, `operator.setting.…`. */
import { z } from "zod";

export const text = z.string().trim().optional();

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^(?:\d{1,9}|-[1-9]\d{0,8})$/, "whole-number")
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      message: "range",
      params: { least, most },
    });

export const url = (protocols: readonly string[], why: string) =>
  z
    .string()
    .trim()
    .refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ""), why);

export const origin = url(["http:", "https:"], "web-address")
  .transform((value) => new URL(value))
  .refine(({ origin, href }) => href === `${origin}/`, "no-path")
  .transform(({ origin }) => origin);

export const keyBytes = z
  .string()
  .trim()
  .regex(/^([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/, "key-bytes")
  .transform((value) => Buffer.from(value, value.length === 64 ? "hex" : "base64"));

/** 175, 0711 123456, +62 812-3456-7890, or a page: whoever doubts the bot must be able to ask somebody else. */
export const placeToCheck = z
  .string()
  .trim()
  .refine(
    (value) => /^\+?\(?\d[\d ().-]{1,19}$/.test(value) || /^https?:\/\/\S+\.\S/.test(value),
    "number-or-page",
  );

export const switched = z.enum(["on", "off"], "on-off");

/** `--one=MAP a b --two`: each begins with two dashes, so that none needs quotation marks, which `.env` takes away. */
export const chromiumArgs = z
  .string()
  .trim()
  .startsWith("--", "chromium-args")
  .transform((value) => value.split(/\s+(?=--)/));
