/**
 * The door of JSON: everything in a delivery, of all its entries. What has not the shape of Meta is left out and named by
 * kind, and takes nothing else with it.
 */
import { z } from "zod";

const many = z.array(z.unknown()).catch([]);

const bodyShape = z.object({ entry: many });
const entryShape = z.object({ changes: many });
const changeShape = z.object({
  field: z.string(),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }),
    contacts: many,
    messages: many,
    statuses: many,
    calls: many,
    errors: many,
  }),
});

const text = z.string().min(1).max(1_024);
/** Anything else becomes absent, so that one odd field does not cost the message. */
const maybe = text.optional().catch(undefined);
/** Seconds since 1970, as digits. */
const seconds = z.coerce.number().nonnegative().catch(0);

const contactShape = z.object({ wa_id: maybe, user_id: maybe });
const messageShape = z.looseObject({
  id: text,
  from: maybe,
  from_user_id: maybe,
  group_id: maybe,
  timestamp: seconds,
  type: text,
});
const callShape = z.object({
  id: text,
  from: maybe,
  from_user_id: maybe,
  timestamp: seconds,
  event: text,
});
const errorShape = z.object({ code: z.number(), error_subcode: z.number().optional() });
const statusShape = z.object({
  id: text,
  status: text,
  recipient_id: maybe,
  recipient_user_id: maybe,
  biz_opaque_callback_data: maybe,
  errors: z.array(errorShape).catch([]),
});

export type Contact = z.infer<typeof contactShape>;
export type Message = z.infer<typeof messageShape>;
export type Call = z.infer<typeof callShape>;
export type Status = z.infer<typeof statusShape>;

export type Arrivals = {
  readonly messages: readonly {
    readonly message: Message;
    readonly contacts: readonly Contact[];
  }[];
  readonly calls: readonly Call[];
  readonly statuses: readonly Status[];
  /** What is not handled, by kind only. */
  readonly left: readonly string[];
};

export function arrivalsIn(raw: string, phoneId: string): Arrivals {
  const messages: Arrivals["messages"][number][] = [];
  const calls: Call[] = [];
  const statuses: Status[] = [];
  const left: string[] = [];

  const read = <T>(shape: z.ZodType<T>, given: unknown, kind: string): T | undefined => {
    const parsed = shape.safeParse(given);
    if (!parsed.success) left.push(kind);
    return parsed.data;
  };
  const all = <T>(shape: z.ZodType<T>, given: readonly unknown[], kind: string): readonly T[] =>
    given.map((one) => read(shape, one, kind)).filter((one) => one !== undefined);

  const entries = all(entryShape, read(bodyShape, jsonOf(raw), "body")?.entry ?? [], "entry");
  const changes = all(
    changeShape,
    entries.flatMap((entry) => entry.changes),
    "change",
  );
  for (const { field, value } of changes) {
    if (value.metadata.phone_number_id !== phoneId) {
      left.push("another-number");
      continue;
    }
    if (field !== "messages" && field !== "calls") {
      left.push(wordOf(field));
      continue;
    }
    // What goes wrong at Meta and is about no message.
    left.push(...all(errorShape, value.errors, "error").map(({ code }) => `error-${code}`));
    const contacts = all(contactShape, value.contacts, "contact");
    for (const message of all(messageShape, value.messages, "message")) {
      messages.push({ message, contacts });
    }
    statuses.push(...all(statusShape, value.statuses, "status"));
    calls.push(...all(callShape, value.calls, "call"));
  }
  return { messages, calls, statuses, left };
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** Nothing but a word of Meta's may get into a log. */
export function wordOf(kind: string): string {
  return /^[a-z_]{1,40}$/.test(kind) ? kind : "unknown";
}
