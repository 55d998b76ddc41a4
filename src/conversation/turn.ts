/** What comes out of a turn: the session, what is said, and what the house must do about it. */
import type { Option } from "./answers/kind.ts";
import type { Session } from "./session.ts";

export type Say = {
  readonly text: string;
  readonly choices?: readonly Option[];
  readonly asks?: { readonly name: string; readonly kind: string };
  /** A message of the person to be taken out of the chat first; where that fails, `failed` is said instead. */
  readonly removes?: { readonly ref: string; readonly failed: string };
};

export type Effect =
  /** Consent was asked in exactly these words and answered so. */
  | { readonly kind: "consent"; readonly answer: "yes" | "no"; readonly shown: string }
  /** The registration is complete: hand it in under this number. */
  | { readonly kind: "submit"; readonly number: string }
  /** Destroy all that is kept of the person; `withdrawn` when they took their consent back. */
  | {
      readonly kind: "erase";
      readonly withdrawn: boolean;
      /** Whose session comes out and who sits at the phone from now on: an enrolment. */
      readonly next?: string;
    }
  /** The session that comes out belongs to somebody else on the same phone. */
  | { readonly kind: "new-person" }
  /** The session that comes out is of this enrolment, which was on this phone before; `left` is the one it leaves. */
  | { readonly kind: "seat"; readonly person: string; readonly left: Session }
  /** From now on, and for a short while, this code opens the registration in another place, once. */
  | { readonly kind: "hand-over"; readonly code: string }
  /** A code that opens nothing was tried. */
  | { readonly kind: "wrong-code" }
  /** The session that comes out is of the registration behind the code, which goes on here from now on. */
  | { readonly kind: "take-up"; readonly handover: string; readonly left: Session }
  /** The same, where the code was used by somebody else: it comes back, and nobody elsewhere sees it any more. */
  | { readonly kind: "take-back"; readonly handover: string; readonly left: Session }
  | { readonly kind: "staff"; readonly why: string }
  /** Something was asked in free words: what it was about, where that was found, and at which step. Never the words. */
  | {
      readonly kind: "asked";
      readonly outcome: "told" | "unsure" | "unknown";
      readonly topic?: string;
      readonly step?: string;
    }
  /** For the funnel: a question was reached, the talk paused, ended or was cancelled there. No values. */
  | {
      readonly kind: "passed";
      readonly step: string;
      readonly event: "reached" | "paused" | "ended" | "cancelled";
    };

export type Turn = {
  readonly session: Session;
  readonly says: readonly Say[];
  readonly effects: readonly Effect[];
};
