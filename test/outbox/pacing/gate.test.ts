/** The gate: how fast what is said may leave, who is next, and what happens where the channel wants none of it. */
import { expect, test, vi } from "vitest";
import type { Pace, SendOutcome } from "../../../src/channels/channel.ts";
import { gateOf } from "./queue-up.ts";

type Step = string | number | ((gate: ReturnType<typeof gateOf>["gate"]) => void);

const ended = (who: string, outcome: SendOutcome | undefined) => (gate: { ended: Ended }) =>
  gate.ended(who, outcome);
type Ended = (who: string, outcome: SendOutcome | undefined) => void;

/** Steps: who comes, and milliseconds that pass. One at a time the moments are read, so that each stands in the log. */
const cases: readonly (readonly [string, Partial<Pace>, readonly Step[], string])[] = [
  ["nothing holds up who comes alone", {}, ["siti", "budi"], "siti 0, budi 0"],
  [
    "so many at once, then one after another, whoever they are to",
    { perSecond: 2, burst: 2 },
    ["siti", "budi", "wayan", "ketut", 500, 500],
    "siti 0, budi 0, wayan 500, ketut 1000",
  ],
  [
    "what was not used up can be used at once, and no more",
    { perSecond: 2, burst: 2 },
    ["siti", 60_000, "budi", "wayan", "ketut", 500],
    "siti 0, budi 60000, wayan 60000, ketut 60500",
  ],
  [
    "to one person slowly; nobody else waits for that",
    { perContact: { burst: 1, everyMs: 1_000 } },
    ["siti:1", "siti:2", "siti:3", "budi", 1_000, 1_000],
    "siti:1 0, budi 0, siti:2 1000, siti:3 2000",
  ],
  [
    "to one person slowly, counted from when the one before was there",
    { perContact: { burst: 1, everyMs: 1_000 } },
    ["siti:1", 300, ended("siti", { kind: "sent" }), "siti:2", 700, 300],
    "siti:1 0, siti:2 1300",
  ],
  [
    "to one person three at once, then slowly",
    { perContact: { burst: 3, everyMs: 6_000 } },
    ["siti:1", "siti:2", "siti:3", "siti:4", 6_000],
    "siti:1 0, siti:2 0, siti:3 0, siti:4 6000",
  ],
  [
    "somebody with much to hear takes turns with the others",
    { perSecond: 1, burst: 1 },
    ["siti:1", "siti:2", "siti:3", "siti:4", "budi", "wayan", 1_000, 1_000, 1_000, 1_000, 1_000],
    "siti:1 0, siti:2 1000, budi 2000, wayan 3000, siti:3 4000, siti:4 5000",
  ],
  [
    "in a minute no more than so many",
    { perMinute: 2 },
    ["siti", 51_000, "budi", "wayan", 9_000],
    "siti 0, budi 51000, wayan 60000",
  ],
  [
    "a person's pause before each message, one after another",
    { pauseMs: [2_000, 2_000] },
    ["siti", "budi", 2_000, 2_000],
    "siti 2000, budi 4000",
  ],
  [
    "a pause asked for one person: the others go on",
    {},
    ["siti:1", ended("siti", asked(5_000)), "siti:2", "budi", 4_999, 1],
    "siti:1 0, budi 0, siti:2 5000",
  ],
  [
    "a pause asked for everybody is kept to the millisecond",
    {},
    ["siti", ended("siti", { ...asked(5_000), whole: true }), "budi", "wayan", 4_999, 1],
    "siti 0, budi 5000, wayan 5000",
  ],
  [
    "of two pauses the longer one is kept",
    {},
    [
      ...["siti", ended("siti", { ...asked(5_000), whole: true })],
      ...[ended("budi", { ...asked(1_000), whole: true }), "wayan", 1_000, 4_000],
    ],
    "siti 0, wayan 5000",
  ],
  [
    "a pause of nothing is still a pause: the channel is not asked again at once",
    {},
    ["siti:1", ended("siti", asked(0)), "siti:2", 249, 1],
    "siti:1 0, siti:2 250",
  ],
  [
    "how a message ended otherwise holds up nobody",
    {},
    [
      ...["siti:1", ended("siti", { kind: "refused", why: "blocked" })],
      ...["siti:2", ended("siti", { kind: "later", afterMs: 9_000, cause: "failed" }), "siti:3"],
    ],
    "siti:1 0, siti:2 0, siti:3 0",
  ],
];

function asked(afterMs: number) {
  return { kind: "later", afterMs, cause: "asked" } as const;
}

test.each(cases)("%s", async (_what, pace, steps, expected) => {
  const { gate, come, time, log, back } = gateOf(pace);
  for (const step of steps) {
    if (typeof step === "string") come(step);
    else if (typeof step === "number") time.pass(step);
    else step(gate);
    await log();
  }
  expect([await log(), back]).toEqual([expected, []]);
});

test("a day's limit holds from midnight to midnight in Jakarta, counting what left before the start", async () => {
  const { gate, come, time, log, back } = gateOf({ perDay: 10 });
  gate.countToday(8);
  for (const name of ["siti", "budi", "wayan"]) come(name);
  expect([await log(), gate.isOpen(), gate.isPassable()]).toEqual(["siti 0, budi 0", false, false]);
  expect(back).toEqual(["wayan"]);
  time.pass(15 * 3_600_000 - 1);
  come("ketut");
  time.pass(1);
  come("made");
  expect(await log()).toBe(`siti 0, budi 0, made ${15 * 3_600_000}`);
  expect(back).toEqual(["wayan", "ketut"]);
});

test("a day that fills up turns back whoever waits", async () => {
  const { come, time, log, back } = gateOf({ perDay: 2, perSecond: 1, burst: 1 });
  for (const name of ["siti", "budi", "wayan"]) come(name);
  time.pass(1_000);
  expect([await log(), back]).toEqual(["siti 0, budi 1000", ["wayan"]]);
});

test("a channel that is down: all go by the table; afterwards one tries, and only then the others", async () => {
  const { gate, come, time, log, back } = gateOf({ perContact: { burst: 1, everyMs: 1_000 } });
  for (const name of ["siti:1", "siti:2"]) come(name);
  gate.ended("siti", { kind: "channel-down", afterMs: 60_000 });
  come("budi");
  expect([await log(), back, gate.isOpen()]).toEqual(["siti:1 0", ["budi", "siti:2"], false]);
  time.pass(60_000);
  expect([gate.isOpen(), gate.isPassable()]).toEqual([false, true]);
  for (const name of ["budi", "wayan"]) come(name);
  expect([await log(), gate.isPassable()]).toEqual(["siti:1 0, budi 60000", false]);
  // One that was on its way when it went down says nothing of now.
  gate.ended("siti", { kind: "sent" });
  expect(gate.isPassable()).toBe(false);
  gate.ended("budi", { kind: "channel-down", afterMs: 1_000 });
  time.pass(1_000);
  come("wayan");
  gate.ended("wayan", { kind: "sent" });
  come("ketut");
  expect(await log()).toBe("siti:1 0, budi 60000, wayan 61000, ketut 61000");
  expect(gate.isOpen()).toBe(true);
});

test("whoever was to try and was not sent after all leaves it to the next", async () => {
  const { gate, come, time, log } = gateOf({});
  gate.ended("siti", { kind: "channel-down", afterMs: 1_000 });
  time.pass(1_000);
  come("siti");
  gate.ended("siti", undefined);
  come("budi");
  expect(await log()).toBe("siti 1000, budi 1000");
});

test("a long pause is not waited for in memory, and neither is anything beyond one's patience", async () => {
  const { gate, come, time, back, log } = gateOf({ perContact: { burst: 1, everyMs: 9_000 } });
  come("siti:1");
  come("siti:2", { patienceMs: 5_000 });
  come("budi:1", { patienceMs: 0 });
  time.pass(6_000);
  expect([await log(), back]).toEqual(["siti:1 0", ["budi:1", "siti:2"]]);
  come("siti:3");
  gate.ended("wayan", { kind: "later", afterMs: 30_000, cause: "asked", whole: true });
  come("ketut");
  expect([gate.isOpen(), await log()]).toEqual([false, "siti:1 0"]);
  expect(back).toEqual(["budi:1", "siti:2", "ketut", "siti:3"]);
});

test("who waits is shown that something is being written: after half a second, and every four", () => {
  const { come, time } = gateOf({ perContact: { burst: 1, everyMs: 9_000 } });
  const typing = vi.fn();
  come("siti:1", { typing });
  come("siti:2", { typing });
  const shown = [400, 100, 3_900, 100, 4_000, 400, 8_000].map((ms) => {
    time.pass(ms);
    return typing.mock.calls.length;
  });
  expect(shown).toEqual([0, 1, 1, 2, 3, 3, 3]);
});

test("thousands who wait are not all shown it at once: it costs the channel a request each", () => {
  const { come, time } = gateOf({ perSecond: 0.01, burst: 1 });
  const typing = vi.fn();
  for (let index = 0; index < 3_000; index += 1) come(`p${index}`, { typing });
  time.pass(2_000);
  expect(typing.mock.calls.length).toBeLessThanOrEqual(16);
});

test("where a person types, only whoever is next sees it, for as long as chance will have it", async () => {
  const { come, time, log } = gateOf({ pauseMs: [2_000, 6_000] }, () => 0.75);
  const [siti, budi] = [vi.fn(), vi.fn()];
  come("siti", { typing: siti });
  come("budi", { typing: budi });
  time.pass(4_500);
  expect([siti.mock.calls.length, budi.mock.calls.length]).toEqual([2, 0]);
  time.pass(500);
  expect(await log()).toBe("siti 5000");
  time.pass(5_000);
  expect(await log()).toBe("siti 5000, budi 10000");
});

test("closed, it lets go of all who wait, and of all who come", async () => {
  const { gate, come, time, back, log } = gateOf({ perSecond: 1, burst: 1 });
  for (const name of ["siti", "budi"]) come(name);
  gate.close();
  come("wayan");
  expect([await log(), back]).toEqual(["siti 0", ["wayan", "budi"]]);
  expect(time.next()).toBeDefined();
  time.pass(60_000);
  expect([time.rung(), time.next()]).toEqual([0, undefined]);
});
