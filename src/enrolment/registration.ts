/**
 * A completed registration: what the agency is asked to enrol. The names are those of the flow's data
 * (DESIGN: stable, used by the interface, exports and tests).
 */
import { z } from "zod";

const text = z.string().min(1);

/** The four of the agency's mission: villages, markets, small business and e-commerce, the poor. */
export const ecosystems = ["desa", "pasar", "ukm", "rentan"] as const;

/** A registration as saved with a submission's revision. Parsed when loaded: saved data is outside data. */
export const registrationSchema = z.object({
  segment: text,
  wage_work: text.optional(),
  construction_work: text.optional(),
  registered_doubt: text.optional(),
  other_work: text.optional(),
  civil_work: text.optional(),
  village_post: text.optional(),
  /** `YYYY-MM-DD`, or `YYYY` where the person knows only the year. */
  birth_date: z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/),
  age_doubt: text.optional(),
  occupation: z.object({ code: text, said: text }),
  trade_place: text.optional(),
  ecosystem: z.enum(ecosystems),
  sector: z.enum(["transport", "other"]),
  /** Whole rupiah a month. */
  income: z.int().positive(),
  programs: z.enum(["jkk-jkm", "jkk-jkm-jht"]),
  /** Months paid at once; absent where nobody pays yet or somebody else does. */
  period: z.enum(["1", "3", "6", "12"]).optional(),
  payer: z.enum(["self", "sponsor", "cannot-yet"]),
  sponsor: text.optional(),
  cannot_pay: text
    .optional()
    .meta({ description: "propose: asks to be proposed for help, go-on: nothing was found yet" }),
  /** A village by its Kemendagri code, by name alone where the list does not have it, or a place outside the province as text. */
  village: z.union([
    z.object({ code: text, village: text }),
    z.object({ village: text }),
    z.object({ outside: text }),
  ]),
  outside_work: text.optional(),
  regency: text.optional(),
  district: text.optional(),
  branch: text.optional(),
  address: text,
  ktp_address: text.optional(),
  /** E.164 (`+628…`), or `none`. */
  phone: text,
  nik: z.string().regex(/^[0-9]{16}$/),
  /** Which date is printed on the card where NIK and birth date differ. */
  card_date: z.enum(["nik", "told", "unknown"]).optional(),
  sex: z.enum(["female", "male"]),
  name: text,
});

export type Registration = z.infer<typeof registrationSchema>;
