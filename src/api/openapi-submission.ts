/** What is told of a submission, described for programs. */
import { z } from "zod";
import { registrationSchema } from "../enrolment/registration.ts";
import { submissionStates, verdicts } from "../enrolment/submission.ts";
import { instant, list, object, ref, text, textOrNull } from "./openapi-parts.ts";

const count = { type: "integer", minimum: 0 };
const rupiah = { type: "integer", minimum: 0, description: "Whole rupiah" };

export const state = { type: "string", enum: submissionStates };
export const verdict = { type: "string", enum: verdicts };
export const revision = { type: "integer", minimum: 1 };

const by = { ...text, examples: ["token:t-…"], description: "Who: token:<id> or staff:<id>" };

const outline = {
  id: text,
  number: {
    ...text,
    examples: ["LD-7K3M-92"],
    description: "The number that the person was given",
  },
  state,
  revision: { ...revision, description: "Counts how often it was handed in" },
  regency: {
    ...textOrNull,
    description: "Code of the ministry of home affairs",
    examples: ["16.07"],
  },
  ...{ ecosystem: text, segment: text, sector: text, channel: text },
  link: { ...textOrNull, description: "Code of the representative's link" },
  receivedAt: { ...instant, description: "Handed in for the first time" },
  updatedAt: { ...instant, description: "The last change of state" },
  needsAttention: { type: "boolean", description: "The machines could not look at it" },
};

const listed = object({
  ...outline,
  findings: {
    ...object({ note: count, warning: count, serious: count }),
    description: "How much the machines remarked about this revision",
  },
});

const page = object({
  submissions: list(ref("Listed")),
  next: { ...textOrNull, description: "`after` of the next page; null on the last" },
  asOf: {
    ...instant,
    description:
      "For `changed_after` the next time; a little before now, so that nothing is left out",
  },
});

const submission = object({
  ...outline,
  data: ref("MaskedRegistration"),
  contribution: ref("Contribution"),
  findings: list(ref("Finding")),
  changes: { ...list(ref("Change")), description: "Since the revision before, masked" },
  decisions: { ...list(ref("Decision")), description: "Oldest first" },
  history: { ...list(ref("Step")), description: "Every change of state, oldest first" },
});

const finding = object({
  check: { ...text, description: "Which check" },
  kind: { ...text, description: "What it found; stable, for programs" },
  level: { type: "string", enum: ["note", "warning", "serious"] },
  about: { ...text, description: "Name of the datum" },
  text: { ...text, description: "For staff, in the language of Accept-Language (id or en)" },
});

const either = { description: "As in the registration; absent where it was not given" };
const change = object({ about: text }, { before: either, after: either });

const reason = { about: text, code: text };
const decided = { revision, verdict, by, at: instant };
const decision = object({
  ...decided,
  reasons: list(object({ ...reason, text: { ...text, description: "What the person reads" } })),
});

/** Who was quicker: a member of the problem. */
export const taken = object(decided);

const step = object({
  ...{ revision, to: state, at: instant },
  from: { type: ["string", "null"], enum: [...submissionStates, null] },
  by: { ...by, description: "Who: applicant, checks (the machines), token:<id> or staff:<id>" },
});

const month = object({
  month: { ...text, pattern: "^\\d{4}-\\d{2}$" },
  ...{ base: rupiah, jkk: rupiah, jkm: rupiah, jht: rupiah },
  normal: { ...rupiah, description: "Whole rupiah, before the discount" },
  discount: rupiah,
  toPay: rupiah,
  rules: { ...list(text), description: "Ids of the rules it came from, as in flows/rules/" },
});

const contribution = {
  description:
    "As it was worked out when it was handed in. No month and no sum where no rule held: ask the agency.",
  ...object({ months: list(month) }, { normal: rupiah, toPay: rupiah }),
};

const { $schema: _standard, ...whole } = z.toJSONSchema(registrationSchema, { io: "input" });
const registration = {
  ...whole,
  description: "As the person gave it. Names and values are those of flows/enrolment.yaml.",
};

const maskedRegistration = {
  ...registration,
  description: "As the person gave it; NIK and phone number are masked.",
  properties: {
    ...whole.properties,
    nik: { ...text, pattern: "^[0-9]{4}•{8}[0-9]{4}$", examples: ["1699••••••••0001"] },
    phone: { ...text, pattern: "^(•{4}[0-9]{4}|none)$", examples: ["••••7890"] },
  },
};

export const submissionSchemas = {
  Page: page,
  Listed: listed,
  Submission: submission,
  MaskedRegistration: maskedRegistration,
  Registration: registration,
  Contribution: contribution,
  Finding: finding,
  Change: change,
  Decision: decision,
  Step: step,
};
