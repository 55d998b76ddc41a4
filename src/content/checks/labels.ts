/** What must hold for the labels of buttons. */
import { plain } from "../../conversation/answers/plain.ts";
import { type Language, languages } from "../../conversation/wording/wording.ts";
import { capabilitiesOf } from "../../rendering/capabilities.ts";
import { lengthsIn, longestWay } from "../longest.ts";
import type { Loaded } from "../reading/loaded.ts";
import type { Text, TextsByKey } from "../reading/texts.ts";
import { type Check, remark } from "./check.ts";
import { variablesOf } from "./texts.ts";

export const labelChecks = {
  /** WhatsApp cuts off the label of a button after 20 characters, of a row in a list after 24. */
  "label-fits": function* (content) {
    for (const language of languages) {
      const lengthOf = lengthsIn(language, content);
      for (const { text, most } of labelsIn(language, content)) {
        const length = Math.max(0, ...text.anatomies.map((one) => longestWay(one, lengthOf)));
        if (length <= most) continue;
        const has = variablesOf(text).length > 0 ? "may have" : "has";
        yield remark(
          text.source,
          text.path,
          `${has} ${length} characters, where ${most} are shown`,
        );
      }
    }
  },

  /** Else nobody knows which of the two they tap, and the label typed means the first. */
  "label-once": function* (content) {
    for (const menu of languages.flatMap((language) => menusIn(language, content))) {
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

type Label = { readonly value: string; readonly text: Text; readonly most: number };

const { buttons, list } = capabilitiesOf["whatsapp-cloud"];

/** Every text that stands on a button, with how much of it is shown on the narrowest channel. */
function labelsIn(language: Language, content: Loaded): readonly Label[] {
  const besides = [...content.languages[language].texts].flatMap(([value, text]) => {
    const most = besideMenus.find(([keys]) => keys.test(value))?.[1];
    return most === undefined ? [] : [{ value, text, most }];
  });
  return [...menusIn(language, content).flat(), ...besides];
}

/** Labels that stand elsewhere than in choices.yaml. Where a place is named, the whole label stands below as a note. */
export const besideMenus: readonly (readonly [RegExp, number])[] = [
  [/^answers\.income\.(times|yes|other-(days|amount)|a-(day|month))$/, list.labelMax],
  [/^answers\.occupation\.(yes|no|other)$/, list.labelMax],
  [/^answers\.person-name\.(yes|as-written)$/, list.labelMax],
  [/^answers\.place\.(yes|not-this|again|not-listed|outside|none-of-these)$/, list.labelMax],
  [/^conversation\.(look-again|wrong-name|whose\.unsent)$/, list.labelMax],
  [/^occupations\./, list.labelMax],
  // Opens the list itself.
  [/^channels\.whatsapp\.choose$/, buttons.labelMax],
  [/^answers\.place\.(district|elsewhere-in)$/, list.noteMax],
];

/** What is read back in a sentence. */
const noButtons: readonly string[] = ["agreement", "paying", "programs-read", "sex"];

/** The buttons of each list of the flow, and of the menus beside it, in the order in which they are offered. */
function menusIn(language: Language, { lists, languages: tongues }: Loaded) {
  const { texts } = tongues[language];
  const ofFlow = Object.entries(lists.value).map(
    ([name, options]) => [name, options.map(({ value }) => value)] as const,
  );
  const ofTalk = [...Map.groupBy(choicesIn(texts), ([name]) => name)].filter(
    ([name]) => !(name in lists.value) && !noButtons.includes(name),
  );
  return [
    ...ofFlow,
    ...ofTalk.map(([name, choices]) => [name, choices.map(([, value]) => value)] as const),
  ].map(([name, values]) => {
    // Of the commands there are never more than three together.
    const isFew = values.length <= buttons.most || name === "commands";
    const most = isFew ? buttons.labelMax : list.labelMax;
    return values.flatMap((value): readonly Label[] => {
      const text = texts.get(`choices.${name}.${value}`);
      return text === undefined ? [] : [{ value, text, most }];
    });
  });
}

/** The lists of choices.yaml with their values. */
function choicesIn(texts: TextsByKey) {
  return [...texts.keys()].flatMap((key) => {
    const [, name, value] = /^choices\.([^.]+)\.(.+)$/.exec(key) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}

function written({ bubbles }: Text): string {
  return [bubbles].flat().join("\n");
}
