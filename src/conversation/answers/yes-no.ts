/** A friendly question: "ok" and a thumb are a yes, "belum" is a no. */
import { agreementIn } from "./agreement.ts";
import { labelOf } from "./choice.ts";
import type { Kind } from "./kind.ts";
import { optionPointedAt } from "./on-screen.ts";

/** "yes", "no", or another option that stands beside them. */
export const yesNo: Kind<string> = {
  read: (heard, about) => {
    const option = optionPointedAt(heard, about);
    const value = option?.value ?? agreementIn(heard, about.words)?.replace("mild-", "");
    return value === undefined
      ? { kind: "misread", fault: "unclear" }
      : { kind: "understood", value };
  },
  print: (value, { options }) => labelOf(value, options),
  parse: (saved) => (saved === "yes" || saved === "no" ? saved : undefined),
};
