/**
 * The states of a submission and which may follow which. Machines look first (`received`), then staff
 * (`awaiting-review`), then the agency (`handed-over`): only the agency can say that somebody is registered.
 */

const transitions = {
  received: ["awaiting-review"],
  "awaiting-review": ["returned", "accepted", "rejected"],
  /** The fields that failed were given again: the next revision. */
  returned: ["received"],
  accepted: ["handed-over"],
  rejected: [],
  "handed-over": ["confirmed", "refused-by-agency"],
  "refused-by-agency": [],
  /** What follows is the payment: without a first contribution there is no protection. */
  confirmed: ["code-sent"],
  /** People pay at a till and tell nobody, so the agency may say so first. */
  "code-sent": ["said-paid", "active"],
  /** A code is valid for a short time; what was paid may not arrive, and then a new code is sent. */
  "said-paid": ["active", "code-sent"],
  active: ["lapsed"],
  /** Paying again makes a lapsed membership active again. */
  lapsed: ["code-sent", "active"],
  withdrawn: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SubmissionState = keyof typeof transitions;

/** All states, in the order of the way. */
export const submissionStates = Object.keys(transitions) as readonly SubmissionState[];

/** Reads a saved state; undefined for anything else. */
export function parseSubmissionState(text: string): SubmissionState | undefined {
  return submissionStates.find((state) => state === text);
}

/** Whether a submission may go from one state to another. People may withdraw from anywhere. */
export function mayMove(from: SubmissionState, to: SubmissionState): boolean {
  if (to === "withdrawn") return from !== "withdrawn";
  const next: readonly SubmissionState[] = transitions[from];
  return next.includes(to);
}

/** Whether this is a decision of staff that can be taken back, as long as its notice has not left. */
export function mayBeUndone(state: SubmissionState): state is "returned" | "accepted" | "rejected" {
  const decisions: readonly SubmissionState[] = transitions["awaiting-review"];
  return decisions.includes(state);
}

/** Only who is protected counts, not who was handed over. */
export function countsTowardsTarget(state: SubmissionState): boolean {
  return state === "active";
}

/** Whose turn it is. */
export type Turn = "machines" | "staff" | "applicant" | "agency" | "nobody";

/** Whose turn it is in a state: what the applicant is told to wait for, and what the console lists. */
export function turnOf(state: SubmissionState): Turn {
  switch (state) {
    case "received":
      return "machines";
    case "awaiting-review":
    case "accepted":
    case "confirmed":
      return "staff";
    case "returned":
    case "code-sent":
    case "lapsed":
      return "applicant";
    case "handed-over":
    case "said-paid":
      return "agency";
    case "active":
    case "rejected":
    case "refused-by-agency":
    case "withdrawn":
      return "nobody";
  }
}

/** How much a finding should weigh with staff; none of them decides anything. */
type FindingLevel = "note" | "warning" | "serious";

/**
 * One remark of one check about one datum of a registration. Its text is `findings.<kind>` in the locales;
 * `detail` are the values of that text.
 */
export type Finding = {
  readonly check: string;
  readonly kind: string;
  readonly level: FindingLevel;
  /** Name of the datum. */
  readonly about: string;
  readonly detail: Readonly<Record<string, string | number>>;
};

/** What staff decide: the state that follows. */
export const verdicts = ["accepted", "returned", "rejected"] as const;
export type Verdict = (typeof verdicts)[number];

/** Why, by a code whose text the person reads. `about` is the datum to be given again, or `all` for a rejection. */
export type Reason = { readonly about: string; readonly code: string };
