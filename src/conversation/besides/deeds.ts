/** What each command does. */
import { andThen, goOnAgain, putAside, tell } from "../asking/asking.ts";
import { askWhich } from "../asking/lines.ts";
import { choicesOf, type Pair, pairIn, saysOf } from "../asking/menu.ts";
import { callStaff, leave } from "../asking/pausing.ts";
import { kept } from "../asking/summary.ts";
import { answeredSteps, type Here, nextStep } from "../here.ts";
import { explain, topicOptions } from "../questions/explaining.ts";
import type { Turn } from "../turn.ts";
import { valuesWith } from "../wording/values.ts";
import { callMe } from "./calling.ts";
import type { CommandName } from "./command-names.ts";
import type { Command } from "./commands.ts";
import { change, goBack, keepFormer } from "./corrections.ts";
import { goElsewhere } from "./elsewhere.ts";
import { greet, start } from "./greeting.ts";
import { numberAt, statusOf } from "./status.ts";
import { sure } from "./sure.ts";
import { askWho, mayBeSomebodyElse } from "./who.ts";
import { askWhose, othersAt } from "./whose.ts";

/** Carries out a command. Unless it changes the talk, the pending question follows. */
export function carryOut(command: Command, here: Here): Turn {
  if (showsAnswers.includes(command.name) && mayBeSomebodyElse(here)) return askWho(here);
  return deeds[command.name](here, command.datum);
}

/** Somebody else who took the phone up sees nothing of the person before. */
const showsAnswers: readonly CommandName[] = [
  ...(["start", "resume", "repeat", "back", "change", "call", "my-data", "elsewhere"] as const),
];

type Deed = (here: Here, datum: string | undefined) => Turn;

const deeds: Readonly<Record<CommandName, Deed>> = {
  start,
  resume,
  repeat: (here) => (isEnrolling(here) ? goOnAgain(here) : resume(here)),
  questions: askTopic,
  genuine: (here) => andThen(here, explain({ name: "genuine", figures: [] }, here)),
  help: (here) => tell(here, "help"),
  back: (here) => (isEnrolling(here) ? goBack(here) : resume(here)),
  change: changeNamed,
  cancel: (here) => keepFormer(here) ?? cancel(here),
  restart: (here) => (isHandedIn(here) ? statusOf(here) : sure(here, "restart")),
  erase: (here) => sure(here, "erase"),
  withdraw: (here) => sure(here, "withdraw"),
  status: (here) => (isOnlyOthers(here) ? askWhose(here) : statusOf(here)),
  language: askLanguage,
  staff: (here) => callStaff(here, "asked"),
  call: callMe,
  "my-data": myData,
  later: leave,
  done: leave,
  "new-person": askWhose,
  elsewhere: goElsewhere,
};

/** Takes the talk up again where it stands. */
export function resume(here: Here): Turn {
  const { phase } = here.session;
  if (phase === "submitted") return statusOf(here);
  if (phase === "new" || phase === "greeted") return greet(here);
  if (here.session.returned !== undefined) return goOnAgain(here);
  const isAtEnd = nextStep(here)?.type === "end";
  if (isAtEnd || answeredSteps(here).length === 0) return isAtEnd ? start(here) : goOnAgain(here);
  const values = valuesWith(here, { at: numberAt(here) });
  return goOnAgain(here, [{ text: here.tongue.wording.text("conversation.welcome-back", values) }]);
}

function isEnrolling({ session }: Here): boolean {
  return session.phase === "enrolling";
}

/** What staff gave back is handed in all the same: it is not begun again, and stopping it is withdrawing it. */
function isHandedIn({ session }: Here): boolean {
  return session.phase === "submitted" || session.returned !== undefined;
}

/** Nothing is begun here, and others on this phone have begun: "nothing here" would not be so. */
function isOnlyOthers({ session, moment }: Here): boolean {
  return (session.phase === "new" || session.phase === "greeted") && othersAt(moment).length > 0;
}

function changeNamed(here: Here, datum: string | undefined): Turn {
  // "Betulkan": what staff gave back, be it named or not.
  if (here.session.returned?.every(({ about }) => about === (datum ?? about))) return resume(here);
  if (isHandedIn(here)) return tell(here, "already-handed-in");
  if (datum !== undefined) return change(here, datum);
  return answeredSteps(here).length === 0 ? resume(here) : askWhich(here);
}

function cancel(here: Here): Turn {
  if (isHandedIn(here)) return sure(here, "withdraw");
  return answeredSteps(here).length === 0 ? greet(here) : sure(here, "cancel");
}

function askTopic(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.which-topic");
  return putAside(here, { kind: "topics" }, { text, ...choicesOf(topicOptions(here)) });
}

function askLanguage(here: Here): Turn {
  const text = here.tongue.wording.text("conversation.which-language");
  return putAside(here, { kind: "language" }, { text, ...choicesOf(languageOptions(here)) });
}

export function languageOptions(here: Here): Pair {
  return pairIn(here, "language", "id", "en");
}

function myData(here: Here): Turn {
  if (isOnlyOthers(here)) return askWhose(here);
  const lines = kept(here);
  if (lines.length === 0) return tell(here, "nothing-kept");
  const { wording } = here.tongue;
  const title = wording.text("conversation.kept.title", here.values);
  const key = isHandedIn(here) ? "rights-sent" : "rights";
  const rights = wording.text(`conversation.kept.${key}`, here.values);
  return andThen(here, saysOf([[title, ...lines].join("\n"), rights]));
}
