/** The menu of commands, and that the talk understands each word of it. */
import { expect, test } from "vitest";
import type { Says } from "../../../src/channels/channel.ts";
import { languages } from "../../../src/conversation/wording/wording.ts";
import { receive } from "../../../src/inbox/receive.ts";
import { eachDatabase } from "../../databases.ts";
import { openWorld, realMaterial, type World } from "../../world.ts";
import { listening, soon } from "./listening.ts";

const { id, en } = realMaterial().tongues;
const texts = { id: id.wording.text, en: en.wording.text };

test("it is set for private chats: in each language, and for whoever speaks none of ours", async () => {
  const { api, ready } = await listening("polling");
  api.fail("setMyCommands", { status: 502, body: "<html>" }, 2);
  await ready();
  await expect
    .poll(() => [...api.bot.commands.keys()], soon)
    .toEqual(["all_private_chats:", "all_private_chats:id", "all_private_chats:en"]);
  const wordsIn = (language: string) =>
    api.bot.commands.get(`all_private_chats:${language}`)?.map(({ command }) => command);
  expect(wordsIn("")).toEqual(["daftar", "bantuan", "status", "data_saya", "bahasa", "petugas"]);
  expect(wordsIn("")).toEqual(wordsIn("id"));
  expect(wordsIn("en")).toEqual(["start", "help", "status", "data", "language", "petugas"]);
});

const [{ fresh }] = eachDatabase;

/** Somebody who has got as far as the question for their work. */
async function talk(world: World, from: string, first: readonly string[]) {
  let number = 0;
  const say = async (text: string): Promise<readonly Says[]> => {
    number += 1;
    const heard = { kind: "text", text } as const;
    const inbound = { channel: "web-chat", account: "web", from, id: `m${number}`, heard };
    const received = await receive(world, inbound);
    return received.kind === "says" ? received.says : [];
  };
  for (const text of first) await say(text);
  return say;
}

const begun = ["halo", "daftar", "ya", "1", "5 Maret 1980"];

const begunIn = {
  id: begun,
  en: ["halo", "bahasa", "English", "register", "yes", "1", "5 March 1980"],
};

/** What a command of the menu is for, in the words of each language. */
const meant = {
  start: { id: "daftar", en: "register" },
  help: { id: "bantuan", en: "help" },
  status: { id: "status", en: "status" },
  data: { id: "data saya", en: "my data" },
  language: { id: "ganti bahasa", en: "change language" },
  staff: { id: "petugas", en: "officer" },
};

const comesBack = { id: "lanjut", en: "continue" };

/** The menu is in the language of the telephone, which need not be that of the talk. */
const cases = languages.flatMap((talkIn) =>
  Object.entries(meant).flatMap(([name, words]) =>
    languages.map((menuIn) => ({
      talkIn,
      command: texts[menuIn](`channels.telegram.commands.${name}.word`),
      // The word that a phone sends by itself never begins anew.
      words: name === "start" && menuIn === "en" ? comesBack[talkIn] : words[talkIn],
    })),
  ),
);

test.each(cases)("in a talk in $talkIn /$command is understood as $words", async (one) => {
  const { database } = await fresh();
  const world = openWorld(database);
  const tapped = await talk(world, "siti", begunIn[one.talkIn]);
  const typed = await talk(world, "budi", begunIn[one.talkIn]);
  const lost = await talk(world, "wayan", begunIn[one.talkIn]);
  const answer = await tapped(`/${one.command}`);
  expect(answer).toEqual(await typed(one.words));
  expect(answer).not.toEqual(await lost("xxxyyyzzz"));
});

test("/start greets who is new, and leads who is in the middle back to the question that waits", async () => {
  const { database } = await fresh();
  const world = openWorld(database);
  const say = await talk(world, "siti", []);
  const greeting = await say("/start");
  expect(greeting[0]?.text).toContain("Selamat datang");
  for (const text of begun.slice(1)) await say(text);
  const again = await say("/start");
  expect(again.at(-1)?.asks?.name).toBe("occupation");
  expect(again.map(({ text }) => text).join("\n")).not.toContain("Saya Lindung");
  expect((await say("nyadap karet")).at(-1)?.asks?.name).toBe("income");
});
