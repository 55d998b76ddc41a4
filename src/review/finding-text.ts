/** A finding as staff read it. A check keeps dates as dates; here they are said, in the reader's language. */
import type { Wording } from "../conversation/wording/wording.ts";
import { parseCalendarDate } from "../enrolment/calendar.ts";
import type { Finding } from "../enrolment/submission.ts";

export function findingText(
  { text, date }: Pick<Wording, "text" | "date">,
  { kind, detail }: Pick<Finding, "kind" | "detail">,
): string {
  const said = Object.entries(detail).map(([name, value]) => {
    const day = typeof value === "string" ? parseCalendarDate(value) : undefined;
    return [name, day === undefined ? value : date(day)];
  });
  return text(`findings.${kind}`, Object.fromEntries(said));
}
