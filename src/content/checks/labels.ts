/** What must hold for the labels of buttons. */
import { plain } from "../../conversation/answers/plain.ts";
import { languages } from "../../conversation/wording/wording.ts";
import type { Loaded } from "../reading/loaded.ts";
import type { Text } from "../reading/texts.ts";
import { type Check, remark } from "./check.ts";
import { variablesOf } from "./texts.ts";

export const labelChecks = {
  /** WhatsApp cuts off the label of a button after 20 characters, of a row in a list after 24. */
  "label-fits": function* (content) {
    for (const { text, most } of menus(content).flat()) {
      // What stands in the place of a variable is not known here.
      if (variablesOf(text).length > 0) continue;
      const { length } = [...written(text)];
      if (length <= most) continue;
      yield remark(text.source, text.path, `has ${length} characters, where ${most} are shown`);
    }
  },

  /** Else nobody knows which of the two they tap, and the label typed means the first. */
  "label-once": function* (content) {
    for (const menu of menus(content)) {
      const labels = menu.map(({ text }) => plain(written(text)));
      for (const [index, { value, text }] of menu.entries()) {
        const other = menu[labels.indexOf(labels[index] ?? "")]?.value;
        if (other === undefined || other === value) continue;
        const reason = `reads as the button "${other}" of the same question`;
        yield remark(text.source, text.path, reason);
      }
    }
  },
} satisfies Record<string, Check>;

/** The buttons of each list in each language, with how many characters of a label are shown. */
function menus({ lists, languages: tongues }: Loaded) {
  return Object.entries(lists.value).flatMap(([list, options]) =>
    languages.map((language) =>
      options.flatMap(({ value }) => {
        const text = tongues[language].texts.get(`choices.${list}.${value}`);
        return text === undefined ? [] : [{ value, text, most: options.length <= 3 ? 20 : 24 }];
      }),
    ),
  );
}

function written({ bubbles }: Text): string {
  return [bubbles].flat().join("\n");
}
