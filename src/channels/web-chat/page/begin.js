// How a talk begins: by which link, and in which language. The page follows the talk; whoever asks for another page
// wants the bot to speak like it too, and is not asked twice.

import { keepLanguage, keepToken, keptLanguage } from "./keep.js";
import { newSession } from "./server.js";
import { say } from "./words.js";

/** "id" or "en". */
const pageLanguage = document.documentElement.lang;

const longestLink = 64;

/** @returns {Promise<string | undefined>} The token of a new talk, kept; undefined when it did not begin. */
export async function beginTalk() {
  const link = new URLSearchParams(location.search).get("l") ?? "";
  const isLink = link !== "" && link.length <= longestLink;
  const token = await newSession(isLink ? link : undefined, pageLanguage);
  if (token === undefined) return;
  await keepToken(token);
  void keepLanguage(pageLanguage);
  return token;
}

/** Goes to the page in the language of the talk, unless another one was asked for. Whether it does. */
export function followTalk() {
  const kept = keptLanguage();
  const isAsked = new URLSearchParams(location.search).has("lang");
  if (kept === undefined || kept === pageLanguage || isAsked) return false;
  location.replace(`/?lang=${kept}`);
  return true;
}

/** What the bot has to be told so that it speaks like the page: the command, and the button it answers with. */
export function languageToTell() {
  const kept = keptLanguage();
  if (kept === undefined || kept === pageLanguage) return [];
  void keepLanguage(pageLanguage);
  const [ask, answer] = [say("languageSays"), say("language")];
  /** @type {Pick<import("./keep.js").Letter, "text" | "choice" | "quiet">[]} */
  return [
    { text: ask, quiet: true },
    { text: answer, choice: pageLanguage, quiet: true },
  ];
}
