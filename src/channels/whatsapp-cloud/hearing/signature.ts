/** Whether it was Meta who delivered: looked at over the bytes that came, before anybody reads them. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * `header` is X-Hub-Signature-256. Meta signs the form in which what is not ASCII is written \uXXXX; normally the
 * wire has that form already, and both are taken.
 */
export function isSigned(raw: Buffer, header: string | undefined, appSecret: string): boolean {
  const [, hex] = /^sha256=([0-9a-f]{64})$/.exec(header ?? "") ?? [];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, "hex");
  const isOf = (body: Buffer | string) =>
    timingSafeEqual(createHmac("sha256", appSecret).update(body).digest(), given);
  return isOf(raw) || isOf(escaped(raw.toString("utf8")));
}

function escaped(text: string): string {
  return text.replace(
    /[^\0-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const key = randomBytes(32);

/** In a time that says nothing about where they differ, nor about their lengths. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHmac("sha256", key).update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
