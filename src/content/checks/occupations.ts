/** What must hold for the occupations, and for the agency's branches. */
import { languages } from "../../conversation/wording/wording.ts";
import { type Check, remark, remarkOnKey } from "./check.ts";

export const occupationChecks = {
  "occupation-once": function* ({ occupationRows: { value, source } }) {
    for (const [index, { code }] of value.entries()) {
      if (value.findIndex((row) => row.code === code) === index) continue;
      yield remark(source, [index, "code"], `another row has the code "${code}"`);
    }
  },

  "occupation-sayable": function* ({ occupationRows: { value, source }, languages: tongues }) {
    for (const [index, { code }] of value.entries()) {
      for (const language of languages) {
        const { occupationWords } = tongues[language];
        if (code in occupationWords.value) continue;
        const reason = `${occupationWords.source.file} has no words for ${code}`;
        yield remark(source, [index], reason);
      }
    }
  },

  "occupation-known": function* ({ occupations, languages: tongues }) {
    for (const language of languages) {
      const { value, source } = tongues[language].occupationWords;
      for (const code of Object.keys(value)) {
        if (occupations.has(code)) continue;
        yield remarkOnKey(source, [code], "there is no such occupation");
      }
    }
  },

  "branch-of-a-regency": function* ({ branches: { value, source }, places }) {
    for (const code of Object.keys(value)) {
      if (places.regencies.some((regency) => regency.code === code)) continue;
      yield remarkOnKey(source, [code], "there is no regency of this code");
    }
  },
} satisfies Record<string, Check>;
