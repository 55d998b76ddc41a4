/** People with WhatsApp and what they do with it. */
import { randomBytes } from "node:crypto";
import type { Chats, Person } from "./chats.ts";
import type { Message, ToPage } from "./wire.ts";

/** `phone` in digits with the country in front. */
type Introduction = {
  readonly name: string;
  readonly phone: string;
  readonly addressing?: Person["addressing"];
  readonly hidesPhone?: boolean;
};

export function peopleOf(chats: Chats, push: (message: ToPage) => void) {
  const chatIdOf = ({ addressing, lid, pn }: Person) => (addressing === "lid" ? lid : pn);
  /** Kept by the telephone whether or not a page is there. */
  const deliver = (message: Message): Message => {
    chats.keep(message);
    push({ kind: "message", message });
    return message;
  };
  const from = (chat: string, person: Person, part: Partial<Message>): Message =>
    deliver({
      ...{ id: `AC${randomBytes(9).toString("hex").toUpperCase()}`, chat, fromMe: false },
      ...{ type: "chat", t: Math.floor(Date.now() / 1000), notifyName: person.name, ...part },
    });

  return {
    join: ({ name, phone, addressing = "lid", hidesPhone = false }: Introduction): Person => {
      const lid = `77${phone.slice(-10).padStart(13, "1")}@lid`;
      const person = { name, pn: `${phone}@c.us`, lid, addressing, hidesPhone };
      chats.add(person);
      return person;
    },
    chatIdOf,
    text: (person: Person, body: string, part: Partial<Message> = {}) =>
      from(chatIdOf(person), person, { body, ...part }),
    /** Whatever is no text: a photo, a sticker, a location … */
    sends: (person: Person, type: string, more: Message["more"] = {}) =>
      from(chatIdOf(person), person, { type, more }),
    /** A contact card. Its `waid` is the number that WhatsApp knows; without it it is typed by hand. */
    card: (person: Person, phone: string, isKnown = true) => {
      const tel = `TEL;type=CELL;type=VOICE${isKnown ? `;waid=${phone}` : ""}:+${phone}`;
      const body = `BEGIN:VCARD\nVERSION:3.0\nFN:Kartu\n${tel}\nEND:VCARD`;
      return from(chatIdOf(person), person, { type: "vcard", body });
    },
    /** Into a group, to everybody, or as a status: `chat` tells which. */
    elsewhere: (chat: string, person: Person, body: string) =>
      from(chat, person, { body, more: { author: chatIdOf(person) } }),
    again: (message: Message) => void deliver(message),
    edits: (message: Message, body: string) =>
      push({ kind: "edited", id: keyOf(message), body, at: Date.now() }),
    revokes: (message: Message) => push({ kind: "revoked", id: keyOf(message) }),
    calls: (person: Person) => {
      const id = randomBytes(8).toString("hex");
      push({ kind: "call", id, from: chatIdOf(person) });
      return id;
    },
  };
}

/** A message's id in whole, as the library tells it. */
function keyOf({ fromMe, chat, id }: Message): string {
  return `${fromMe}_${chat}_${id}`;
}
