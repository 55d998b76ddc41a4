/** Which data the named guards and derivations look at: found by asking them, so that nobody has to write it down. */
import { derivations } from "../conversation/flow/derivations.ts";
import type { Known } from "../conversation/flow/flow.ts";
import { guards } from "../conversation/flow/guards.ts";
import type { Material } from "../conversation/material.ts";
import type { Moment } from "../conversation/moment.ts";
import type { CalendarDate } from "../enrolment/calendar.ts";

export type Looks = {
  readonly ofGuard: (name: string) => readonly string[];
  readonly ofDerivation: (name: string) => readonly string[];
};

/**
 * Each rule is run once while nothing is known. What it looks at only after it knows something else does not
 * show; that it was asked too early then does.
 */
export function looksOf(material: Material): Looks {
  const moment = nowhere(material);
  const guardLooks = Object.entries(guards).map(([name, guard]): [string, readonly string[]] => [
    name,
    looksDuring((known) => guard(known, moment)),
  ]);
  const derivationLooks = Object.entries(derivations).map(
    ([name, rule]): [string, readonly string[]] => [
      name,
      looksDuring((known) => rule(known, material)),
    ],
  );
  const ofGuard = new Map(guardLooks);
  const ofDerivation = new Map(derivationLooks);
  return {
    ofGuard: (name) => ofGuard.get(name) ?? [],
    ofDerivation: (name) => ofDerivation.get(name) ?? [],
  };
}

function looksDuring(run: (known: Known) => unknown): readonly string[] {
  const looks = new Set<string>();
  run((datum) => {
    looks.add(datum);
    return undefined;
  });
  return [...looks];
}

/** Any moment will do: nothing is known in it. */
function nowhere(material: Material): Moment {
  return {
    now: "2026-01-01T00:00:00.000Z",
    today: "2026-01-01" as CalendarDate,
    material,
    operator: {},
    trial: true,
    keeping: { draftDays: 30, submissionDays: 365 },
    submissions: [],
    newNumber: () => "",
    newCode: () => "",
  };
}
