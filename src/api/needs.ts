/** What the door for programs needs of the house. */
import type { Reasons } from "../conversation/material.ts";
import type { Language } from "../conversation/wording/wording.ts";
import type { CalendarDate } from "../enrolment/calendar.ts";
import type { Registration } from "../enrolment/registration.ts";
import type { Finding, Reason } from "../enrolment/submission.ts";
import type { Days } from "../reports/days.ts";
import type { Asked } from "../reports/question-store.ts";
import type { Reviewed, Reviewing } from "../review/decide.ts";
import type { Page } from "../review/list.ts";
import type { Looked } from "../review/look.ts";
import type { PageFilter } from "../submissions/page-store.ts";
import type { WebLog } from "../web/door.ts";
import type { TokenView } from "./tokens.ts";

export type ApiNeeds = {
  /** Who holds this token; undefined when nobody does, or not any more. */
  readonly holderOf: (token: string) => Promise<TokenView | undefined>;
  readonly list: (filter: PageFilter) => Promise<Page>;
  readonly look: (id: string) => Promise<Looked | undefined>;
  readonly reveal: (id: string, by: string) => Promise<Registration | undefined>;
  readonly decide: (reviewing: Reviewing) => Promise<Reviewed>;
  /** What was asked in free words on these days. */
  readonly asked: (days: Days) => Promise<readonly Asked[]>;
  readonly today: () => CalendarDate;
  /** What a finding says to staff. */
  readonly findingText: (language: Language, finding: Finding) => string;
  /** What a reason says to the person. */
  readonly reasonText: (language: Language, reason: Reason) => string;
  /** Codes of reasons by the datum they are about, and for a rejection. */
  readonly reasons: Reasons;
  readonly log: WebLog;
  readonly newId: () => string;
};
