/** A person on WhatsApp with the telephone in hand: writes, taps, sends, and reads what came. */
import { randomBytes } from "node:crypto";
import type { Delivered, PostMore } from "./hook.ts";
import { many, part } from "./limits.ts";

export type Details = {
  readonly name: string;
  /** Digits with the country code. */
  readonly phone: string;
  /** The id by which one business knows the person. Absent: not given out yet. */
  readonly userId?: string;
  /** Has a username and keeps the number to himself. */
  readonly hidesPhone?: boolean;
};

/** What the bot said to somebody, as it stands on the screen. */
export type Seen = { readonly text: string; readonly buttons: readonly string[] };

export type Sent = {
  readonly id: string;
  readonly to: Person;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What a person needs of the house they write to. */
export type Post = {
  readonly now: () => number;
  readonly sent: readonly Sent[];
  readonly deliver: (line: string, value: object) => Promise<void>;
  readonly postOnce: (value: object, more?: PostMore) => Promise<Delivered>;
};

export type Person = ReturnType<typeof personOf>;

export const newWamid = (): string => `wamid.${randomBytes(24).toString("base64")}`;

export function personOf(details: Details, post: Post) {
  const { name, phone, userId, hidesPhone = false } = details;
  let wroteAt: number | undefined;
  let last: object = {};
  let isBlocking = false;

  /** A message of this person as Meta wraps it. */
  function wrapped(content: object): object {
    wroteAt = post.now();
    const message = {
      ...(hidesPhone ? {} : { from: phone }),
      ...(userId === undefined ? {} : { from_user_id: userId }),
      id: newWamid(),
      timestamp: String(Math.floor(post.now() / 1_000)),
      ...content,
    };
    const contact = {
      profile: { name },
      ...(hidesPhone ? {} : { wa_id: phone }),
      ...(userId === undefined ? {} : { user_id: userId }),
    };
    last = { contacts: [contact], messages: [message] };
    return last;
  }

  const sends = (content: object) => post.deliver(phone, wrapped(content));
  const mine = () => post.sent.filter(({ to }) => to === person);

  const person = {
    details,
    /** As the bot knows them. */
    address: userId ?? phone,
    wrapped,
    /** Resolves when the app has taken it; anything of Meta's kinds. */
    sends,
    writes: (text: string) => sends({ type: "text", text: { body: text } }),
    /** Taps the last button or row of that label on the screen. */
    taps: (label: string) => sends(tapOn(mine(), label)),
    sendsMedia: (type: string, file: { readonly id: string; readonly sha256: string }) =>
      sends({ type, [type]: { id: file.id, sha256: file.sha256, mime_type: `${type}/any` } }),
    sharesOwnNumber: () =>
      sends({
        type: "contacts",
        contacts: [
          {
            origin: "contact_request",
            name: { formatted_name: name },
            phones: [{ phone: `+${phone}`, wa_id: phone, type: "CELL" }],
          },
        ],
      }),
    /** The last message once more, exactly as it was. */
    lastAgain: () => post.deliver(phone, last),
    /** One delivery that is not repeated, of a text. */
    writesOnce: (text: string, more?: PostMore) =>
      post.postOnce(wrapped({ type: "text", text: { body: text } }), more),
    blocks: (isShut = true) => {
      isBlocking = isShut;
    },
    isBlocking: () => isBlocking,
    /** Milliseconds; undefined for who never wrote. */
    wroteAt: () => wroteAt,
    hasWritten: (at: number) => {
      wroteAt = at;
    },
    /** All that came, oldest first. */
    screen: (): readonly Seen[] => mine().map(({ body }) => seenOf(body)),
    isReachedAt: (to: unknown, recipient: unknown): boolean =>
      to === undefined ? recipient === userId : String(to).replace(/\D/g, "") === phone,
  };
  return person;
}

function seenOf(body: Sent["body"]): Seen {
  if (body["type"] === "text") return { text: String(part(body, "text")["body"]), buttons: [] };
  if (body["type"] === "template") {
    return { text: `[${String(part(body, "template")["name"])}]`, buttons: [] };
  }
  const interactive = part(body, "interactive");
  const text = String(part(interactive, "body")["text"]);
  if (interactive["type"] === "request_contact_info") return { text, buttons: ["(share number)"] };
  return { text, buttons: choicesIn(body).map(({ label }) => label) };
}

type Choice = { readonly id: string; readonly label: string; readonly note: unknown };

function choicesIn(body: Sent["body"]): readonly Choice[] {
  const action = part(part(body, "interactive"), "action");
  const rows = many(action["sections"]).flatMap((section) => many(section["rows"]));
  const replies = many(action["buttons"]).map((button) => part(button, "reply"));
  return [...replies, ...rows].map(({ id, title, description }) => ({
    id: String(id),
    label: String(title),
    note: description,
  }));
}

function tapOn(sent: readonly Sent[], wanted: string): object {
  for (const { id, body } of sent.toReversed()) {
    const found = choicesIn(body).find(({ label }) => label === wanted);
    if (found === undefined) continue;
    const kind = part(body, "interactive")["type"] === "list" ? "list_reply" : "button_reply";
    const note = found.note === undefined ? {} : { description: found.note };
    const reply = { id: found.id, title: found.label, ...note };
    const interactive = { type: kind, [kind]: reply };
    return { type: "interactive", context: { from: "6281200009999", id }, interactive };
  }
  throw new Error(`nothing on the screen says ${wanted}`);
}
