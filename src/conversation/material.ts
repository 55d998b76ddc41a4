/** All that the talk is made of: read once at start by `content.ts`, then only looked at. */
import type { ContributionRule, DiscountRule } from "../enrolment/contribution.ts";
import type { EligibilityRule } from "../enrolment/eligibility.ts";
import type { ReceiverRule } from "../enrolment/receiver.ts";
import type { Places } from "../enrolment/region.ts";
import type { Dated } from "../enrolment/rules.ts";
import type { Threshold } from "../enrolment/threshold.ts";
import type { Occupations } from "./answers/occupation.ts";
import type { Words } from "./answers/words.ts";
import type { Flow } from "./flow/flow.ts";
import type { Questions } from "./questions/search.ts";
import type { Phrases } from "./wording/phrases.ts";
import type { Language, Wording } from "./wording/wording.ts";

/** How a figure is counted. `times`: so many times the income that the contribution is worked out from. */
export const units = ["rupiah", "years", "months", "days", "percent", "times"] as const;

/** A figure an explanation may name. */
export type BenefitRule = Dated & {
  readonly amount: number;
  readonly unit: (typeof units)[number];
};

export type Rules = {
  readonly contributions: readonly ContributionRule[];
  readonly discounts: readonly DiscountRule[];
  readonly eligibility: readonly EligibilityRule[];
  readonly benefits: readonly BenefitRule[];
  /** For the checks of what was handed in; the talk does not look at them. */
  readonly thresholds: readonly Threshold[];
  /** To whom somebody who cannot pay yet may be proposed. */
  readonly receivers: readonly ReceiverRule[];
};

/** Codes of the reasons that staff choose from; what they say is `reasons.<about>.<code>`. */
export type Reasons = {
  /** By the datum that is to be given again. */
  readonly return: Readonly<Record<string, readonly string[]>>;
  readonly reject: readonly string[];
};

export type Topic = {
  readonly name: string;
  /** Offered as a button. */
  readonly menu: boolean;
  /** Ids of figures its text uses. */
  readonly figures: readonly string[];
  /** People name amounts about it that nobody earns: "ada yang minta 500 ribu, beneran?". */
  readonly namesAmounts: boolean;
};

/** One language: its texts, its vocabulary, and what people say for commands, topics and data. */
export type Tongue = {
  readonly wording: Wording;
  readonly words: Words;
  readonly phrases: Phrases;
  /** The explanations, as they are searched. */
  readonly questions: Questions;
};

export type Material = {
  readonly flow: Flow;
  readonly topics: readonly Topic[];
  readonly rules: Rules;
  readonly reasons: Reasons;
  readonly places: Places;
  readonly occupations: Occupations;
  /** Regency code → name of the agency's branch, where known. */
  readonly branches: Readonly<Record<string, string>>;
  readonly tongues: Readonly<Record<Language, Tongue>>;
  /** SHA-256 (hex) of all files it was read from. */
  readonly hash: string;
};
