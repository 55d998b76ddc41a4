/** A name without what people put around it: "nama saya Siti pak", "siti aminah (ning) 🙏", "di ktp SITI AMINAH". */
import { plainText } from "../../enrolment/plain-text.ts";
import { isAsOnCard, isCardAway } from "./evasions.ts";
import { onceFor } from "./once-for.ts";
import type { Words } from "./words.ts";

/** "siti, di ktp SITI AMINAH" as "SITI AMINAH": what follows the card stands on it. "Siti Aminah di ktp" as well. */
export function onCard(typed: string, words: Words): string {
  if (isAsOnCard(typed, words) || isCardAway(typed, words)) return typed;
  const { toCard, fromCard } = cardIn(words);
  const behind = typed.replace(toCard, "");
  return behind === typed ? typed.replace(fromCard, "") : behind;
}

/** All up to the card, and all from the words on that lead there. */
const cardIn = onceFor(({ evasions }: Words) => {
  const card = evasions.card.join("|");
  const lead = evasions.as_on_card.join("|");
  return {
    toCard: new RegExp(`^.*\\b(?:${card})\\b[ :=,]+`, "iu"),
    fromCard: new RegExp(`[ ,]+(?:${lead})(?: (?:${lead}|${card}))+[ .]*$`, "iu"),
  };
});

/** "nama saya Siti" as "Siti", "saya, Siti" as well. */
export function withoutLeadIn(typed: string, leadIns: readonly string[]): string {
  const small = typed.toLowerCase();
  const leadIn = leadIns.find(
    (words) => small.startsWith(words) && /^$|^[ :=,]/.test(small.slice(words.length)),
  );
  if (leadIn === undefined) return typed;
  return withoutLeadIn(typed.slice(leadIn.length).replace(/^[ :=,.-]+/, ""), leadIns);
}

/** Without pictures and without the full stop of a sentence: no card has them. */
export function withoutSigns(typed: string): string {
  if (!/\p{L}/u.test(typed)) return typed;
  return plainText(
    typed
      .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}!]/gu, "")
      .replace(/(?<=[ ^]\p{L}{4,})\.$/u, ""),
  );
}

/** Without forms of address, politeness and nicknames in brackets, as long as a name is left. */
export function withoutAddress(name: string, { names }: Words): string {
  const bare = plainText(name.replace(/ ?[("“][^()"“”]*[)"”]/gu, ""));
  const words = bare.split(" ");
  const plainOf = (word: string) => word.toLowerCase().replace(/[.,]+$/, "");
  const first = words.findIndex((word) => !names.fronts.includes(plainOf(word)));
  const last = words.findLastIndex((word) => !names.tails.includes(plainOf(word)));
  const kept = words.slice(first, last + 1).join(" ");
  const isWhole = first === 0 && last === words.length - 1;
  return first === -1 || last < first || isWhole ? bare : kept.replace(/,$/, "");
}

/** Typed all in small letters, each part gets its capital; anything else stays as typed. */
export function capitalised(name: string, { small }: Words["names"]): string {
  if (name !== name.toLowerCase()) return name;
  const inside = new RegExp(`(?<= )(?:${small.join("|")})(?= )`, "giu");
  return plainText(
    name
      .replace(firstLetter, (letter) => letter.toUpperCase())
      .replace(inside, (word) => word.toLowerCase()),
  );
}

/** After a space, a dot, a dash, and after the apostrophe of D' and O', but not of Nur'aini. */
const firstLetter = /(?<=^|[ .-]|(?:^|[ .-])\p{L}['’‘ʼ`])\p{Ll}/gu;
