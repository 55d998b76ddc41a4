/**
 * What must hold so that every text fits every channel: each with the longest that can stand in its variables. Lines
 * that are put together ("data saya") may become more than one message: they are parted between lines.
 */

import type { Capabilities } from "../../channels/channel.ts";
import { languages } from "../../conversation/wording/wording.ts";
import { capabilitiesOf } from "../../rendering/capabilities.ts";
import { type LengthOf, lengthsIn, longestWay } from "../longest.ts";
import type { Loaded } from "../reading/loaded.ts";
import type { Text, TextsByKey } from "../reading/texts.ts";
import { type Check, remark } from "./check.ts";
import { bubblesOf, spoken } from "./texts.ts";

export const fitChecks = {
  /** Any bubble may be the last of its turn, with buttons below it: there it would come in two. */
  "text-fits": function* (content) {
    const { channel, most } = narrowest(({ aboveChoicesMax }) => aboveChoicesMax);
    for (const { key, text, texts, lengthOf } of spokenTexts(content)) {
      const around = isFramed(key) ? sum(frame.map((one) => lengthOfKey(one, texts, lengthOf))) : 0;
      for (const { anatomy, path } of bubblesOf(text)) {
        const length = longestWay(anatomy, lengthOf) + around;
        if (length <= most) continue;
        const reason = `may have ${length} characters, where ${channel} shows ${most} above buttons`;
        yield remark(text.source, path, reason);
      }
    }
  },

  /** A button carries its value behind the number of its message, and some channels little more. */
  "value-fits": function* (content) {
    const { channel, most } = narrowest(({ valueMax }) => valueMax || Number.POSITIVE_INFINITY);
    for (const { value, before, source, path } of carried(content)) {
      const room = most - longestNumber.length - before.length;
      const bytes = Buffer.byteLength(value);
      if (bytes <= room) continue;
      yield remark(
        source,
        path,
        `has ${bytes} bytes, where a button of ${channel} carries ${room}`,
      );
    }
  },
} satisfies Record<string, Check>;

/** The number of a saying, of fifteen digits at most, and what stands behind it. */
const longestNumber = "999999999999999:";

/** What authors call choices and topics; before a topic stands what tells it from a choice. */
function carried({ lists, topics }: Loaded) {
  const ofLists = Object.entries(lists.value).flatMap(([list, options]) =>
    options.map(({ value }, index) => ({
      value,
      before: "",
      source: lists.source,
      path: [list, index, "value"],
    })),
  );
  const ofTopics = topics.value.topics.map(({ name }, index) => ({
    value: name,
    before: "explain-",
    source: topics.source,
    path: ["topics", index, "name"],
  }));
  return [...ofLists, ...ofTopics];
}

/** What stands above and below a question. */
const frame = ["conversation.progress", "conversation.way-to-help"];

function isFramed(key: string): boolean {
  return /^enrolment\.[^.]+\.ask$|^conversation\.told\./.test(key);
}

/** The least that any channel shows, and which. */
function narrowest(mostOf: (can: Capabilities) => number) {
  return Object.entries<Capabilities>(capabilitiesOf)
    .map(([channel, can]) => ({ channel, most: mostOf(can) }))
    .reduce((least, one) => (one.most < least.most ? one : least));
}

function spokenTexts(content: Loaded) {
  return languages.flatMap((language) => {
    const { texts } = content.languages[language];
    const lengthOf = lengthsIn(language, content);
    return [...texts]
      .filter(([key]) => [...spoken, "channels"].includes(key.split(".")[0] ?? ""))
      .map(([key, text]) => ({ key, text, texts, lengthOf }));
  });
}

/** Of the whole text, with the end of its last line; 0 where there is none. */
function lengthOfKey(key: string, texts: TextsByKey, lengthOf: LengthOf): number {
  const { anatomies }: Pick<Text, "anatomies"> = texts.get(key) ?? { anatomies: [] };
  return sum(anatomies.map((anatomy) => longestWay(anatomy, lengthOf) + 1));
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, one) => all + one, 0);
}
