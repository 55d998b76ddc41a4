/** One line of the doctor's: `key` is the text `operator.doctor.<key>`, which says what to do as well. */
export type Remark = {
  /** `bad` is to be mended before people are let in again; `look` can wait until tomorrow. */
  readonly state: "well" | "look" | "bad";
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** What was met, to be put into words as `{why}`. */
  readonly error?: unknown;
};

/** What could not even be looked at is a remark like others: the doctor goes on. */
export function looked(what: string, look: () => readonly Remark[]): readonly Remark[] {
  try {
    return look();
  } catch (error) {
    return [{ state: "bad", key: `failed.${what}`, error }];
  }
}
