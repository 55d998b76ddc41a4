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
const onTopic = read<OnTopic>("on-topic");
const offTopic = read<OffTopic>("off-topic");

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

test("there are a hundred questions and forty, and no topic is left out", () => {
  expect(onTopic.length).toBeGreaterThanOrEqual(100);
  expect(offTopic.length).toBeGreaterThanOrEqual(40);
});

describe.each([
  ["before anything is asked", undefined, 0.9],
  ["at a question with buttons", "programs", 0.9],
])("%s", (_where, at, least) => {
  test("nine in ten get the explanation they want at once", () => {
    const missed = onTopic.flatMap(({ asks, topic }) => {
      const answer = answerTo(asks, at);
      const isHit = answer?.outcome === "told" && wanted(topic).includes(answer.topic ?? "");
      return isHit ? [] : [`${asks}: ${topic} (${answer?.outcome ?? "taken"} ${answer?.topic})`];
    });
    expect(1 - missed.length / onTopic.length, missed.join("\n")).toBeGreaterThanOrEqual(least);
  });

  test("what is not ours is hardly ever answered with an explanation", () => {
    const answered = offTopic.flatMap(({ asks }) => {
      const answer = answerTo(asks, at);
      return answer?.outcome === "told" ? [`${asks}: ${answer.topic}`] : [];
    });
    expect(answered.length, answered.join("\n")).toBeLessThanOrEqual(offTopic.length * 0.05);
  });
});
