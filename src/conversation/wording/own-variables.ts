/**
 * The variables that a text of the talk has beside the shared ones of `values.ts`, by its key or the beginning of its
 * key: what the code hands over where it says it. `flow check` holds the texts against this.
 */
const own = {
  "conversation.units.": ["amount"],
  "conversation.you.male": ["name"],
  "conversation.you.female": ["name"],
  "conversation.welcome-back": ["at"],
  "conversation.former": ["old"],
  "conversation.answered-before": ["answer"],
  "enrolment.under-age.sure": ["answer"],
  "conversation.phone-ending": ["ending"],
  "conversation.sure.": ["whose"],
  "conversation.whose.unsent": ["at"],
  "conversation.erased": ["date"],
  "conversation.erased-beside": ["date"],
  "conversation.kept.": ["value"],
  "conversation.summary": [
    "name",
    "sex",
    "birth_date",
    "nik",
    "phone",
    "occupation",
    "village",
    "address",
    "programs",
    "period",
    "ktp_address",
    "has_ktp_address",
  ],
  "conversation.decided.": ["reason", "count"],
  "conversation.given-back": ["datum", "reason"],
  "status.": ["at", "received", "count"],
  "answers.date.": ["date", "age"],
  "answers.income.": ["daily", "days", "monthly", "amount", "count"],
  "answers.occupation.": ["guess", "said"],
  "answers.person-name.": ["name"],
  "answers.place.": ["place", "district", "regency"],
  "answers.nik.fault.": ["count", "letters"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The names that stand in place of a datum, by the beginning of the keys they belong to. */
export const ownVariables: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(own));
