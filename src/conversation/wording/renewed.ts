/** Where a figure stands whose rule has ended, it is said that it is being renewed, and that staff can be asked. */
import type { Moment } from "../moment.ts";
import type { Turn } from "../turn.ts";

/** The same turn; right after the first saying with such a figure, and never after the question, what that means. */
export function withRenewal(turn: Turn, { material }: Moment): Turn {
  const { wording } = material.tongues[turn.session.language];
  const word = wording.text("conversation.figure-renewed");
  const at = turn.says.findIndex(({ text, choices = [] }) =>
    [text, ...choices.map(({ label }) => label)].some((shown) => shown.includes(word)),
  );
  if (at === -1) return turn;
  const note = { text: wording.text("conversation.figures-renewed") };
  const place = Math.min(at + 1, turn.says.length - 1);
  return { ...turn, says: turn.says.toSpliced(place, 0, note) };
}
