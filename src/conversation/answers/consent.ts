/**
 * Consent to the use of a person's data. It must be clear and given by the person's own act (UU 27/2022 art. 20 and 22):
 * only an unmistakable yes counts, and whatever is doubtful is asked again.
 */
import { plainText } from "../../enrolment/plain-text.ts";
import { agreementIn } from "./agreement.ts";
import { labelOf } from "./choice.ts";
import type { About, Kind } from "./kind.ts";
import { optionNamed, optionNumbered } from "./on-screen.ts";
import { wordsIn } from "./plain.ts";

/** "yes", "no", or another option that stands beside them (to read more). */
export const consent: Kind<string> = {
  read: (heard, about) => {
    const option = optionNamed(heard, about.options) ?? optionClearlyNumbered(heard, about);
    const agreement = agreementIn(heard, about.words) ?? agreedByNumber(heard, about);
    const value = option?.value ?? agreement;
    if (value === undefined || value.startsWith("mild-"))
      return { kind: "misread", fault: "unclear" };
    return { kind: "understood", value };
  },
  print: (value, { options }) => labelOf(value, options),
  parse: (saved) => (saved === "yes" || saved === "no" ? saved : undefined),
};

/** "1. ya", "2 tidak": the number of the button that the word means. */
function agreedByNumber(heard: string, { options, words }: About): string | undefined {
  const [, number, word = ""] = /^\(?([0-9]{1,2})[.)]? (.+)$/u.exec(plainText(heard)) ?? [];
  const agreement = agreementIn(word, words);
  return options[Number(number) - 1]?.value === agreement ? agreement : undefined;
}

/** "no 1" may be a number or a no, "1?" is a question. */
function optionClearlyNumbered(heard: string, about: About) {
  const isDoubtful =
    plainText(heard).includes("?") ||
    wordsIn(heard).some((word) => about.words.agreement.no.includes(word));
  return isDoubtful ? undefined : optionNumbered(heard, about);
}
