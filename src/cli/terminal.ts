/** What a command may touch: where the content is, how to speak, and where to write. */
import type { Language, Wording } from "../conversation/wording/wording.ts";

export type Terminal = {
  /** Holds flows/ and locales/. */
  readonly folder: string;
  readonly language: Language;
  /** Texts `operator.…`. */
  readonly wording: Wording;
  /** A line of the result. */
  readonly print: (line: string) => void;
  /** A line beside the result: what went wrong, what was done. */
  readonly complain: (line: string) => void;
};
