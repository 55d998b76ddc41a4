/**
 * One logger. It says what happened to which id, in a fixed vocabulary (`event`), so that it can be counted.
 * Personal data does not belong in a log; what slips in all the same is taken out of the finished line:
 * NIK, phone numbers, passwords in addresses, and fields that are known to hold a person's words.
 */
import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";
import type { LogLevel } from "./config.ts";

export type Log = Logger;

/** Writes to standard output, or to `destination`. */
export function openLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withErrors },
      // The finished line is scrubbed, not the arguments: what is put together from parts is seen whole,
      // and nothing goes round it (bindings of a child, the message of an Error, a value at any depth).
      hooks: { streamWrite: scrubLine },
    },
    destination ?? pino.destination(1),
  );
}

/** An Error under any name keeps its message and stack; JSON alone would make `{}` of it. Pino sees to `err`. */
function withErrors(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error && name !== "err" ? stdSerializers.err(value) : value,
    ]),
  );
}

function scrubLine(line: string): string {
  return `${JSON.stringify(scrub(JSON.parse(line)))}\n`;
}

/** Fields whose value is a person's, whatever it looks like. */
const privateFields: ReadonlySet<string> = new Set([
  "address",
  "answers",
  "birth_date",
  "body",
  "heard",
  "income",
  "ktp_address",
  "nik",
  "phone",
  "registration",
  "text",
]);

function scrub(value: unknown): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value === "number") return scrubNumber(value);
  if (Array.isArray(value)) return value.map(scrub);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      scrubText(name),
      privateFields.has(name) ? "[private]" : scrub(part),
    ]),
  );
}

/** One digit, of any script, with what people put between digits. */
const digit = String.raw`\p{Nd}[\s.()\-–]{0,2}`;

const patterns = new RegExp(
  [
    // Our ids and hashes are what a log is for; a UUID may happen to hold a long run of digits.
    "(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    String.raw`(?<hash>(?<![0-9a-f])(?=0{64}|\d*[a-f])[0-9a-f]{64}(?![0-9a-f]))`,
    String.raw`(?<secret>(?<=:\/\/)[^\s/@]+(?=@))`,
    // 15 and more: a NIK with a digit missing is still a person's.
    String.raw`(?<nik>(?:${digit}){14,}\p{Nd})`,
    // 0812…, +62812…, 62812…, 812…; at least nine digits after the prefix's first.
    String.raw`(?<phone>(?<!\p{Nd})(?:\+\s?62|62[\s.\-]?8|0[2-9]|8[1-9])[\s.()\-–]{0,2}(?:${digit}){6,12}\p{Nd})`,
  ].join("|"),
  "gu",
);

function scrubText(text: string): string {
  return text.replace(patterns, (found, id, hash, secret, nik) => {
    if (id !== undefined || hash !== undefined) return found;
    if (secret !== undefined) return "[secret]";
    return nik === undefined ? "[phone]" : "[nik]";
  });
}

/** Counts, bytes and milliseconds are numbers too, so only what can hardly be one of them is taken out. */
function scrubNumber(value: number): unknown {
  const written = String(value);
  if (/^\d{15,}$/.test(written)) return "[nik]";
  return /^628\d{8,11}$/.test(written) ? "[phone]" : value;
}
