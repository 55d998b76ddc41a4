/** What came out of a turn, as a transcript shows it. */
import type { Heard } from "../../src/conversation/heard.ts";
import type { Received } from "../../src/inbox/receive.ts";
import type { World } from "../world.ts";

export function shown(received: Received): string[] {
  if (received.kind === "erased") return ["< (erased: nothing happens)", ""];
  return [
    ...received.says.flatMap(({ text, choices = [], removes }) => [
      ...(removes === undefined ? [] : [`~ ${removes.ref} goes, or: ${removes.failed}`]),
      ...text.split("\n").map((line, index) => (index === 0 ? `< ${line}` : `  ${line}`)),
      ...(choices.length === 0 ? [] : [`  ${choices.map(({ label }) => `[${label}]`).join(" ")}`]),
    ]),
    "",
  ];
}

/** Where a message can be taken out of the chat, it has an id there. */
export function withRef(
  { abilitiesOf }: World,
  sent: { readonly heard: Heard; readonly under?: number },
  id: string,
) {
  const isRemovable = abilitiesOf?.("web-chat").includes("remove-messages") === true;
  if (sent.heard.kind !== "text" || !isRemovable) return sent;
  return { ...sent, heard: { ...sent.heard, ref: id } };
}
