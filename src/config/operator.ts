/** Settings of who runs the bot. */
import { z } from "zod";
import { placeToCheck, text } from "./values.ts";

/** Whose bot it is: who runs it, by which letter, whom to ask, where to check that it is genuine. */
export type Operator = {
  readonly name: string;
  readonly mandate: string;
  readonly contact: string;
  readonly checkNumber: string;
  readonly office: string;
};

export const operatorShape = {
  OPERATOR_NAME: text,
  OPERATOR_MANDATE: text,
  OPERATOR_CONTACT: text,
  OPERATOR_CHECK_NUMBER: placeToCheck.optional(),
  OPERATOR_OFFICE: text,
};

export const operatorNames = [
  "OPERATOR_NAME",
  "OPERATOR_MANDATE",
  "OPERATOR_CONTACT",
  "OPERATOR_CHECK_NUMBER",
  "OPERATOR_OFFICE",
] as const;

export const operatorSchema = z.object({
  name: z.string(),
  mandate: z.string(),
  contact: z.string(),
  checkNumber: z.string(),
  office: z.string(),
});

/** Only what is set: a partly named operator is still a trial. */
export function operatorParts(
  known: z.infer<z.ZodObject<typeof operatorShape>>,
): Partial<Operator> {
  const parts = {
    name: known.OPERATOR_NAME,
    mandate: known.OPERATOR_MANDATE,
    contact: known.OPERATOR_CONTACT,
    checkNumber: known.OPERATOR_CHECK_NUMBER,
    office: known.OPERATOR_OFFICE,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
