/** Whatever people send, in whatever order: an answer, never silence, and nothing that cannot be saved. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Heard } from "../../src/conversation/heard.ts";
import { anyText } from "../readings.ts";
import { realMaterial } from "../world.ts";
import { talk, usual } from "./talk.ts";

const { flow, topics, tongues } = realMaterial();

const asked = parse(readFileSync("locales/id/words/questions.yaml", "utf8")) as Record<
  string,
  readonly string[]
>;

const values = [
  ...[...flow.lists.values()].flatMap((rows) => rows.map(({ value }) => value)),
  ...topics.map(({ name }) => `explain-${name}`),
  ...["start", "questions", "genuine", "resume", "later", "again", "status", "new-person", "done"],
  ...["erase", "withdraw", "cancel", "restart", "keep", "change", "send", "still-me"],
  ...[
    "call",
    "share-contact",
    "remove:7",
    "somebody-else",
    "id",
    "en",
    "16.07",
    "16.07.01",
    "day",
    "other-days",
    "other-amount",
  ],
];

const sayable = [
  ...tongues.id.phrases.commands.keys(),
  ...tongues.id.phrases.changes.keys(),
  ...Object.values(asked)
    .flat()
    .map((phrase) => `${phrase.replace(/\|\S+/g, "")}?`),
  ...tongues.id.phrases.dataNames.keys(),
];

const answers = [
  ...Object.values(usual),
  ...["2", "3", "tidak", "50 ribu sehari", "20", "500", "tukang", "dagang", "di Jambi", "1945"],
  ...["5 Maret 2015", "pagi", "Sungai Pinang", "tidak punya hp", "1699 0105 0380 0001", "benar"],
];

const abilities = ["share-contact", "keeps-messages", "remove-messages"] as const;

const text = (from: fc.Arbitrary<string>): fc.Arbitrary<Heard> =>
  from.map((text) => ({ kind: "text", text }));

const heard: fc.Arbitrary<Heard> = fc.oneof(
  { weight: 6, arbitrary: text(fc.constantFrom(...answers)) },
  { weight: 3, arbitrary: text(fc.constantFrom(...sayable)) },
  { weight: 1, arbitrary: text(anyText) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...values).map((value): Heard => ({ kind: "choice", value })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("photo", "voice", "video", "sticker", "document", "call", "edit", "other")
      .map((what): Heard => ({ kind: "media", what }) as Heard),
  },
  {
    weight: 1,
    arbitrary: fc
      .boolean()
      .map((isOwn): Heard => ({ kind: "contact", phone: "+6281200000011", isOwn })),
  },
);

test.each([
  ["from the first word on", undefined],
  ["in the middle", "income"],
  ["under the read-back", "confirm"],
])("%s: something is said, and not too much", (_where, upTo) => {
  fc.assert(
    fc.property(fc.array(heard, { maxLength: 25 }), fc.boolean(), (all, isSlow) => {
      const here = talk(upTo, { abilities: all.length % 2 === 0 ? abilities : [] });
      for (const one of all) {
        if (isSlow) here.pass(7);
        const { says } = here.hear(one);
        expect(says.length).toBeGreaterThan(0);
        for (const { text } of says) {
          expect(text.trim()).not.toBe("");
          expect([...text].length).toBeLessThanOrEqual(1000);
        }
      }
    }),
    { numRuns: 60 },
  );
});
