/** What no contribution, age or benefit can be: a slip of the pen is found before somebody is told it. */
import { type Check, type Content, remark } from "./check.ts";

/** Least and most. Rupiah, percent, spans of time or multiples; the law's own figures lie well inside (PP 44/2015, PP 46/2015). */
const bounds = {
  jkk_percent: [0.1, 5],
  jht_percent: [0.5, 10],
  jkm: [1_000, 100_000],
  discount: [1, 90],
  age: [10, 100],
  rupiah: [10_000, 1_000_000_000],
  years: [1, 100],
  months: [1, 240],
  days: [1, 366],
  percent: [1, 100],
  times: [1, 100],
} as const;

export const plausibleChecks = {
  "row-plausible": function* (content) {
    for (const { source, path, value, bound } of figuresIn(content)) {
      const [least, most] = bounds[bound];
      if (value >= least && value <= most) continue;
      yield remark(source, path, `${value} cannot be right: expected is ${least} to ${most}`);
    }
  },

  /** The base of a bracket is an income of that bracket; the last ends nowhere, so it is held against twice its beginning. */
  "base-in-bracket": function* ({ rules }) {
    const { value, source } = rules.contributions;
    for (const [index, { brackets }] of value.entries()) {
      for (const [position, { above, base }] of brackets.entries()) {
        const next = brackets[position + 1]?.above ?? (above === 0 ? 10_000_000 : above * 2);
        // Brackets out of order are the remark of another rule.
        if (next <= above || (base >= above && base < next)) continue;
        const reason = `lies outside its bracket, which goes from ${above} to ${next}`;
        yield remark(source, [index, "brackets", position, "base"], reason);
      }
    }
  },
} satisfies Record<string, Check>;

function figuresIn({ rules }: Content) {
  const { contributions, discounts, eligibility, benefits } = rules;
  const ofContributions = contributions.value.flatMap((row, index) =>
    (["jkk_percent", "jht_percent", "jkm"] as const).map((bound) => ({
      source: contributions.source,
      path: [index, bound],
      value: row[bound],
      bound,
    })),
  );
  const ofDiscounts = discounts.value.flatMap((row, index) =>
    (["jkk_percent", "jkm_percent"] as const).map((share) => ({
      source: discounts.source,
      path: [index, share],
      value: row[share],
      bound: "discount" as const,
    })),
  );
  const ages = eligibility.value.map(({ age }, index) => ({
    source: eligibility.source,
    path: [index, "age"],
    value: age,
    bound: "age" as const,
  }));
  const amounts = benefits.value.map(({ amount, unit }, index) => ({
    source: benefits.source,
    path: [index, "amount"],
    value: amount,
    bound: unit,
  }));
  return [...ofContributions, ...ofDiscounts, ...ages, ...amounts];
}
