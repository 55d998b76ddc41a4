/** Somebody who does not want to live, or is beaten, is met before anything else, wherever the talk stands. */
import { plain } from "../answers/plain.ts";
import { andThen } from "../asking/asking.ts";
import type { Here } from "../here.ts";
import type { Tongue } from "../material.ts";
import { explain, topicNamed } from "../questions/explaining.ts";
import { verdictOn } from "../questions/verdict.ts";
import type { Turn } from "../turn.ts";
import { mayAsk } from "./asked.ts";
import { counted } from "./questions.ts";

/** Of flows/explain.yaml. */
const distress = "distress";

/** Where a person can be reached; then what is asked besides, and the pending question. */
export function hearDespair(here: Here, text: string): Turn | undefined {
  const topic = topicNamed(here.moment.material.topics, distress);
  if (topic === undefined || !isDespair(text, here.tongue)) return undefined;
  const verdict = mayAsk(text, here) ? verdictOn(text, here) : undefined;
  const asked =
    verdict?.kind === "sure" && verdict.topic.name !== distress ? explain(verdict.topic, here) : [];
  const turn = andThen(here, [...explain(topic, here), ...asked]);
  return counted(here, turn, { outcome: "told", topic: distress });
}

/** A phrase of it, unless one of the three words before it is a thing: "hp aku nak mati". */
function isDespair(text: string, { phrases }: Tongue): boolean {
  const said = ` ${plain(text)} `;
  return phrases.despair.some((phrase) => {
    const at = said.indexOf(` ${phrase} `);
    if (at === -1) return false;
    const before = said.slice(0, at).split(" ").slice(-3);
    return !before.some((word) => phrases.lifeless.has(word));
  });
}
