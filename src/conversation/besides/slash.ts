/** "/start", "/hapus_data@lindung_bot": commands as some channels send them, whatever question waits. */
import { tell } from "../asking/asking.ts";
import type { Here } from "../here.ts";
import type { Turn } from "../turn.ts";
import { commandIn } from "./commands.ts";
import { carryOut } from "./deeds.ts";

/** Undefined for a text that is none. In any language: a channel's menu may be in another. */
export function hearSlash(here: Here, text: string): Turn | undefined {
  const name = /^\s*\/([a-z]\w*)(?:@\w+)?\s*$/i.exec(text)?.[1]?.replaceAll("_", " ");
  if (name === undefined) return undefined;
  // The first word on a channel, and sent again by whoever comes back: it never begins anew.
  if (name.toLowerCase() === "start") return carryOut({ name: "resume" }, here);
  const tongues = [here.tongue, ...Object.values(here.moment.material.tongues)];
  const [command] = tongues.flatMap((tongue) => commandIn(name, tongue) ?? []);
  return command === undefined ? tell(here, "not-understood") : carryOut(command, here);
}
