/** The files of flows/ and locales/, each of the right shape, before they are held against each other. */

import type { OccupationRow, Occupations } from "../../conversation/answers/occupation.ts";
import type { Words } from "../../conversation/answers/words.ts";
import type { Reasons, Rules, Topic } from "../../conversation/material.ts";
import type { Language } from "../../conversation/wording/wording.ts";
import type { Places } from "../../enrolment/region.ts";
import type { EnrolmentFile, Lists, Phrases, TypedFigures } from "./schemas.ts";
import type { Source } from "./source.ts";
import type { TextsByKey } from "./texts.ts";

export type Sourced<T> = { readonly value: T; readonly source: Source };

export type LoadedLanguage = {
  readonly texts: TextsByKey;
  readonly words: Words;
  readonly occupationWords: Sourced<Words["occupations"]>;
  readonly askingWords: Sourced<Words["asking"]>;
  readonly commands: Sourced<Phrases>;
  readonly questions: Sourced<Phrases>;
  /** Whole questions, by topic or `elsewhere`. */
  readonly examples: Sourced<Phrases>;
  readonly dataNames: Sourced<Phrases>;
};

export type Loaded = {
  readonly enrolment: Sourced<EnrolmentFile>;
  readonly lists: Sourced<Lists>;
  readonly topics: Sourced<{ readonly topics: readonly Topic[] }>;
  readonly rules: { readonly [table in keyof Rules]: Sourced<Rules[table]> };
  readonly places: Places;
  readonly occupations: Occupations;
  readonly occupationRows: Sourced<readonly OccupationRow[]>;
  readonly typedFigures: Sourced<TypedFigures>;
  readonly reasons: Sourced<Reasons>;
  readonly branches: Sourced<Readonly<Record<string, string>>>;
  readonly languages: Readonly<Record<Language, LoadedLanguage>>;
  /** SHA-256 (hex) of all files. */
  readonly hash: string;
};
