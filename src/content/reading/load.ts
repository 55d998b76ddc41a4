/** Reads every file and holds each against its own shape. */
import { z } from "zod";
import { occupationSchema, occupationsFrom } from "../../conversation/answers/occupation.ts";
import { languages } from "../../conversation/wording/wording.ts";
import { contributionRuleSchema, discountRuleSchema } from "../../enrolment/contribution.ts";
import { eligibilityRuleSchema } from "../../enrolment/eligibility.ts";
import { receiverRuleSchema } from "../../enrolment/receiver.ts";
import { thresholdSchema } from "../../enrolment/threshold.ts";
import type { Fault } from "./fault.ts";
import { type Files, openFiles } from "./files.ts";
import { loadLanguage } from "./load-language.ts";
import { loadPlaces } from "./load-places.ts";
import type { Loaded } from "./loaded.ts";
import {
  benefitRuleSchema,
  branchesSchema,
  enrolmentSchema,
  listsSchema,
  reasonsSchema,
  topicsSchema,
  typedFiguresSchema,
} from "./schemas.ts";

export function load(
  folder: string,
): { readonly loaded: Loaded } | { readonly faults: readonly Fault[] } {
  const files = openFiles(folder);
  const enrolment = files.yaml("flows/enrolment.yaml", enrolmentSchema);
  const lists = files.yaml("flows/lists.yaml", listsSchema);
  const topics = files.yaml("flows/explain.yaml", topicsSchema);
  const occupationRows = files.yaml("flows/occupations.yaml", z.array(occupationSchema));
  const branches = files.yaml("flows/branches.yaml", branchesSchema);
  const reasons = files.yaml("flows/reasons.yaml", reasonsSchema);
  const typedFigures = files.yaml("flows/typed-figures.yaml", typedFiguresSchema);
  const places = loadPlaces(files);
  const rules = loadRules(files);
  const id = loadLanguage("id", files);
  const en = loadLanguage("en", files);
  refuseUnknownLanguages(files);

  const read = { enrolment, lists, topics, occupationRows, branches, reasons, typedFigures };
  const parts = { ...read, places, rules, id, en };
  if (files.faults().length > 0 || !isWhole(parts)) return { faults: files.faults() };
  return {
    loaded: {
      enrolment: parts.enrolment,
      lists: parts.lists,
      topics: parts.topics,
      rules: parts.rules,
      places: parts.places,
      occupations: occupationsFrom(parts.occupationRows.value),
      occupationRows: parts.occupationRows,
      branches: parts.branches,
      reasons: parts.reasons,
      typedFigures: parts.typedFigures,
      languages: { id: parts.id, en: parts.en },
      hash: files.hash(),
    },
  };
}

type Whole<T> = { readonly [part in keyof T]: Exclude<T[part], undefined> };

/** A part that could not be read has left a fault; this says the same to the compiler. */
function isWhole<T extends object>(parts: T): parts is T & Whole<T> {
  return Object.values(parts).every((part) => part !== undefined);
}

function loadRules(files: Files): Loaded["rules"] | undefined {
  const rules = {
    contributions: files.yaml("flows/rules/contributions.yaml", z.array(contributionRuleSchema)),
    discounts: files.yaml("flows/rules/discounts.yaml", z.array(discountRuleSchema)),
    eligibility: files.yaml("flows/rules/eligibility.yaml", z.array(eligibilityRuleSchema)),
    benefits: files.yaml("flows/rules/benefits.yaml", z.array(benefitRuleSchema)),
    thresholds: files.yaml("flows/rules/thresholds.yaml", z.array(thresholdSchema)),
    receivers: files.yaml("flows/rules/receivers.yaml", z.array(receiverRuleSchema)),
  };
  return isWhole(rules) ? rules : undefined;
}

function refuseUnknownLanguages(files: Files): void {
  for (const name of files.namesIn("locales", "")) {
    if (languages.some((language) => language === name)) continue;
    const why = `no language of this name is known; known are ${languages.join(", ")}`;
    files.refuse({ rule: "unknown-language", file: `locales/${name}`, line: 1, column: 1, why });
  }
}
