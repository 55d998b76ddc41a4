/** A question that was put back: "Betul yang ini?", "Maksudnya yang mana?" Answered by one of its ways, a yes or a no. */
import { wordsIn } from "../answers/plain.ts";
import { pointingOf, withoutLeadIns } from "../answers/pointing.ts";
import { accept, take } from "../asking/answering.ts";
import { andThen, putAside } from "../asking/asking.ts";
import { choicesOf } from "../asking/menu.ts";
import { agreed, pick, type Reply } from "../asking/picking.ts";
import { asksOf, readAnswer } from "../asking/reading.ts";
import type { AskStep } from "../flow/flow.ts";
import { type Here, pendingFor } from "../here.ts";
import { type Answer, type Aside, validValue } from "../session.ts";
import type { Turn } from "../turn.ts";
import { commandIn, isQuestion } from "./commands.ts";

type AskBack = Aside & { readonly kind: "ask-back" };
type Way = AskBack["ways"][number];

/** The turn that answers it; undefined when the reply is heard as usual. */
export function answerAskBack(here: Here, aside: AskBack, reply: Reply): Turn | undefined {
  const step = pendingFor(here, aside.datum);
  if (step === undefined) return undefined;
  const wayOf = (value: string | undefined) => aside.ways.find((way) => way.value === value);
  switch (agreement(here, reply)) {
    case "yes": {
      const way = wayOf(aside.confirms);
      return way === undefined ? askWhich(here, step, aside) : go(here, step, way, "confirmed");
    }
    // None of what was proposed: the question is asked again.
    case "no":
      return andThen(here, []);
    case undefined: {
      const way = wayOf(pick(here, aside.ways, reply)) ?? wayCalled(here, aside, reply);
      const how = reply.kind === "choice" ? "tapped" : "confirmed";
      return way === undefined ? fillGap(here, step, aside, reply) : go(here, step, way, how);
    }
  }
}

/** "Bulan bae": one word for a way, and nothing that counts besides. */
function wayCalled({ tongue }: Here, { ways }: AskBack, reply: Reply): Way | undefined {
  if (reply.kind === "choice") return undefined;
  const said = withoutLeadIns(wordsIn(reply.text), pointingOf(tongue.words)).join(" ");
  return ways.find(({ called }) => called?.includes(said));
}

/**
 * "20 hari", "4 kali setahun": a part of the answer, read in the gap. An answer of its own, a command, a question, and
 * what changes nothing there are heard as usual; but a number counts, also where it is the one that was proposed.
 */
function fillGap(here: Here, step: AskStep, aside: AskBack, reply: Reply): Turn | undefined {
  if (aside.completes === undefined || reply.kind === "choice") return undefined;
  const { text } = reply;
  if (commandIn(text, here.tongue) !== undefined || isQuestion(text, here.tongue)) return undefined;
  if (readAnswer(here, step, text).kind === "understood") return undefined;
  const { completes } = aside;
  const readWith = (part: string) =>
    readAnswer(
      here,
      step,
      completes.replace("{}", () => part),
    );
  const whole = readWith(text);
  const isTold = /\p{N}/u.test(text) || JSON.stringify(whole) !== JSON.stringify(readWith(""));
  return isTold && whole.kind !== "misread" ? take(here, step, whole, "typed") : undefined;
}

/** A typed yes or no. "Salah" is a no here, and nothing to correct; "batal" is a command of its own. */
function agreement(here: Here, reply: Reply): "yes" | "no" | undefined {
  if (reply.kind === "choice") return undefined;
  const command = commandIn(reply.text, here.tongue);
  if (command?.name === "cancel") return undefined;
  if (command?.name === "change" && command.datum === undefined) return "no";
  return agreed(here, reply.text);
}

/** A yes to several. */
function askWhich(here: Here, step: AskStep, aside: AskBack): Turn {
  const text = here.tongue.wording.text("answers.choice.which");
  const choices = choicesOf(aside.ways.map(({ value, label }) => ({ value, label })));
  return putAside(here, aside, { text, ...choices, ...asksOf(here, step) });
}

function go(here: Here, step: AskStep, way: Way, how: Answer["how"]): Turn | undefined {
  if ("rereads" in way) return take(here, step, readAnswer(here, step, way.rereads), "confirmed");
  if ("again" in way) return andThen(here, []);
  if ("completes" in way) {
    const { datum } = step;
    const say = { text: way.asks, ...asksOf(here, step) };
    return putAside(here, { kind: "complete", datum, template: way.completes }, say);
  }
  const value = validValue(step.datum, way.takes, here.moment.material);
  return value === undefined ? undefined : accept(here, step, value, how);
}
