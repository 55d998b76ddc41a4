/** The menu beside the field where people write: the few words that help anybody, each understood by the talk. */
import { languages } from "../../conversation/wording/wording.ts";
import type { Call } from "./client.ts";
import type { TelegramNeeds } from "./needs.ts";

/** In the order of the menu. */
const commands = ["start", "help", "status", "data", "language", "staff"] as const;

/** For private chats; without a language for everybody whose Telegram speaks none of ours. */
function menus(texts: TelegramNeeds["texts"]) {
  const menuIn = (language: (typeof languages)[number]) =>
    commands.map((name) => ({
      command: texts[language](`channels.telegram.commands.${name}.word`),
      description: texts[language](`channels.telegram.commands.${name}.about`),
    }));
  const scope = { type: "all_private_chats" } as const;
  return [
    { scope, commands: menuIn("id") },
    ...languages.map((language_code) => ({
      scope,
      language_code,
      commands: menuIn(language_code),
    })),
  ];
}

/** Whether all of them are set. */
export async function setMenus(call: Call, texts: TelegramNeeds["texts"]): Promise<boolean> {
  for (const menu of menus(texts)) {
    const called = await call("setMyCommands", menu);
    if (!called.ok) return false;
  }
  return true;
}
