/** What a turn may look at beside the session: the time, the content, the settings, and what was handed in before. */
import type { CalendarDate } from "../enrolment/calendar.ts";
import type { Material } from "./material.ts";
import type { Session } from "./session.ts";

/** Whose bot it is; while a part is unset the program runs in trial mode. */
export type Operator = {
  readonly name?: string;
  readonly mandate?: string;
  readonly contact?: string;
  readonly checkNumber?: string;
  readonly office?: string;
};

/** A submission as its owner, or anyone with its number, may be told: the state only. */
export type SubmissionView = {
  readonly number: string;
  readonly state: string;
  /** UTC. */
  readonly receivedAt: string;
};

/** Somebody else with a registration on the same phone. */
export type Person = {
  /** Of the enrolment; stands on the button. */
  readonly id: string;
  readonly session: Session;
  /** Newest first. */
  readonly submissions: readonly SubmissionView[];
};

/** A registration that was begun in another place, and what is no secret about it. */
export type Handover = {
  /** Of the code; stands for it between its being typed and the yes. */
  readonly id: string;
  readonly person: Person;
  /** The day, in Asia/Jakarta. */
  readonly begun: CalendarDate;
};

/** Why a code opens nothing: it is none that lives, it is mistyped, it was made here, too many were tried. */
export type CodeFault = "unknown" | "mistyped" | "from-here" | "wait";

/** Somebody who left this phone to go on elsewhere, where it may have been somebody else who took their code. */
export type Gone = {
  /** Of the code that was used. */
  readonly id: string;
  readonly person: Person;
  /** Where it is now. */
  readonly channel: string;
  /** UTC: since when. */
  readonly at: string;
};

/** What the talk may offer on the channel. */
export type Ability =
  /** A button by which the person's own number is shared: a choice of the value `share-contact`. */
  | "share-contact"
  /** What the person wrote stays to be read in the chat, by whoever holds the phone. */
  | "keeps-messages"
  /** The bot can take a message of the person out of the chat: `removes` of a saying. */
  | "remove-messages";

export type Moment = {
  /** UTC, ISO with milliseconds. */
  readonly now: string;
  /** In Asia/Jakarta. */
  readonly today: CalendarDate;
  readonly material: Material;
  readonly operator: Operator;
  readonly trial: boolean;
  /** Of the channel; none on the web page and in the terminal. */
  readonly abilities?: readonly Ability[];
  readonly keeping: { readonly draftDays: number; readonly submissionDays: number };
  /** Days within which staff promise to look; absent while nobody promised. */
  readonly reviewDays?: number;
  /** Of this applicant, newest first. */
  readonly submissions: readonly SubmissionView[];
  /** Who else has a registration on this phone, who spoke last first; absent where nobody has. */
  readonly others?: readonly Person[];
  /** What a number that the person wrote stands for. */
  readonly lookedUp?: SubmissionView | "unknown";
  readonly newNumber: () => string;
  /** A code to go on elsewhere that nobody can guess. */
  readonly newCode: () => string;
  /** What such a code, in the text that is heard, opens. */
  readonly code?: Handover | CodeFault;
  /** What was proposed to be taken up here; absent once it cannot be any more. */
  readonly offered?: Handover;
  /** Who went on elsewhere from this phone within the last day, the latest; absent where nobody did. */
  readonly gone?: Gone;
  /** Other channels of this bot in which the talk can go on; `at` is where people begin to write there. */
  readonly elsewhere?: readonly { readonly channel: string; readonly at?: string | undefined }[];
};
