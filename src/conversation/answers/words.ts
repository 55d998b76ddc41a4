/** The vocabulary of one language, as read from locales/<language>/words/*.yaml: one file and one schema per subject. */
import { z } from "zod";

export const wordsSchema = z.strictObject({
  agreement: z.strictObject({
    /** An unambiguous yes, fit for consent. */
    yes: z.array(z.string()).min(1),
    no: z.array(z.string()).min(1),
    /** Fine, whatever, a thumb: neither yes nor no when consent is asked. */
    unclear: z.array(z.string()),
  }),
});

export type Words = z.infer<typeof wordsSchema>;
