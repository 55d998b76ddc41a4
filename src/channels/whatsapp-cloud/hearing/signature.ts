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

/**
 * By hand, into one buffer: anybody may send three million letters with any signature, and a call for each would hold
 * up everybody for a second.
 */
function escaped(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length * longestEscape);
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit <= lastPlain) {
      bytes[at++] = unit;
      continue;
    }
    bytes[at++] = backslash;
    bytes[at++] = letterU;
    for (let shift = 12; shift >= 0; shift -= 4) bytes[at++] = hexDigits[(unit >> shift) & 15] ?? 0;
  }
  return bytes.subarray(0, at);
}

/** "\\uXXXX" */
const longestEscape = 6;
const lastPlain = "~".charCodeAt(0);
const backslash = "\\".charCodeAt(0);
const letterU = "u".charCodeAt(0);
const hexDigits = Buffer.from("0123456789abcdef");

const key = randomBytes(32);

/** In a time that says nothing about where they differ, nor about their lengths. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHmac("sha256", key).update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
