/**
 * What the program and its child with the browser say to each other, as JSON over the channel that `fork` makes. Both
 * sides parse what they get. Nothing of it is ever logged but the causes: it holds what people write, and the QR code.
 */
import { z } from "zod";

/** Why something did not go: the closed list of what may be logged of an error, whose text may hold anything. */
export const causes = [
  // Ends of a child that are meant.
  "asked",
  "parent-gone",
  "logged-out",
  "qr-expired",
  "memory",
  // The browser.
  "no-chromium",
  "browser-fails",
  "profile-in-use",
  "browser-gone",
  "page-crashed",
  "page-gone",
  // WhatsApp.
  "not-ready",
  "no-connection",
  "no-network",
  "conflict",
  "refused",
  "outdated",
  // Of one sending.
  "unknown-recipient",
  "timed-out",
  "other",
] as const;

export type Cause = (typeof causes)[number];

/** Of a message, as much as anybody here looks at. `at` in seconds since 1970. */
const facts = z.object({
  id: z.string().min(1),
  /** The chat it stands in: …@lid or …@c.us is a person. */
  chat: z.string(),
  /** The other id of the same person, where WhatsApp tells it. */
  other: z.string().optional(),
  type: z.string(),
  body: z.string(),
  at: z.number(),
});

export type Facts = z.infer<typeof facts>;

/** `nudgeMs` and the like: see `times.ts`. */
const watchTimes = z.object({
  lookMs: z.number(),
  probeMs: z.number(),
  authMs: z.number(),
  startMs: z.number(),
  nudgeMs: z.number(),
  readyMs: z.number(),
  qrMs: z.number(),
  brokenMs: z.number(),
  graceMs: z.number(),
  sendMs: z.number(),
});

export type WatchTimes = z.infer<typeof watchTimes>;

const begin = z.object({
  chromium: z.string(),
  args: z.array(z.string()),
  /** Folder of the session; the browser's profile is below it. */
  folder: z.string(),
  times: watchTimes,
});

export type Begin = z.infer<typeof begin>;

const n = z.number();

/** Program to child; each is answered under its number. */
export const asked = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("begin"), n, begin }),
  z.object({ ask: z.literal("send"), n, to: z.string(), text: z.string() }),
  z.object({ ask: z.literal("typing"), n, to: z.string() }),
  /** `last`: the newest message of the chat that was kept; where a newer one is there, nothing is marked. */
  z.object({ ask: z.literal("seen"), n, chat: z.string(), last: z.string() }),
  /** Both in seconds: all that is unread since `floor`, and all that came since `since`. */
  z.object({ ask: z.literal("sweep"), n, since: z.number(), floor: z.number() }),
  z.object({ ask: z.literal("alive"), n }),
  z.object({ ask: z.literal("end"), n }),
]);

export type Asked = z.infer<typeof asked>;

const answer = z.union([
  /** `ack` as WhatsApp counts: below 0 refused, 0 not there yet, from 1 on the server has it. */
  z.object({ sent: z.object({ ref: z.string(), ack: z.number() }) }),
  z.object({ swept: z.object({ messages: z.number(), left: z.number() }) }),
  z.object({ done: z.literal(true) }),
  z.object({ failed: z.enum(causes) }),
]);

export type Answer = z.infer<typeof answer>;

/** Child to program. */
export const told = z.discriminatedUnion("told", [
  z.object({ told: z.literal("answer"), n, answer }),
  /** So that the program can end it where the child no longer can. */
  z.object({ told: z.literal("browser"), pid: z.number() }),
  z.object({ told: z.literal("qr"), qr: z.string() }),
  /** `me`: a hash of our own id, to notice another telephone. `number`: ours, which people write to; digits alone. */
  z.object({ told: z.literal("ready"), me: z.string(), number: z.string().exactOptional() }),
  z.object({ told: z.literal("connection"), state: z.string() }),
  z.object({ told: z.literal("nudged") }),
  z.object({ told: z.literal("message"), facts }),
  z.object({ told: z.literal("edited"), facts }),
  /** It could not be deciphered. */
  z.object({ told: z.literal("unreadable"), facts }),
  z.object({ told: z.literal("call"), facts, isRejected: z.boolean() }),
  z.object({ told: z.literal("ending"), cause: z.enum(causes) }),
]);

export type Told = z.infer<typeof told>;
