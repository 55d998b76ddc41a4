/**
 * Plays a transcript: `#` says what it is about, `>` is the applicant, `*` something that happens outside, `<` the bot.
 * The `<` lines are what came out, `=` what staff read of it; `npm run transcripts` writes them anew, and the difference
 * is the review.
 *
 * `> [Label]` taps a button that is or was on the screen; `> [[value]]` sends a value no button has. `* on WhatsApp`
 * goes to another channel, or back to it: what was said there meanwhile is shown. `> the code` is the last one said.
 * `> [Label]` taps a button that is or was on the screen; `> [[value]]` sends a value no button has.
 * `* a channel that can share-contact, remove-messages` says first where they talk; `~` stands before a message of the
 * person that is taken out of the chat, and what is said where it cannot be.
 */

import type { Inbound, Says } from "../../src/channels/channel.ts";
import type { Heard } from "../../src/conversation/heard.ts";
import type { Ability } from "../../src/conversation/moment.ts";
import type { Verdict } from "../../src/enrolment/submission.ts";
import { receive, saysAfter } from "../../src/inbox/receive.ts";
import { usual } from "../conversation/talk.ts";
import type { World } from "../world.ts";
import { changedFlow } from "./changed-flow.ts";
import { shown, withRef } from "./shown.ts";
import { decided, remarked } from "./staff.ts";

/** What a phone sends, as the page does: a tap with the id of the saying whose button it is. */
type Sent = Pick<Inbound, "heard" | "under">;

type Phone = Pick<Inbound, "channel" | "account" | "from"> & {
  says: Says[];
  sent: (Sent & { id: string; text: string })[];
};

/** The transcript as it comes out when its `>` and `*` lines are played in this world. */
export async function play(script: string, world: World): Promise<string> {
  const phones: Phone[] = [phoneOn("web-chat", "siti")];
  const written: string[] = [];
  for (const line of script.split("\n")) {
    if (line.startsWith("#") || line.startsWith("= "))
      written.push(...(line.startsWith("#") ? [line, ""] : []));
    if (line.startsWith("> "))
      written.push(line, ...(await said(world, phone(phones), hear(line.slice(2), phones))));
    if (line.startsWith("* ")) written.push(line, ...(await happen(world, phones, line.slice(2))));
  }
  return `${written.join("\n").trimEnd()}\n`;
}

/** By the names that people have for them. */
const channels: Readonly<Record<string, string>> = {
  "the web page": "web-chat",
  WhatsApp: "whatsapp-web",
  Telegram: "telegram",
};

function phoneOn(channel: string, from: string): Phone {
  const account = channel === "web-chat" ? "web" : "lindung";
  return { channel, account, from, says: [], sent: [] };
}

/** Whoever comes back to a channel finds what was said there. */
async function goTo(world: World, phones: Phone[], channel: string): Promise<string[]> {
  const at = phones.findIndex((phone) => phone.channel === channel);
  const [known] = at === -1 ? [] : phones.splice(at, 1);
  phones.push(known ?? phoneOn(channel, "siti"));
  return known === undefined ? [""] : news(world, known);
}

function phone(phones: readonly Phone[]): Phone {
  const last = phones.at(-1);
  if (last === undefined) throw new Error("a transcript has a phone");
  return last;
}

function hear(text: string, phones: readonly Phone[]): Sent {
  const value = /^\[\[(.+)\]\]$/.exec(text)?.[1];
  if (value !== undefined) return { heard: { kind: "choice", value } };
  const label = /^\[(.+)\]$/.exec(text)?.[1];
  if (label !== undefined) {
    const buttons = phone(phones).says.flatMap(({ id, choices = [] }) =>
      choices.map((choice) => ({ ...choice, under: id })),
    );
    const button = buttons.findLast((button) => button.label === label);
    if (button === undefined) throw new Error(`no button [${label}] was ever on the screen`);
    return { heard: { kind: "choice", value: button.value }, under: button.under };
  }
  return typed(
    text
      .replace("the number of Siti", saidOf(phones, /LD-\w{4}-\w{2}/))
      .replace("the code", saidOf(phones, /LJ(?:-\w{3}){3}/)),
  );
}

/** The last of its kind that was said anywhere. */
function saidOf(phones: readonly Phone[], kind: RegExp): string {
  const texts = phones.flatMap(({ says }) => says.map(({ text }) => kind.exec(text)?.[0] ?? ""));
  return texts.findLast((found) => found !== "") ?? "";
}

function typed(text: string): Sent {
  return { heard: { kind: "text", text } };
}

async function said(world: World, phone: Phone, sent: Sent, again?: string): Promise<string[]> {
  const id = again ?? `m${phone.sent.length + 1}`;
  const { channel, account, from } = phone;
  const sending = { channel, account, from, id, ...withRef(world, sent, id) };
  const received = await receive(world, sending);
  if (again === undefined) {
    phone.sent.push({ ...sent, id, text: "text" in sent.heard ? sent.heard.text : "" });
    if (received.kind === "says") phone.says.push(...received.says);
  }
  return shown(received);
}

type Happening = (
  world: World,
  phones: Phone[],
  part: readonly string[],
) => Promise<string[]> | string[];

/** Everything that can happen outside, by the words for it. */
const happenings: readonly (readonly [RegExp, Happening])[] = [
  [
    /^answered up to (\w+)$/,
    (world, phones, [upTo = ""]) => answerUpTo(world, phone(phones), upTo),
  ],
  [
    /^(\d+) (hour|day)s pass$/,
    (world, _phones, [count, unit]) => {
      world.pass(Number(count) * (unit === "day" ? 24 : 1));
      return [""];
    },
  ],
  [
    /^a channel that can ([a-z-]+(?:, [a-z-]+)*)$/,
    (world, _phones, [abilities = ""]) => {
      world.allow(abilities.split(", ") as Ability[]);
      return [""];
    },
  ],
  [
    /^sends (photo|voice|video|sticker|location|document|call|edit|other)(?: (\d+) times)?$/,
    async (world, phones, [what, times = "1"]) => {
      const shown: string[] = [];
      for (let sent = 0; sent < Number(times); sent += 1) {
        shown.push(
          ...(await said(world, phone(phones), { heard: { kind: "media", what } as Heard })),
        );
      }
      return shown;
    },
  ],
  [
    /^shares (own|another) contact (\+\d+)$/,
    (world, phones, [whose, number = ""]) => {
      const heard = { kind: "contact", phone: number, isOwn: whose === "own" } as const;
      return said(world, phone(phones), { heard });
    },
  ],
  [/^the last message arrives again$/, (world, phones) => repeat(world, phone(phones), undefined)],
  [
    /^the message "(.+)" arrives again$/,
    (world, phones, [text]) => repeat(world, phone(phones), text),
  ],
  [
    /^from another phone$/,
    (_world, phones) => {
      phones.push(phoneOn("web-chat", "wayan"));
      return [""];
    },
  ],
  [
    /^on (the web page|WhatsApp|Telegram)$/,
    (world, phones, [name = ""]) => goTo(world, phones, String(channels[name])),
  ],
  [
    /^staff promise to look within (\d+) days$/,
    (world, _phones, [days]) => {
      world.promise(Number(days));
      return [""];
    },
  ],
  [
    /^staff (accept|return|reject)(?:: (.+))?$/,
    async (world, phones, [deed = "", reasons = ""]) => {
      await decided(world, `${deed}ed` as Verdict, reasons);
      return news(world, phone(phones));
    },
  ],
  [/^staff look$/, (world) => remarked(world)],
  [
    /^machine looks$/,
    async (world) => {
      await world.machineLooks();
      return [""];
    },
  ],
];

async function happen(world: World, phones: Phone[], event: string): Promise<string[]> {
  for (const [words, happening] of happenings) {
    const found = words.exec(event);
    if (found !== null) return happening(world, phones, found.slice(1));
  }
  const changed = changedFlow(event, world.material());
  if (changed === undefined) throw new Error(`nobody knows how this happens: * ${event}`);
  world.replace(changed);
  return [""];
}

/** What was said to the phone since it last heard something. */
async function news(world: World, here: Phone): Promise<string[]> {
  const received = await saysAfter(world, here, here.says.at(-1)?.id ?? 0);
  if (received.kind === "says") here.says.push(...received.says);
  return shown(received);
}

/** The same message once more, under the same id. */
function repeat(world: World, here: Phone, text: string | undefined): Promise<string[]> {
  const sent =
    text === undefined
      ? here.sent.at(-1)
      : here.sent.find((one) => one.text.toLowerCase() === text.toLowerCase());
  if (sent === undefined) throw new Error(`nothing like that was sent: ${text}`);
  return said(world, here, sent, sent.id);
}

/** Answers as Siti would until `upTo` is asked; only what is asked last is shown. */
async function answerUpTo(world: World, here: Phone, upTo: string): Promise<string[]> {
  if (here.sent.length === 0) await said(world, here, typed("halo"));
  // Whoever has not been greeted is greeted first.
  for (let times = 0; times < 2 && asked(here) === undefined; times += 1) {
    await said(world, here, typed("daftar"));
  }
  for (let turns = 0; asked(here) !== upTo; turns += 1) {
    const name = asked(here);
    const answer = name === undefined ? undefined : usual[name];
    if (answer === undefined || turns > 30) throw new Error(`no way to ${upTo}: stuck at ${name}`);
    await said(world, here, typed(answer));
  }
  const last = here.says.at(-1);
  return last === undefined ? [] : shown({ kind: "says", says: [last] });
}

function asked(here: Phone): string | undefined {
  return here.says.at(-1)?.asks?.name;
}
