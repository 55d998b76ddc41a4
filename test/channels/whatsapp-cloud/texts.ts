/** The channel's own words, as the house hands them to it. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { CloudNeeds } from "../../../src/channels/whatsapp-cloud/needs.ts";

export const channelTexts: CloudNeeds["texts"] = { id: textsOf("id"), en: textsOf("en") };

function textsOf(language: "id" | "en"): (key: string) => string {
  const file = new URL(`../../../locales/${language}/channels.yaml`, import.meta.url);
  const { whatsapp } = parse(readFileSync(file, "utf8"));
  return (key) => {
    const text = whatsapp[key.replace("channels.whatsapp.", "")];
    if (typeof text !== "string") throw new Error(`missing text: ${key}`);
    return text;
  };
}
