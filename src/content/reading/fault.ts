/** What is wrong with a file of flows/ or locales/, for its author: the rule it breaks, where, and why. */
export type Fault = {
  /** Name of the broken rule, e.g. `unknown-key`; every rule has a broken flow in test/broken-flows/. */
  readonly rule: string;
  /** From the content folder on, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly why: string;
};

/** `flows/enrolment.yaml:17:5 steps.name: unknown key "maxLenght"` */
export function printFault({ file, line, column, why }: Fault): string {
  return `${file}:${line}:${column} ${why}`;
}

/** In the order in which an author meets them: by file, then from top to bottom. */
export function inReadingOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted(
    (one, other) =>
      one.file.localeCompare(other.file, "en") ||
      one.line - other.line ||
      one.column - other.column ||
      one.why.localeCompare(other.why, "en"),
  );
}
