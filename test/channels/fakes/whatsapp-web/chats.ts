/** The telephone the page is paired with: its chats, and who is who. It keeps what comes while no page is there. */
import type { ChatHistory, Known, Message } from "./wire.ts";

export type Person = {
  readonly name: string;
  /** …@c.us */
  readonly pn: string;
  /** …@lid */
  readonly lid: string;
  /** How this person's chat is named: WhatsApp moves from the first to the second. */
  readonly addressing: "pn" | "lid";
  /** Nobody is told the number. */
  readonly hidesPhone: boolean;
};

export type Chats = ReturnType<typeof openChats>;

export function openChats() {
  const people: Person[] = [];
  const blocking = new Set<Person>();
  const chats = new Map<string, { unread: number; messages: Message[] }>();

  const chatOf = (id: string) => {
    const chat = chats.get(id) ?? { unread: 0, messages: [] };
    chats.set(id, chat);
    return chat;
  };
  const whose = (wid: string) => people.find(({ pn, lid }) => pn === wid || lid === wid);
  return {
    whose,
    add: (person: Person) => void people.push(person),
    /** What the server tells of somebody: never the hidden number. */
    known: (wid: string): Known | null => {
      const person = whose(wid);
      if (person === undefined) return null;
      return person.hidesPhone ? { lid: person.lid } : { lid: person.lid, pn: person.pn };
    },
    keep: (message: Message) => {
      const chat = chatOf(message.chat);
      if (chat.messages.some(({ id }) => id === message.id)) return;
      chat.messages.push(message);
      if (!message.fromMe) chat.unread += 1;
    },
    find: (id: string) =>
      [...chats.values()].flatMap(({ messages }) => messages).find((one) => one.id === id),
    seen: (id: string) => {
      chatOf(id).unread = 0;
    },
    unread: (id: string) => chatOf(id).unread,
    block: (person: Person) => void blocking.add(person),
    hasBlocked: (wid: string) => {
      const person = whose(wid);
      return person !== undefined && blocking.has(person);
    },
    all: (): readonly ChatHistory[] =>
      [...chats].map(([id, { unread, messages }]) => ({ id, unread, messages: [...messages] })),
  };
}
