/** What the library tells of a message → as much of it as anybody here looks at. No medium is ever fetched. */
import type { Call, Client, Message } from "whatsapp-web.js";
import type { Facts } from "../process/protocol.ts";
import { within } from "./cause.ts";

type WithOther = (facts: Facts) => Promise<Facts>;

export function factsOf(message: Message): Facts {
  const { id, from, type, body, timestamp } = message;
  return {
    id: id._serialized,
    chat: from,
    type: type ?? "unknown",
    body: body ?? "",
    at: timestamp ?? 0,
  };
}

/** The library gives an id with parts where its own description says it were a text. */
export function factsOfCall(call: Call, now: Date): Facts {
  const from: unknown = call.from;
  const chat =
    typeof from === "object" && from !== null && "_serialized" in from
      ? String(from._serialized)
      : String(from);
  const at = Math.floor(now.getTime() / 1000);
  return { id: `call:${call.id}`, chat, type: "call", body: "", at };
}

const mostKnown = 5_000;
const limitMs = 5_000;

/**
 * Adds the other id of the same person (…@lid or …@c.us), asked for one at a time and remembered. No message fails on
 * it, and messages of one person keep their order: they wait for the same answer.
 */
export function openOtherIds(client: Client): WithOther {
  const known = new Map<string, Promise<string | undefined>>();
  const find = async (id: string): Promise<string | undefined> => {
    const [found] = await within(limitMs, client.getContactLidAndPhone([id]));
    const other = id.endsWith("@lid") ? found?.pn : found?.lid;
    return other === id ? undefined : other;
  };
  const otherOf = (id: string): Promise<string | undefined> => {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (known.size >= mostKnown) known.clear();
    const asked = find(id).catch(() => {
      // The next message asks again.
      known.delete(id);
      return undefined;
    });
    known.set(id, asked);
    return asked;
  };
  return async (facts) => {
    const other = await otherOf(facts.chat);
    return other === undefined ? facts : { ...facts, other };
  };
}
