/** Whoever comes whenever, and whatever the channel asks for: never too fast, in order, and nobody is forgotten. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { soonestFirst } from "../../../src/outbox/pacing/soonest.ts";
import { gateOf } from "./queue-up.ts";

const pace = fc.record({
  perSecond: fc.constantFrom(1, 2, 5, 20),
  burst: fc.integer({ min: 1, max: 4 }),
  perContact: fc.record({
    burst: fc.integer({ min: 1, max: 3 }),
    everyMs: fc.constantFrom(0, 100, 1_050),
  }),
  perMinute: fc.option(fc.integer({ min: 2, max: 30 }), { nil: undefined }),
});

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ comes: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ passes: fc.integer({ min: 1, max: 900 }) }) },
  fc.record({ asks: fc.integer({ min: 0, max: 3_000 }), of: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ asks: fc.integer({ min: 0, max: 3_000 }) }),
);

/** The most that left within any so many milliseconds; a hair less, for what computers make of thirds. */
function mostWithin(moments: readonly number[], ms: number): number {
  return Math.max(
    0,
    ...moments.map(
      (from, at) => moments.slice(at).filter((moment) => moment - from < ms - 0.01).length,
    ),
  );
}

type Deed = { comes: number } | { passes: number } | { asks: number; of?: number };
type Came = ReturnType<typeof gateOf>;

/** Comes, waits and asks as told, until all have left; gives who came, and the pauses that were asked for. */
async function play({ gate, come, time, left, back, log }: Came, deeds: readonly Deed[]) {
  const came: string[] = [];
  const pauses: { readonly who: string; readonly from: number; readonly to: number }[] = [];
  const ask = (ms: number, who: string) => {
    const whole = who === "p" ? ({ whole: true } as const) : {};
    pauses.push({ who, from: time.now(), to: time.now() + ms });
    gate.ended(who, { kind: "later", afterMs: ms, cause: "asked", ...whole });
  };
  for (const one of deeds) {
    if ("comes" in one) {
      came.push(`p${one.comes}:${came.length}`);
      come(came.at(-1) ?? "");
      await log();
    } else if ("asks" in one) ask(one.asks, `p${one.of ?? ""}`);
    else await inSteps(one.passes);
  }
  for (let ms = time.next(); ms !== undefined && left.length + back.length < came.length; ) {
    await inSteps(ms);
    ms = time.next();
  }
  return { came, pauses };

  /** Small ones, so that the moments in the log are true. */
  async function inSteps(total: number) {
    for (let ms = total; ms >= 0; ms -= 25) {
      time.pass(Math.min(ms, 25));
      await log();
    }
  }
}

test("never above a limit, each one's messages in order, all in the end, and no pause broken", async () => {
  await fc.assert(
    fc.asyncProperty(pace, fc.array(deed, { maxLength: 60 }), async (given, deeds) => {
      const { perMinute, ...rest } = given;
      const played = gateOf({ ...rest, ...(perMinute === undefined ? {} : { perMinute }) });
      const { came, pauses } = await play(played, deeds);
      const { left, back } = played;
      const names = left.map(({ name }) => name);
      expect([...names, ...back].toSorted()).toEqual(came.toSorted());
      // Who is turned back goes by the table: only where a minute is full for long.
      if (perMinute === undefined) expect(back).toEqual([]);

      const at = left.map((one) => one.at);
      for (const seconds of [1, 5]) {
        const most = given.burst + given.perSecond * seconds;
        expect(mostWithin(at, seconds * 1_000)).toBeLessThanOrEqual(most);
      }
      expect(mostWithin(at, 60_000)).toBeLessThanOrEqual(perMinute ?? at.length);
      const { burst, everyMs } = given.perContact;
      for (const person of ["p0", "p1", "p2", "p3", "p4", "p5"]) {
        const theirs = left.filter(({ name }) => name.startsWith(`${person}:`));
        const order = theirs.map(({ name }) => Number(name.split(":")[1]));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
        const moments = theirs.map((one) => one.at);
        expect(everyMs > 0 ? mostWithin(moments, everyMs) : 0).toBeLessThanOrEqual(burst + 1);
        const held = pauses.filter(({ who }) => who === "p" || who === person);
        for (const { from, to } of held)
          expect(moments.filter((moment) => moment > from && moment < to)).toEqual([]);
      }
    }),
    { numRuns: 150, seed: 20_261_201 },
  );
});

test("the soonest first, and of those of one moment who came first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), (moments) => {
      const soonest = soonestFirst<readonly [number, number]>();
      for (const [order, at] of moments.entries()) soonest.add(at, [at, order]);
      const taken: (readonly [number, number])[] = [];
      for (let now = 0; now <= 30; now += 10) {
        expect((soonest.at() ?? 31) >= now - 9).toBe(true);
        for (let one = soonest.takeBy(now); one !== undefined; one = soonest.takeBy(now))
          taken.push(one);
      }
      const expected = moments.map((at, order) => [at, order] as const);
      expect(taken).toEqual(expected.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
  );
});

test("five thousand who wait cost little", async () => {
  const { come, time, left, log } = gateOf({
    ...{ perSecond: 25, burst: 5, perContact: { burst: 1, everyMs: 1_050 } },
  });
  const before = process.cpuUsage();
  const spent = () => process.cpuUsage(before).user / 1_000;
  for (let index = 0; index < 5_000; index += 1) {
    come(`p${index}:1`);
    come(`p${index}:2`);
  }
  const came = spent();
  time.pass(400_000);
  const all = spent();
  await log();
  expect(left).toHaveLength(10_000);
  process.stdout.write(
    `10,000 messages to 5,000 people: waiting ${came.toFixed(0)} ms, all through ${all.toFixed(0)} ms, ` +
      `${time.rung()} timers\n`,
  );
  expect(all).toBeLessThan(2_000);
});
