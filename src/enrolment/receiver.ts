/**
 * To whom somebody who cannot pay yet may be proposed: a local government or another sponsor that has agreed to look at
 * such names. A proposal is no promise: whoever is proposed is not protected by it.
 */
import { z } from "zod";
import type { CalendarDate } from "./calendar.ts";
import { datedShape, inForce, mayBeSaid } from "./rules.ts";

export const receiverRuleSchema = z.strictObject({
  ...datedShape,
  /** Where people must live: the code of a regency, or of the province for all of it. */
  area: z.string().regex(/^\d{2}(\.\d{2})?$/, "must be the code of a regency or province"),
  /** As it is said to people: "Pemkab …". */
  receiver: z.string().min(1),
});

export type ReceiverRule = z.infer<typeof receiverRuleSchema>;

/** Who receives proposals for people of a regency on that day: its own receiver before that of the province. */
export function receiverFor(
  regency: string | undefined,
  today: CalendarDate,
  rules: readonly ReceiverRule[],
): ReceiverRule | undefined {
  if (regency === undefined) return undefined;
  const rows = inForce(rules, today).filter(mayBeSaid);
  const [province] = regency.split(".");
  return rows.find(({ area }) => area === regency) ?? rows.find(({ area }) => area === province);
}

/** Whether public money is to pay, or asked to: the discount does not hold for what APBN or APBD pays (PP 50/2025). */
export function isForPublicMoney({
  sponsor,
  cannot_pay,
}: {
  readonly sponsor?: unknown;
  readonly cannot_pay?: unknown;
}): boolean {
  return sponsor === "government" || cannot_pay === "propose";
}
