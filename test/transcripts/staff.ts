/** Staff in a transcript: they decide about the only submission that awaits them, and the notice comes. */
import type { Reason, Verdict } from "../../src/enrolment/submission.ts";
import { wrappedKeyOf } from "../../src/people/store.ts";
import { review } from "../../src/review/decide.ts";
import { findingText } from "../../src/review/finding-text.ts";
import { list } from "../../src/review/list.ts";
import { look } from "../../src/review/look.ts";
import type { World } from "../world.ts";

/** `reasons`: "address incomplete, name differs-from-card"; for a rejection the code alone. */
export async function decided(world: World, verdict: Verdict, reasons: string): Promise<void> {
  const one = await awaiting(world);
  const reviewed = await review(world, {
    ...{ id: one.id, revision: one.revision, verdict, by: "staff:wayan" },
    reasons: reasons === "" ? [] : reasons.split(", ").map(reasonIn),
  });
  if (reviewed.kind !== "decided") throw new Error(`not decided: ${reviewed.kind}`);
}

/** What the machines remarked about it, as staff read it. */
export async function remarked(world: World): Promise<string[]> {
  const { id } = await awaiting(world);
  const looked = await look({ ...world, wrappedKeyOf }, id);
  const { wording } = world.material().tongues.id;
  const findings = looked?.findings ?? [];
  return [...findings.map((finding) => `= ${findingText(wording, finding)}`), ""];
}

async function awaiting(world: World) {
  const waiting = { state: "awaiting-review", limit: 2 } as const;
  const { submissions } = await list(world.database.read, waiting, world.clock());
  const [one, ...others] = submissions;
  if (one === undefined || others.length > 0) throw new Error("one submission is to be decided");
  return one;
}

function reasonIn(text: string): Reason {
  const [about = "", code] = text.split(" ");
  return code === undefined ? { about: "all", code: about } : { about, code };
}
