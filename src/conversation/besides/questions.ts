/** Free questions: what a person asks in their own words is answered from the explanations, and the question follows. */
import { plain, wordsIn } from "../answers/plain.ts";
import { andThen, putAside, tell } from "../asking/asking.ts";
import { choicesOf } from "../asking/menu.ts";
import { calculation } from "../calculator/calculation.ts";
import type { Here } from "../here.ts";
import { nextStep } from "../here.ts";
import type { Topic } from "../material.ts";
import { explain, topicOptions } from "../questions/explaining.ts";
import { verdictOn } from "../questions/verdict.ts";
import type { Turn } from "../turn.ts";
import type { Asked } from "./asked.ts";
import { commandIn } from "./commands.ts";

/** Words. */
const shortestStory = 5;

/** "Ado yang minta 500 ribu, beneran": the amount would be an answer, and is clearly none. */
export function hearOfAmount(here: Here, text: string): Turn | undefined {
  // Most answers are short, and no story.
  if (wordsIn(text).length < shortestStory) return undefined;
  const verdict = verdictOn(text, here);
  const isOther = verdict.kind === "sure" && verdict.topic.namesAmounts;
  return isOther && verdict.isClear ? answerWith(here, verdict.topic) : undefined;
}

/** What it would cost, worked out where an income or a number of months is told. */
export function hearSums(here: Here, text: string): Turn | undefined {
  const sums = calculation(text, here);
  const verdict = sums && verdictOn(text, here);
  if (verdict?.kind === "sure" && verdict.topic.namesAmounts) return undefined;
  return sums && counted(here, andThen(here, sums), { outcome: "told", topic: "calculate" });
}

/** "Cara bayar", "ini tipu ya": a phrase for a topic and nothing else needs no question mark. */
export function hearPhrase(here: Here, text: string): Turn | undefined {
  const meant = commandIn(text, here.tongue)?.name;
  // "Pindah hp": the answers come along, it is not asked what to do with them; "nak daftar" asks not how.
  if (meant === "elsewhere" || meant === "start") return undefined;
  const { phrases, questions } = here.tongue;
  const command = phrases.commands.get(plain(text));
  // "Minta ditelepon" is more than its topic; "ini asli" is the same.
  if (command !== undefined && command !== "genuine") return undefined;
  const words = wordsIn(text);
  const telling = words.filter(
    (word) => !phrases.aroundQuestions.has(word) && !phrases.polite.has(word),
  );
  // A word alone is more likely a try at an answer, and "ubah alamat" is a command.
  if (words.length < 2 || words.some((word) => phrases.correcting.has(word))) return undefined;
  const [word, ...more] = telling;
  const alone = word === undefined || more.length > 0 ? [] : questions.topicsSaid(word, 1);
  const said = [...questions.topicsSaid(text, 2), ...alone];
  if (said.length === 0) return undefined;
  const { topics } = here.moment.material;
  const [turn] = questions
    .fits(text)
    .filter(({ topic }) => said.includes(topic))
    .slice(0, 1)
    .flatMap((best) => topics.filter(({ name }) => name === best.topic))
    .map((topic) => answerWith(here, topic));
  return turn;
}

/** Answers only where it is clear what is asked: what else the text may be is looked at after it. */
export function hearSure(here: Here, text: string): Turn | undefined {
  const verdict = verdictOn(text, here);
  return verdict.kind === "sure" ? answerWith(here, verdict.topic) : undefined;
}

/** "Takut ngasih nomor ktp": it asks nothing, and what is wanted is clear all the same. */
export function hearClear(here: Here, text: string): Turn | undefined {
  const verdict = verdictOn(text, here);
  return verdict.kind === "sure" && verdict.isClear ? answerWith(here, verdict.topic) : undefined;
}

/** "Dak katek duit nian": no button, and all of it is about one topic. */
export function hearWhole(here: Here, text: string): Turn | undefined {
  const verdict = verdictOn(text, here);
  return verdict.kind === "sure" && verdict.isWhole ? answerWith(here, verdict.topic) : undefined;
}

/**
 * Who plainly asks is answered, be it that there is no answer; what is likely a question, where something may be meant;
 * what is perhaps one, only where it is clear which.
 */
export function hearAsking(here: Here, text: string, asked: Asked): Turn | undefined {
  switch (asked) {
    case "plainly":
      return hearQuestion(here, text);
    case "likely":
      return verdictOn(text, here).kind === "unknown" ? undefined : hearQuestion(here, text);
    case "perhaps":
      return hearClear(here, text);
    case "no":
      return undefined;
  }
}

/** Answers a question, whatever it takes: with the explanation, with three to choose from, or that it cannot. */
export function hearQuestion(here: Here, text: string): Turn {
  const verdict = verdictOn(text, here);
  switch (verdict.kind) {
    case "sure":
      return answerWith(here, verdict.topic);
    case "unsure":
      return offer(here, verdict.topics);
    case "unknown":
      return cannotAnswer(here);
  }
}

/** Where nothing waits for an answer, the word of a topic is enough, and "harga karet" is said not to be ours. */
export function hearIdleWords(here: Here, text: string): Turn | undefined {
  const verdict = verdictOn(text, here);
  if (verdict.kind === "sure") return answerWith(here, verdict.topic);
  return verdict.kind === "unknown" && verdict.isElsewhere ? cannotAnswer(here) : undefined;
}

/** Nothing is asked, and it is no answer to anything: counted, since it may have been a question. */
export function notUnderstood(here: Here): Turn {
  return counted(here, tell(here, "not-understood"), { outcome: "unknown" });
}

function cannotAnswer(here: Here): Turn {
  return counted(here, tell(here, "cannot-answer"), { outcome: "unknown" });
}

/** The explanation, counted; then the talk is where it was. */
export function answerWith(here: Here, topic: Topic): Turn {
  return counted(here, andThen(here, explain(topic, here)), {
    outcome: "told",
    topic: topic.name,
  });
}

/** "Mau tanya yang mana?", with what may be meant. */
function offer(here: Here, topics: readonly Topic[]): Turn {
  const names = topics.map(({ name }) => name);
  const text = here.tongue.wording.text("conversation.which-meant", here.values);
  const turn = putAside(
    here,
    { kind: "topics", names },
    { text, ...choicesOf(topicOptions(here, names)) },
  );
  return counted(here, turn, { outcome: "unsure", topic: String(names[0]) });
}

/** For staff: what is asked, and where nothing was found. Classes only, never the text. */
export function counted(
  here: Here,
  turn: Turn,
  asked: { readonly outcome: "told" | "unsure" | "unknown"; readonly topic?: string },
): Turn {
  const at = here.session.phase === "enrolling" ? nextStep(here)?.id : undefined;
  const effect = { kind: "asked", ...asked, ...(at === undefined ? {} : { step: at }) } as const;
  return { ...turn, effects: [...turn.effects, effect] };
}
