/** What the console needs of the house, taken from it by whoever wires it. */
import type { Wording } from "../conversation/wording/wording.ts";
import type { CalendarDate } from "../enrolment/calendar.ts";
import type { Registration } from "../enrolment/registration.ts";
import type { Finding, Reason } from "../enrolment/submission.ts";
import type { Reviewed, Reviewing } from "../review/decide.ts";
import type { Looked } from "../review/look.ts";
import type { Queue, Queued, QueueFilter } from "../review/queue.ts";
import type { StaffNeeds } from "../staff/needs.ts";
import type { Staff } from "../staff/sign-in.ts";
import type { Claimed } from "../submissions/claim.ts";
import type { WebLog } from "../web/door.ts";
import type { Language } from "../web/language.ts";

export type ConsoleNeeds = {
  readonly staff: StaffNeeds;
  /** Texts `console.…` and what they are made with. */
  readonly wordings: Readonly<Record<Language, Wording>>;
  /** Origin under which people reach the program, where it differs from where it listens. */
  readonly publicUrl: string | undefined;
  readonly log: WebLog;
  readonly newId: () => string;
  readonly today: () => CalendarDate;
  /** By which day a look was promised at what was received on a day; undefined while nobody promised. */
  readonly promisedFor: (received: CalendarDate) => CalendarDate | undefined;
  readonly regencies: readonly { readonly code: string; readonly name: string }[];
  /** Those of whose submissions somebody may see; undefined: of all. Where the branch is not known, everybody may. */
  readonly regenciesOf: (staff: Staff) => readonly string[] | undefined;
  readonly queue: (filter: QueueFilter) => Promise<Queue>;
  readonly search: (
    typed: string,
    regencies: QueueFilter["regencies"],
  ) => Promise<readonly Queued[]>;
  /** With nothing masked; recorded. */
  readonly reveal: (id: string, by: string, reason?: string) => Promise<Registration | undefined>;
  readonly look: (id: string) => Promise<Looked | undefined>;
  /** A datum in words. */
  readonly shown: (language: Language, about: string, value: unknown) => string;
  readonly claim: (id: string, by: string) => Promise<Claimed>;
  readonly release: (id: string, by: string) => Promise<void>;
  readonly decide: (reviewing: Reviewing) => Promise<Reviewed>;
  readonly findingText: (language: Language, finding: Finding) => string;
  readonly reasonText: (language: Language, reason: Reason) => string;
  readonly reasons: {
    readonly return: Readonly<Record<string, readonly string[]>>;
    readonly reject: readonly string[];
  };
  /** Names of the branches that are known. */
  readonly branches: readonly string[];
  /** Of colleagues, by id. */
  readonly names: () => Promise<ReadonlyMap<string, string>>;
};
