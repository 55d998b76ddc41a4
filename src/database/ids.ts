/**
 * Ids of ours: a letter that says what it is, and a UUID of version 7 (RFC 9562), e.g.
 * `c-01935f6e-7a10-7c3e-9d5b-3f1c2a4b5d6e`. Later ids sort after earlier ones, also within a millisecond and when
 * the clock is set back.
 */
import { randomBytes } from "node:crypto";

/** `nowMs` counts from 1970. */
export type NewId = (prefix: string, nowMs?: number) => string;

/** Chance by the page: drawn ten bytes at a time it would cost more than all the rest of an id. */
function pagedBytes(): (size: number) => Buffer {
  let page = Buffer.alloc(0);
  let used = 0;
  return (size) => {
    if (used + size > page.length) {
      page = randomBytes(4_000);
      used = 0;
    }
    used += size;
    return page.subarray(used - size, used);
  };
}

/** Ids in their own order; a program needs one. */
export function orderedIds(random: (size: number) => Buffer = pagedBytes()): NewId {
  let lastMs = 0;
  let count = 0;
  return (prefix, nowMs = Date.now()) => {
    const bytes = random(10);
    if (nowMs > lastMs) {
      lastMs = nowMs;
      // Half of the counter's room is left for the same millisecond.
      count = bytes.readUInt16BE(0) & 0x7ff;
    } else {
      count += 1;
      if (count > 0xfff) {
        lastMs += 1;
        count = 0;
      }
    }
    const time = lastMs.toString(16).padStart(12, "0");
    const order = count.toString(16).padStart(3, "0");
    // The variant's two bits, then 62 random ones.
    const chance = ((bytes[2] ?? 0) & 0x3f) | 0x80;
    const tail = chance.toString(16) + bytes.toString("hex", 3);
    return `${prefix}-${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

export const newId: NewId = orderedIds();
