/** An answer that would destroy all answers is asked back first: a year mistyped must not cost the registration. */
import { accept } from "../asking/answering.ts";
import { andThen } from "../asking/asking.ts";
import { pairIn } from "../asking/menu.ts";
import { pickYesNo, type Reply } from "../asking/picking.ts";
import { type Here, pendingFor } from "../here.ts";
import { type Aside, validValue } from "../session.ts";
import type { Turn } from "../turn.ts";
import { keepFormer } from "./corrections.ts";

/** A yes takes the answer with its end; on a no the question follows, or what stood there before stands again. */
export function forgetOrAskAgain(
  here: Here,
  { datum, value }: Aside & { readonly kind: "forgets" },
  reply: Reply,
): Turn | undefined {
  const step = pendingFor(here, datum);
  const taken = validValue(datum, value, here.moment.material);
  if (step === undefined || taken === undefined) return undefined;
  switch (pickYesNo(here, pairIn(here, "forgets", "right", "again"), reply)) {
    case undefined:
      return undefined;
    case "yes":
      return accept(here, step, taken, "confirmed");
    case "no":
      return keepFormer(here) ?? andThen(here, []);
  }
}
