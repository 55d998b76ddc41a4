/** What an answer changes in the session. */
import type { Value } from "../answers/kind.ts";
import { dependentsOf } from "../besides/corrections.ts";
import type { ListOption } from "../flow/flow.ts";
import type { Here } from "../here.ts";
import { type Answer, type Session, withAnswer, withoutAnswers } from "../session.ts";

/** The session with the answer and what its choice answers besides, without whatever depended on what changed. */
export function answered(
  here: Here,
  datum: string,
  answer: Answer,
  sets: NonNullable<ListOption["sets"]>,
): Session {
  const { former, answers, returned = [] } = here.session;
  const given = returned.flatMap(({ about, old }) => (about === datum ? [[about, old]] : []));
  const before = {
    ...answers,
    ...Object.fromEntries(given),
    ...(former?.datum === datum ? former.answers : {}),
  };
  // A correction that comes out as it was changes nothing else.
  const changed = Object.entries({ [datum]: answer.value, ...sets })
    .filter(([name, value]) => !isSame(before[name]?.value ?? null, value))
    .map(([name]) => name);
  const dropped = changed.flatMap((name) => dependentsOf(here.moment.material.flow, name));
  return Object.entries(sets).reduce(
    (session, [name, value]) =>
      value === null
        ? withoutAnswers(session, [name])
        : withAnswer(session, name, { ...answer, value }),
    withAnswer(withoutAnswers(here.session, dropped), datum, answer),
  );
}

function isSame(one: Value | null, other: Value | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
