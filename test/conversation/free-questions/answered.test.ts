/** Questions as people type them, written by somebody who has seen neither the explanations nor the words for them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Effect } from "../../../src/conversation/turn.ts";
import { talk } from "../talk.ts";

type OnTopic = { readonly asks: string; readonly topic: readonly string[] };
type OffTopic = { readonly asks: string; readonly why: string };

const read = <T>(name: string): readonly T[] =>
  parse(readFileSync(`test/conversation/free-questions/${name}.yaml`, "utf8"));
type Asked = Effect & { readonly kind: "asked" };

/** What became of a question that is put where the talk has come to `at`; nothing where it was heard as an answer. */
function answerTo(asks: string, at: string | undefined): Asked | undefined {
  const here = talk(at);
  if (at === undefined) here.say("halo");
  const { effects } = here.say(asks);
  return effects.find((effect) => effect.kind === "asked");
}

/** Where the income is known, what it costs is worked out. */
const wanted = (topic: readonly string[]) =>
  topic.includes("price") ? [...topic, "calculate"] : topic;

test("there are a hundred questions and forty", () => {
  expect(read<OnTopic>("on-topic").length).toBeGreaterThanOrEqual(100);
  expect(read<OffTopic>("off-topic").length).toBeGreaterThanOrEqual(40);
});

/** Of three writers. On the third's nothing was tuned: they show how questions fare that nobody has thought of. */
describe.each([
  ["the first writer's", "", "before anything is asked", undefined, 0.9],
  ["the first writer's", "", "at a question with buttons", "programs", 0.9],
  ["the second writer's", "second-", "before anything is asked", undefined, 0.9],
  ["the third writer's", "unseen-", "before anything is asked", undefined, 0.8],
])("%s questions (%s), %s", (_who, set, _where, at, least) => {
  test(`${least * 100} in a hundred get the explanation they want at once`, () => {
    const onTopic = read<OnTopic>(`${set}on-topic`);
    const missed = onTopic.flatMap(({ asks, topic }) => {
      const answer = answerTo(asks, at);
      const isHit = answer?.outcome === "told" && wanted(topic).includes(answer.topic ?? "");
      return isHit ? [] : [`${asks}: ${topic} (${answer?.outcome ?? "taken"} ${answer?.topic})`];
    });
    expect(1 - missed.length / onTopic.length, missed.join("\n")).toBeGreaterThanOrEqual(least);
  });

  test("what is not ours is hardly ever answered with an explanation", () => {
    const offTopic = read<OffTopic>(`${set}off-topic`);
    const answered = offTopic.flatMap(({ asks }) => {
      const answer = answerTo(asks, at);
      return answer?.outcome === "told" ? [`${asks}: ${answer.topic}`] : [];
    });
    expect(answered.length, answered.join("\n")).toBeLessThanOrEqual(offTopic.length * 0.05);
  });
});
