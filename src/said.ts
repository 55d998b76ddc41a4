/**
 * An error that can be told to operators in their own language. Its message stays as it is, for the log; where it is
 * printed, `content/operator.ts` finds the text.
 */

export type Said = {
  /** Of the text `operator.fault.<said>`. Its `{why}`, where it has one, is the error's cause. */
  readonly said: string;
  readonly values: Readonly<Record<string, string | number>>;
};

export function saidAs(error: Error, said: string, values: Said["values"] = {}): Error & Said {
  return Object.assign(error, { said, values });
}

export function isSaid(error: unknown): error is Error & Said {
  return error instanceof Error && "said" in error && "values" in error;
}
