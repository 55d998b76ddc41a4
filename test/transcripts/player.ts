/**
 * Plays a transcript: `#` says what it is about, `>` is the applicant, `*` something that happens outside, `<` the bot.
 * The `<` lines are what came out; `npm run transcripts` writes them anew, and the difference is the review.
 *
 * `> [Label]` taps a button that is or was on the screen; `> [[value]]` sends a value no button has.
 */

import type { Says } from "../../src/channels/channel.ts";
import type { Heard } from "../../src/conversation/heard.ts";
import { type Received, receive } from "../../src/inbox/receive.ts";
import type { World } from "../world.ts";
import { changedFlow } from "./changed-flow.ts";

/** What Siti would answer to each question, for transcripts that begin in the middle. */
const usualAnswers: Readonly<Record<string, string>> = {
  consent: "ya",
  segment: "1",
  birth_date: "5 Maret 1980",
  occupation: "nyadap karet",
  income: "2 juta",
  programs: "1",
  period: "3 bulan",
  village: "Sungai Rengit, Talang Kelapa",
  address: "Dusun 2 RT 3",
  phone: "0812 3456 7890",
  nik: "1699 0145 0380 0001",
  name: "Siti Aminah",
};

type Phone = {
  readonly from: string;
  says: Says[];
  sent: { id: string; text: string; heard: Heard }[];
};

/** The transcript as it comes out when its `>` and `*` lines are played in this world. */
export async function play(script: string, world: World): Promise<string> {
  const phones: Phone[] = [{ from: "siti", says: [], sent: [] }];
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

function phone(phones: readonly Phone[]): Phone {
  const last = phones.at(-1);
  if (last === undefined) throw new Error("a transcript has a phone");
  return last;
}

function hear(text: string, phones: readonly Phone[]): Heard {
  const value = /^\[\[(.+)\]\]$/.exec(text)?.[1];
  if (value !== undefined) return { kind: "choice", value };
  const label = /^\[(.+)\]$/.exec(text)?.[1];
  if (label !== undefined) {
    const choices = phone(phones).says.flatMap((say) => say.choices ?? []);
    const choice = choices.findLast((choice) => choice.label === label);
    if (choice === undefined) throw new Error(`no button [${label}] was ever on the screen`);
    return { kind: "choice", value: choice.value };
  }
  const [, number] =
    phones[0]?.says
      .map(({ text }) => /LD-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(text)?.[0] ?? "")
      .filter(Boolean) ?? [];
  return { kind: "text", text: text === "the number of Siti" ? String(number) : text };
}

async function said(world: World, phone: Phone, heard: Heard, repeat?: string): Promise<string[]> {
  const id = repeat ?? `m${phone.sent.length + 1}`;
  const received = await receive(world, {
    channel: "web-chat",
    account: "web",
    from: phone.from,
    id,
    heard,
  });
  if (repeat === undefined) {
    phone.sent.push({ id, text: "text" in heard ? heard.text : "", heard });
    if (received.kind === "says") phone.says.push(...received.says);
  }
  return shown(received);
}

function shown(received: Received): string[] {
  if (received.kind === "erased") return ["< (erased: nothing happens)", ""];
  return [
    ...received.says.flatMap(({ text, choices = [] }) => [
      ...text.split("\n").map((line, index) => (index === 0 ? `< ${line}` : `  ${line}`)),
      ...(choices.length === 0 ? [] : [`  ${choices.map(({ label }) => `[${label}]`).join(" ")}`]),
    ]),
    "",
  ];
}

async function happen(world: World, phones: Phone[], event: string): Promise<string[]> {
  const here = phone(phones);
  const [, upTo] = /^answered up to (\w+)$/.exec(event) ?? [];
  if (upTo !== undefined) return answerUpTo(world, here, upTo);
  const [, count, unit] = /^(\d+) (hours|days) pass$/.exec(event) ?? [];
  if (count !== undefined) {
    world.pass(Number(count) * (unit === "days" ? 24 : 1));
    return [""];
  }
  const [, what] = /^sends (photo|voice|sticker|location|document|call|other)$/.exec(event) ?? [];
  if (what !== undefined) return said(world, here, { kind: "media", what } as Heard);
  const [, again] = /^the message "(.+)" arrives again$/.exec(event) ?? [];
  const repeated =
    event === "the last message arrives again"
      ? here.sent.at(-1)
      : here.sent.find(({ text }) => text.toLowerCase() === again?.toLowerCase());
  if (repeated !== undefined) return said(world, here, repeated.heard, repeated.id);
  if (event === "from another phone") {
    phones.push({ from: "wayan", says: [], sent: [] });
    return [""];
  }
  const [, promised] = /^staff promise to look within (\d+) days$/.exec(event) ?? [];
  if (promised !== undefined) {
    world.promise(Number(promised));
    return [""];
  }
  if (event === "machine looks") {
    await world.machineLooks();
    return [""];
  }
  const changed = changedFlow(event, world.material());
  if (changed === undefined) throw new Error(`nobody knows how this happens: * ${event}`);
  world.replace(changed);
  return [""];
}

/** Answers as Siti would until `upTo` is asked; only what is asked last is shown. */
async function answerUpTo(world: World, here: Phone, upTo: string): Promise<string[]> {
  if (here.sent.length === 0) await said(world, here, { kind: "text", text: "halo" });
  // Whoever has not been greeted is greeted first.
  for (let times = 0; times < 2 && asked(here) === undefined; times += 1) {
    await said(world, here, { kind: "text", text: "daftar" });
  }
  for (let turns = 0; asked(here) !== upTo; turns += 1) {
    const name = asked(here);
    const answer = name === undefined ? undefined : usualAnswers[name];
    if (answer === undefined || turns > 30) throw new Error(`no way to ${upTo}: stuck at ${name}`);
    await said(world, here, { kind: "text", text: answer });
  }
  const last = here.says.at(-1);
  return last === undefined ? [] : shown({ kind: "says", says: [last] });
}

function asked(here: Phone): string | undefined {
  return here.says.at(-1)?.asks?.name;
}
