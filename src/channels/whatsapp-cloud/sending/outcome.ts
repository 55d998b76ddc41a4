/** What Meta's refusals mean for a message. Codes as on Meta's page of errors; they come in an answer or in a report. */
import type { SendOutcome } from "../../channel.ts";

/** What is known of a refusal. */
export type Refusal = {
  readonly code?: number | undefined;
  readonly subcode?: number | undefined;
  /** Of the answer; absent in a report. */
  readonly status?: number | undefined;
  /** What a Retry-After header asked for. */
  readonly retryAfterMs?: number | undefined;
};

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const whole = (afterMs: number): SendOutcome => ({
  kind: "later",
  afterMs,
  cause: "asked",
  whole: true,
});

/** Every way in which Meta does not take a message, and what becomes of it. */
export const outcomes = {
  /** More a second than the number may. */
  "too-fast": whole(5 * second),
  /** More calls an hour than the app or the business may. */
  "too-many-calls": whole(minute),
  /** Too many people blocked or reported us. */
  "held-as-spam": whole(hour),
  /** More than one in six seconds to this person. */
  "too-fast-for-one": { kind: "later", afterMs: 6 * second, cause: "asked" },
  "out-of-window": { kind: "window-closed" },
  "not-reached": { kind: "refused", why: "unknown-recipient" },
  "token-refused": { kind: "channel-down", afterMs: minute },
  /** There is no such number of ours, or it is not registered: everything would be refused. */
  "wrong-id": { kind: "channel-down", afterMs: minute },
  "account-restricted": { kind: "channel-down", afterMs: 5 * minute },
  /** Of the person's country alone: one foreign number must not stop everybody. */
  "country-closed": { kind: "later", afterMs: 6 * hour, cause: "failed" },
  /** Meta decided not to deliver it today. */
  "not-today": { kind: "later", afterMs: 24 * hour, cause: "failed" },
  away: { kind: "later", afterMs: 0, cause: "failed" },
  invalid: { kind: "refused", why: "invalid" },
  /** Nothing that we know: tried again, and seen by staff when it is given up. */
  unknown: { kind: "later", afterMs: 0, cause: "failed" },
} as const satisfies Record<string, SendOutcome>;

export type Trouble = keyof typeof outcomes;

const codes: Readonly<Record<number, Trouble>> = {
  0: "token-refused",
  1: "away",
  2: "away",
  3: "token-refused",
  4: "too-many-calls",
  10: "token-refused",
  33: "wrong-id",
  100: "invalid",
  190: "token-refused",
  368: "account-restricted",
  80007: "too-many-calls",
  130429: "too-fast",
  130472: "not-today",
  130497: "country-closed",
  131000: "away",
  131005: "token-refused",
  131008: "invalid",
  131009: "invalid",
  131016: "away",
  131021: "not-reached",
  131026: "not-reached",
  131030: "not-reached",
  131031: "account-restricted",
  131042: "account-restricted",
  131045: "wrong-id",
  131047: "out-of-window",
  131048: "held-as-spam",
  131049: "not-today",
  131051: "invalid",
  131052: "invalid",
  131053: "invalid",
  131056: "too-fast-for-one",
  131057: "away",
  132000: "invalid",
  132001: "invalid",
  132005: "invalid",
  132007: "invalid",
  132012: "invalid",
  132015: "invalid",
  133004: "away",
  133010: "wrong-id",
};

export function troubleOf({ code, subcode, status = 200 }: Refusal): Trouble {
  // "Object does not exist": the id in the address is not ours.
  if (code === 100 && subcode === 33) return "wrong-id";
  if (code !== undefined && code >= 200 && code <= 299) return "token-refused";
  const known = code === undefined ? undefined : codes[code];
  if (known !== undefined) return known;
  if (status === 429) return "too-many-calls";
  if (status === 401) return "token-refused";
  return status >= 500 ? "away" : "unknown";
}

/** The longest pause that is taken from a header, in milliseconds. */
const longestMs = 24 * hour;

export function outcomeOf(refusal: Refusal): SendOutcome {
  const outcome = outcomes[troubleOf(refusal)];
  const { retryAfterMs } = refusal;
  if (retryAfterMs === undefined) return outcome;
  const afterMs = Math.min(Math.max(retryAfterMs, second), longestMs);
  if (outcome.kind === "later") return { ...outcome, afterMs, cause: "asked" };
  return outcome.kind === "channel-down" ? { ...outcome, afterMs } : outcome;
}

/** Of a Retry-After header (RFC 9110 §10.2.3): seconds or a date. Undefined for anything else. */
export function retryAfterOf(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * second;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}
