/** Typed text for comparing: small letters, words and numbers parted by single spaces, no punctuation, no pictures. */
import { onceForText } from "../../enrolment/once-for-text.ts";
import { plainText } from "../../enrolment/plain-text.ts";

export const plain = onceForText((typed) =>
  plainText(plainText(typed).toLowerCase())
    .replace(apostrophe, "")
    .replace(/[^\p{L}\p{Mn}\p{Mc}\p{N}]+/gu, " ")
    .trim(),
);

/** The words of `plain`; none for a text without any. */
export const wordsIn = onceForText((typed): readonly string[] =>
  plain(typed).split(" ").filter(Boolean),
);

/** People write nggak', ma'af and Jum'at with any of these. */
export const apostrophe = /['’‘ʼ`´]/g;
