/** What came, in our words: a message of a person, somebody who has another id now, or nothing that is answered. */
import { z } from "zod";
import type { Heard, Unreadable } from "../../../conversation/heard.ts";
import { tapIn } from "../../../rendering/render.ts";
import type { Inbound } from "../../channel.ts";
import type { Call, Contact, Message } from "./arrivals.ts";
import { wordOf } from "./arrivals.ts";
import { movedBy } from "./moved.ts";
import { idsOf } from "./who.ts";

export const channelName = "whatsapp-cloud";

export type Translated =
  /** `at`: seconds since 1970, when it was sent. */
  | { readonly kind: "heard"; readonly inbound: Inbound; readonly at: number }
  | { readonly kind: "moved"; readonly from: string; readonly formerly: string }
  /** A kind that is not answered. */
  | { readonly kind: "left"; readonly what: string };

/** Of Meta's types, what each is for a person who must get an answer. */
const unreadable: Readonly<Record<string, Unreadable>> = {
  image: "photo",
  audio: "voice",
  video: "video",
  sticker: "sticker",
  location: "location",
  document: "document",
  edit: "edit",
};

/** Not things that a person says. */
const silent = new Set(["reaction", "revoke", "system"]);

/** As long as the longest message that we send; in UTF-16 units. */
const longestText = 4_096;

export function translate(
  message: Message,
  contacts: readonly Contact[],
  account: string,
): Translated {
  const moved = movedBy(message);
  if (moved !== undefined) return { kind: "moved", ...moved };
  if (silent.has(message.type)) return { kind: "left", what: wordOf(message.type) };
  // What is said in a group is heard by others: nothing of a person belongs there.
  if (message.group_id !== undefined) return { kind: "left", what: "group" };
  const ids = idsOf(message, contacts);
  if (ids === undefined) return { kind: "left", what: "nobody" };
  const inbound = {
    channel: channelName,
    account,
    ...ids,
    id: message.id,
    ...saidIn(message, ids),
  };
  return { kind: "heard", inbound, at: message.timestamp };
}

/** Somebody rings; that a call ended is no news. */
export function translateCall(call: Call, account: string): Translated {
  const ids = idsOf(call, []);
  if (call.event !== "connect" || ids === undefined) return { kind: "left", what: "call" };
  const heard = { kind: "media", what: "call" } as const;
  const inbound = { channel: channelName, account, ...ids, id: call.id, heard };
  return { kind: "heard", inbound, at: call.timestamp };
}

type Said = Pick<Inbound, "heard" | "under">;

const textShape = z.object({ text: z.object({ body: z.string() }) });
const replyShape = z.object({ id: z.string(), title: z.string() });
const tapShape = z.object({
  interactive: z.union([
    z.object({ button_reply: replyShape }).transform((tapped) => tapped.button_reply),
    z.object({ list_reply: replyShape }).transform((tapped) => tapped.list_reply),
  ]),
});
/** The button of a template. */
const buttonShape = z.object({
  button: z.object({ payload: z.string().catch(""), text: z.string() }),
});

function saidIn(message: Message, ids: Ids): Said {
  switch (message.type) {
    case "text": {
      const parsed = textShape.safeParse(message);
      return parsed.success ? textOf(parsed.data.text.body) : other;
    }
    case "interactive": {
      const parsed = tapShape.safeParse(message);
      return parsed.success
        ? tapped(parsed.data.interactive.id, parsed.data.interactive.title)
        : other;
    }
    case "button": {
      const parsed = buttonShape.safeParse(message);
      return parsed.success ? tapped(parsed.data.button.payload, parsed.data.button.text) : other;
    }
    case "contacts":
      return { heard: cardIn(message, ids) ?? other.heard };
    default:
      return { heard: { kind: "media", what: unreadable[message.type] ?? "other" } };
  }
}

const other: Said = { heard: { kind: "media", what: "other" } };

/** A button that is none of ours says what stands on it. */
function tapped(data: string, label: string): Said {
  const tap = tapIn(data);
  if (tap === undefined) return textOf(label);
  return { heard: { kind: "choice", value: tap.value }, under: tap.under };
}

function textOf(text: string): Said {
  return { heard: { kind: "text", text: text.slice(0, longestText).toWellFormed() } };
}

type Ids = { readonly from: string; readonly formerly?: string };

const cardShape = z.object({
  origin: z.string().optional(),
  contacts: z
    .array(
      z.object({
        origin: z.string().optional(),
        phones: z.array(z.object({ phone: z.string().optional(), wa_id: z.string().optional() })),
      }),
    )
    .min(1),
});

/** One's own: it came by our button for it, or it is the number from which it was sent. */
function cardIn(message: Message, { from, formerly }: Ids): Heard | undefined {
  const { data } = cardShape.safeParse(message);
  const [card] = data?.contacts ?? [];
  const [phone] = card?.phones ?? [];
  const written = phone?.wa_id === undefined ? phone?.phone : `+${phone.wa_id}`;
  if (data === undefined || card === undefined || written === undefined) return undefined;
  const isAsked = [data.origin, card.origin].includes("contact_request");
  const isSender = phone?.wa_id !== undefined && [from, formerly].includes(phone.wa_id);
  const isAlone = data.contacts.length === 1;
  return { kind: "contact", phone: written, isOwn: isAlone && (isAsked || isSender) };
}
