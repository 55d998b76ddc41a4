/** Somebody who does not want to live, or is beaten, is met before anything else, wherever the talk stands. */
import { plain, wordsIn } from "../answers/plain.ts";
import { pointingOf } from "../answers/pointing.ts";
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

/** A phrase of it in one of the clauses, and not of a thing, of others, or of a way to live. */
function isDespair(text: string, tongue: Tongue): boolean {
  // Of clauses that are said again and again, each once.
  return [...new Set(text.split(/[,.;!?\n]/))].some((clause) => {
    const said = ` ${plain(clause)} `;
    return tongue.phrases.despair.some((phrase) =>
      placesOf(` ${phrase} `, said).some((at) => {
        const end = at + phrase.length + 1;
        return isOwn(said.slice(0, at), phrase, said.slice(end), tongue);
      }),
    );
  });
}

function placesOf(part: string, said: string): readonly number[] {
  const places: number[] = [];
  for (let at = said.indexOf(part); at !== -1; at = said.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** "Hp aku nak mati", "dak mau hidup susah" are nobody's despair. */
function isOwn(before: string, phrase: string, after: string, { phrases, words }: Tongue): boolean {
  const { fillers } = pointingOf(words);
  const [last, next] = [phrase.split(" ").at(-1), wordsIn(after)[0]];
  if (phrases.noDespairOn.has(`${last} ${next}`)) return false;
  const who = wordsIn(before).findLast(
    (word) => !fillers.has(word) && !phrases.inDespair.has(word),
  );
  return !phrases.lifeless.has(String(who));
}
