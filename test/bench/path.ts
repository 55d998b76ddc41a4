/** A way from a message to its answer that can be driven, judged and measured. */
import type { Contact } from "./workload.ts";

export type Path = {
  /**
   * The message `index` (from 0) of a contact. Over when state, answer, text and duplicate check are committed and the
   * texts have been handed over.
   */
  readonly turn: (contact: Contact, index: number) => Promise<void>;
  /** Over when nothing is left to be written. */
  readonly settle: () => Promise<void>;
  /** What was handed in, by NIK. A NIK that was handed in twice has two. */
  readonly kept: () => Promise<readonly Kept[]>;
  /** Messages that were said and have no end yet. */
  readonly unsent: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export type Kept = {
  readonly nik: string;
  readonly number: string;
  readonly registration: Readonly<Record<string, unknown>>;
};
