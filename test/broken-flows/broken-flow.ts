/** The shape of a broken flow: one change to the sound one beside this file, and what its author is told. */
export type BrokenFlow = {
  /** The rule that the change breaks. */
  readonly rule: string;
  /** What the author did. */
  readonly deed: string;
  /** From the folder sound/ on. */
  readonly file: string;
  /** In place of `text` stands `by`. Without a text the whole file is `by`; without `by` it is gone. */
  readonly text?: string;
  readonly by?: string;
  /** Everything that is said, as printed, from `:line:column` on where it is in the same file. */
  readonly says: readonly string[];
};
