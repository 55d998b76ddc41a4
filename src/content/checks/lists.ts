/** What must hold for the lists of choices. */
import { type Check, placeLists, remark, remarkOnKey } from "./check.ts";

export const listChecks = {
  "list-used": function* ({ enrolment, lists }) {
    const used = Object.values(enrolment.value.data).map(({ list }) => list);
    for (const list of Object.keys(lists.value)) {
      if (used.includes(list) || placeLists.includes(list)) continue;
      yield remarkOnKey(lists.source, [list], "no datum uses this list");
    }
  },

  "list-not-of-places": function* ({ lists }) {
    for (const list of placeLists) {
      if (!(list in lists.value)) continue;
      yield remarkOnKey(
        lists.source,
        [list],
        "this list is made of the places, and written nowhere",
      );
    }
  },

  "value-once": function* ({ lists }) {
    for (const [list, options] of Object.entries(lists.value)) {
      const values = options.map(({ value }) => value);
      for (const [index, value] of values.entries()) {
        if (values.indexOf(value) === index) continue;
        yield remark(lists.source, [list, index, "value"], `"${value}" stands in this list twice`);
      }
    }
  },

  "sets-datum-exists": function* ({ enrolment, lists }) {
    for (const { path, datum } of settings(lists.value)) {
      if (datum in enrolment.value.data) continue;
      yield remarkOnKey(lists.source, path, `there is no datum "${datum}"`);
    }
  },

  "sets-value-possible": function* ({ enrolment, lists }) {
    for (const { path, datum, value } of settings(lists.value)) {
      const list = enrolment.value.data[datum]?.list;
      if (value === null || list === undefined || placeLists.includes(list)) continue;
      const options = lists.value[list] ?? [];
      if (options.some((option) => option.value === value && option.does === undefined)) continue;
      yield remark(lists.source, path, `no answer to ${datum} is "${value}"`);
    }
  },

  /** Staff would be called by somebody who only told more than was asked. */
  "early-when-stored": function* ({ lists }) {
    for (const [list, options] of Object.entries(lists.value)) {
      for (const [index, { does, early }] of options.entries()) {
        if (does === undefined || early === undefined) continue;
        const reason = `a choice that does "${does}" is only done when it is asked`;
        yield remarkOnKey(lists.source, [list, index, "early"], reason);
      }
    }
  },

  /** What is done instead of answering answers nothing. */
  "sets-when-stored": function* ({ lists }) {
    for (const [list, options] of Object.entries(lists.value)) {
      for (const [index, { does, sets }] of options.entries()) {
        if (does === undefined || sets === undefined) continue;
        yield remarkOnKey(
          lists.source,
          [list, index, "sets"],
          `a choice that does "${does}" sets nothing`,
        );
      }
    }
  },
} satisfies Record<string, Check>;

function settings(
  lists: Readonly<Record<string, readonly { sets?: Readonly<Record<string, string | null>> }[]>>,
) {
  return Object.entries(lists).flatMap(([list, options]) =>
    options.flatMap(({ sets = {} }, index) =>
      Object.entries(sets).map(([datum, value]) => ({
        path: [list, index, "sets", datum],
        datum,
        value,
      })),
    ),
  );
}
