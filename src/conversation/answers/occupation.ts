/** What somebody does for a living, in their own words, and the occupation of the list it is nearest to. */
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { plainText } from "../../enrolment/plain-text.ts";
import type { About, Kind } from "./kind.ts";
import { plain } from "./plain.ts";

export const occupationSchema = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/),
  /** One of the four ecosystems; absent where only the person can say. */
  ecosystem: z.enum(["desa", "pasar", "ukm", "rentan"]).optional(),
  sector: z.enum(["transport", "other"]),
  /** Asked where the selling is done. */
  trader: z.boolean().optional(),
});

export type OccupationRow = z.infer<typeof occupationSchema>;

export type Occupations = {
  readonly has: (code: string) => boolean;
  readonly ecosystemOf: (code: string) => string | undefined;
  readonly sectorOf: (code: string) => "transport" | "other";
  readonly isTrader: (code: string) => boolean;
};

/** The code of whatever is not on the list: a real job all the same. */
export const otherOccupation = "other";

export function occupationsFrom(rows: readonly OccupationRow[]): Occupations {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return {
    has: (code) => code === otherOccupation || byCode.has(code),
    ecosystemOf: (code) => byCode.get(code)?.ecosystem,
    sectorOf: (code) => byCode.get(code)?.sector ?? "other",
    isTrader: (code) => byCode.get(code)?.trader ?? false,
  };
}

export type OccupationValue = Readonly<Record<"code" | "said", string>>;

const longest = 80;

export const occupation: Kind<OccupationValue> = {
  read: (heard, about) => {
    const said = plainText(heard);
    const letters = said.match(/\p{L}/gu) ?? [];
    if (letters.length < 3) return { kind: "misread", fault: "too-short" };
    if ([...said].length > longest) return { kind: "misread", fault: "too-long" };
    const found = codesIn(said, about);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0)
      return { kind: "understood", value: { code: only, said } };
    if (only !== undefined) {
      return {
        kind: "ask-back",
        text: "occupation.main",
        values: {},
        ways: found.slice(0, 3).map((code) => ({
          value: code,
          label: { key: `occupations.${code}` },
          takes: { code, said },
        })),
      };
    }
    const near = nearIn(said, about);
    if (near === undefined) return { kind: "understood", value: { code: otherOccupation, said } };
    return {
      kind: "ask-back",
      text: "occupation.meant",
      values: { guess: near.phrase },
      ways: [
        {
          value: "yes",
          label: { key: "answers.occupation.yes" },
          takes: { code: near.code, said },
        },
        {
          value: "no",
          label: { key: "answers.occupation.no" },
          takes: { code: otherOccupation, said },
        },
      ],
    };
  },
  print: ({ said }) => said,
  parse: (saved, { occupations }) => {
    if (typeof saved !== "object" || saved === null) return undefined;
    const { code, said } = saved as Readonly<Record<string, unknown>>;
    if (typeof code !== "string" || typeof said !== "string" || said === "") return undefined;
    return occupations.has(code) ? { code, said } : undefined;
  },
};

/** The occupations whose phrases stand in the text as whole words; a phrase inside a longer one found does not count. */
function codesIn(said: string, { words }: About): readonly string[] {
  const text = ` ${plain(said)} `;
  const found = phrasesOf(words.occupations).filter(({ phrase }) => text.includes(` ${phrase} `));
  const outer = found.filter(
    ({ phrase, code }) =>
      !found.some(
        (other) =>
          other.code !== code &&
          other.phrase !== phrase &&
          ` ${other.phrase} `.includes(` ${phrase} `),
      ),
  );
  return [...new Set(outer.map(({ code }) => code))];
}

/** The one phrase that the text is nearly. */
function nearIn(said: string, { words }: About): { code: string; phrase: string } | undefined {
  const text = plain(said);
  const near = phrasesOf(words.occupations)
    .map((one) => ({ ...one, slips: distance(text, one.phrase) }))
    .filter(({ phrase, slips }) => slips <= Math.floor(phrase.length / 5))
    .sort((one, other) => one.slips - other.slips);
  const [best] = near;
  return best === undefined ||
    near.some((one) => one.slips === best.slips && one.code !== best.code)
    ? undefined
    : best;
}

function phrasesOf(vocabulary: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(vocabulary).flatMap(([code, phrases]) =>
    phrases.map((phrase) => ({ code, phrase: plain(phrase) })),
  );
}
