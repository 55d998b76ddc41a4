/** Who talks in the tests of the whole: what each would answer, whole conversations, and WhatsApp-shaped addresses. */
import type { Inbound, Says } from "../../src/channels/channel.ts";
import type { InboxNeeds } from "../../src/inbox/needs.ts";
import { type Received, receive } from "../../src/inbox/receive.ts";

/** Answers by the name of the datum. */
export type Person = Readonly<Record<string, string>>;

/** Each value is found nowhere else, so that a trace of it is a trace of her. */
export const siti: Person = {
  consent: "ya",
  segment: "1",
  birth_date: "27 November 1971",
  occupation: "nyadap karet Haji Qomaruddin",
  income: "2.137.000",
  programs: "1",
  period: "3 bulan",
  village: "Sungai Rengit, Talang Kelapa",
  address: "Lorong Mangkubuyut 47 RT 3",
  phone: "0813-7755-2091",
  nik: "1699 0167 1171 0007",
  name: "Siti Qonawati",
  confirm: "ya, benar",
};

/** She gave him her NIK, which holds another birth date than his: two findings. */
export const budi: Person = {
  ...siti,
  birth_date: "19 Agustus 1974",
  card_date: "2",
  occupation: "ngojek Xaverindo",
  address: "Gang Wijayakusumo 12 RT 8",
  phone: "0852-6641-9037",
  name: "Budi Prawiroqusno",
};

/** Many people who differ in name, NIK, telephone and address. */
export function wayan(number: number): Person {
  const four = String(number + 1).padStart(4, "0");
  return {
    ...siti,
    birth_date: "5 Maret 1980",
    occupation: "nyadap karet",
    income: "2 juta",
    address: `Dusun ${number + 1} RT 2`,
    phone: `0812 3456 ${four}`,
    nik: `169901050380${four}`,
    name: `Wayan ${letters(number)}`,
  };
}

/** A name of letters for each number: "Baba", "Baca" …. */
function letters(number: number): string {
  const letter = (part: number) => String.fromCharCode(98 + (part % 20));
  return `B${letter(number)}a${letter(Math.floor(number / 20))}a`;
}

/** Where a person writes from, and how many messages came from there. */
export type Phone = Pick<Inbound, "channel" | "account" | "from"> & {
  /** The id of each message that was sent, in order. */
  readonly sent: string[];
  /** All that was said there, in order. */
  readonly heard: Says[];
};

/** As WhatsApp writes it: the address holds the telephone number, and so does the id of each message. */
export function whatsAppPhone(number = "6281234567890"): Phone {
  const from = `${number}@c.us`;
  return { channel: "whatsapp-web", account: "6289999999999", from, sent: [], heard: [] };
}

export function webPhone(from: string): Phone {
  return { channel: "web-chat", account: "web", from, sent: [], heard: [] };
}

type Said = string | Inbound["heard"];

/** Sends one message and gives what came back. */
export async function say(needs: InboxNeeds, phone: Phone, said: Said): Promise<Received> {
  const id = idOf(phone, phone.sent.length);
  phone.sent.push(id);
  const received = await deliver(needs, phone, said, id);
  if (received.kind === "says") phone.heard.push(...received.says);
  return received;
}

/** The message of that id, for the first time or again. */
export function deliver(
  needs: InboxNeeds,
  { channel, account, from }: Phone,
  said: Said,
  id: string,
): Promise<Received> {
  const heard = typeof said === "string" ? { kind: "text" as const, text: said } : said;
  return receive(needs, { channel, account, from, id, heard });
}

export function idOf({ channel, from }: Phone, number: number): string {
  const mark = number.toString(16).toUpperCase().padStart(6, "0");
  return channel === "whatsapp-web" ? `false_${from}_3EB0C0FFEE${mark}` : `m${number}`;
}

/** The question that waits; undefined when nothing is asked. */
function asked({ heard }: Phone): string | undefined {
  return heard.at(-1)?.asks?.name;
}

/** Answers as the person would, until `upTo` is asked or nothing is. Whoever has not begun begins. */
export async function answer(
  needs: InboxNeeds,
  phone: Phone,
  person: Person,
  upTo?: string,
): Promise<void> {
  for (let turns = 0; turns < 3 && asked(phone) === undefined; turns += 1) {
    await say(needs, phone, turns === 0 && phone.heard.length === 0 ? "halo" : "daftar");
  }
  for (let turns = 0; asked(phone) !== upTo; turns += 1) {
    const name = asked(phone);
    const text = name === undefined ? undefined : person[name];
    if (text === undefined || turns > 30) {
      throw new Error(`no way to ${upTo}: stuck at ${name}, ${phone.heard.at(-1)?.text}`);
    }
    await say(needs, phone, text);
  }
}
