/** One line of the doctor's: `key` is the text `operator.doctor.<key>`, which says what to do as well. */
export type Remark = {
  /** `bad` is to be mended before people are let in again; `look` can wait until tomorrow. */
  readonly state: "well" | "look" | "bad";
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
};
