/** What was told before its question and waits for it: shown to whom it belongs, and let go when it reads no more. */
import { kinds } from "../answers/kinds.ts";
import { aboutOf, type Here, hereOf, kindOf } from "../here.ts";
import { type Session, withoutTold } from "../session.ts";
import { choicesCalled } from "./choices.ts";

/** Without what was told in words that say nothing any more: the flow or the language is another now. */
export function stillTold(here: Here): Here {
  const { session } = here;
  const kept = Object.entries(session.told ?? {}).reduce<Session>(
    (one, [datum, text]) => (isRead(here, datum, text) ? one : withoutTold(one, datum)),
    session,
  );
  return kept === session ? here : hereOf(kept, here.moment);
}

/** Labels of choices may have figures that are not known yet, so their words are looked for instead. */
function isRead(here: Here, datum: string, text: string): boolean {
  const kind = kindOf(here, datum);
  if (kind === "choice") return choicesCalled(here, datum, text).length > 0;
  return kinds[kind].read(text, aboutOf(here, [])).kind !== "misread";
}

/** A line for each; of a long number only its end. */
export function toldLines({ session, tongue }: Here): readonly string[] {
  return Object.values(session.told ?? {}).map((text) => {
    const said = text.replace(/\+?\d(?:[ .-]?\d){7,}/g, (row) =>
      tongue.wording.text("conversation.phone-ending", { ending: row.slice(-4) }),
    );
    return tongue.wording.text("conversation.told.waiting", { said });
  });
}
