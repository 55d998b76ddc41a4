/** What a person's phone, network and operator do all day: every message twice, all at once, a restart in the middle. */
import { randomBytes } from "node:crypto";
import type { Material } from "../../src/conversation/material.ts";
import { inFolder } from "./folder.ts";
import { wrongContacts } from "./judge.ts";
import { openProduction, type Production } from "./production.ts";
import { openSaid } from "./said.ts";
import { type Contact, messagesPerContact } from "./workload.ts";

/** Contacts that were told or kept something wrong. */
export type Correctness = {
  readonly contacts: number;
  readonly twice: number;
  readonly burst: number;
  readonly restart: number;
};

export async function correctness(
  material: Material,
  contacts: readonly Contact[],
): Promise<Correctness> {
  return {
    contacts: contacts.length,
    twice: await judged(material, contacts, [inTurn(sendTwice)]),
    burst: await judged(material, contacts, [sendAtOnce]),
    restart: await judged(material, contacts, [inTurn(sendUntilEnd), inTurn(sendFromThere)]),
  };
}

type Sending = (production: Production, contacts: readonly Contact[]) => Promise<unknown>;

/** Each sending has a program of its own on the same folder: between two of them everything is closed and opened. */
async function judged(
  material: Material,
  contacts: readonly Contact[],
  sendings: readonly Sending[],
): Promise<number> {
  return inFolder(async (folder) => {
    const said = openSaid();
    const needs = { folder, material, said, channel: "sent", root: randomBytes(32) } as const;
    let wrong = contacts.length;
    for (const sending of sendings) {
      const production = await openProduction(needs);
      try {
        await sending(production, contacts);
        await production.settle();
        wrong = await wrongContacts(production, said, contacts);
      } finally {
        await production.close();
      }
    }
    return wrong;
  });
}

/** All contacts at once, each with one message after the other. */
function inTurn(
  send: (production: Production, contact: Contact, index: number) => unknown,
): Sending {
  return (production, contacts) =>
    Promise.all(
      contacts.map(async (contact) => {
        for (let index = 0; index < messagesPerContact; index += 1) {
          await send(production, contact, index);
        }
      }),
    );
}

/** Once more before the first is answered, and once more after. */
async function sendTwice(production: Production, contact: Contact, index: number): Promise<void> {
  await Promise.all([production.turn(contact, index), production.turn(contact, index)]);
}

const sendAtOnce: Sending = (production, contacts) =>
  Promise.all(
    contacts.map(async (contact) => {
      await production.greet(contact);
      await Promise.all(
        [...contact.messages.keys()].map((index) => production.hear(contact, index)),
      );
    }),
  );

/** Everyone is somewhere else when the program stops. */
function endsAt(contact: Contact): number {
  return Number(contact.person.nik.slice(-4)) % messagesPerContact;
}

function sendUntilEnd(production: Production, contact: Contact, index: number): unknown {
  return index <= endsAt(contact) ? production.turn(contact, index) : undefined;
}

/** From the last message on, which the channel sends again because nobody told it that it had arrived. */
function sendFromThere(production: Production, contact: Contact, index: number): unknown {
  return index >= endsAt(contact) ? production.turn(contact, index) : undefined;
}
