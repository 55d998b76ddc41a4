/** Text that is never asked, only derived. */
import type { Kind } from "./kind.ts";

export const text: Kind<string> = {
  read: () => ({ kind: "misread", fault: "never-asked" }),
  print: (value) => value,
  parse: (saved) => (typeof saved === "string" ? saved : undefined),
};
