/**
 * The real program is killed again and again while people talk with it: at random, and in each of the moments in which
 * most is at stake. The queue is killed and wiped in between. Whatever was answered is there, once.
 */
import { expect, test, vi } from "vitest";
import { chanceFrom } from "../chance.ts";
import { eachDatabase } from "../databases.ts";
import { queueServers } from "../validation/servers.ts";
import { type Chat, chatOf } from "../whole/chat.ts";
import { type Home, look, newHome, vaultOf } from "../whole/home.ts";
import { isRunning, type Program, startProgram } from "../whole/program.ts";
import { endingAt, type Point, points } from "./failpoint.ts";
import { breachesIn, unseenByMachines } from "./invariants.ts";
import { type Load, openLoad, pause, type Talk } from "./load.ts";

/** Milliseconds; half a minute where the machine does nothing else. */
vi.setConfig({ testTimeout: 600_000 });

const people = 8;
const seed = 20_261_125;

type Cycle = {
  /** From outside, so many milliseconds after the program was found; or by the program itself. */
  readonly end: { readonly afterMs: number } | { readonly point: Point; readonly time: number };
  /** Where the queue is kept: in the program's own server, or in a Redis that outlives the program. */
  readonly isRedis: boolean;
  /** Before the end its server is killed; whatever was in it is gone. */
  readonly isQueueKilled: boolean;
};

test.each([
  { kind: "SQLite", kills: 20, inFlight: 15, place: async () => ({}) },
  {
    kind: "PostgreSQL",
    kills: 6,
    inFlight: 4,
    place: async () => ({ DATABASE_URL: (await eachDatabase[1].bare()).url }),
  },
])(
  "$kind, killed $kills times under load, its queue wiped in between: nothing acknowledged is lost, nothing is there twice",
  async ({ kind, kills, inFlight, place }) => {
    const bare = await newHome();
    const home = { ...bare, settings: { ...bare.settings, ...(await place()) } };
    const redis = await queueServers[1]?.start();
    const load = openLoad(people);
    const hits = new Map<string, number>();
    let caught = 0;
    for (const cycle of cyclesFrom(seed, kills)) {
      const before = load.counts.broken;
      await live(home, load, cycle, redis);
      if (load.counts.broken > before) caught += 1;
      const end = "point" in cycle.end ? cycle.end.point : "outside";
      hits.set(end, (hits.get(end) ?? 0) + 1);
    }

    const program = await startProgram(home);
    load.goTo(program.address);
    await load.rest();
    await vi.waitFor(async () => expect(await look(home, unseenByMachines)).toEqual([]), 60_000);
    process.stdout.write(
      `${kind}, seed ${seed}: killed ${[...hits].map(([end, count]) => `${count} ${end}`).join(", ")}; ` +
        `with a request in flight ${caught}; talks ${load.talks.length}, messages acknowledged ` +
        `${load.counts.acknowledged}, cut off ${load.counts.broken}, sent again ${load.counts.resent}\n`,
    );

    expect(caught).toBeGreaterThanOrEqual(inFlight);
    for (const point of points) expect([point, hits.get(point)]).not.toEqual([point, undefined]);
    expect(load.counts.resent).toBeGreaterThan(kills);
    // Each message of each talk once more: the same answer, and nothing changes.
    const again = await Promise.all(
      load.talks.map(({ token, answered }) => repeated(chatOf(program.address, token), answered)),
    );
    expect(again).toEqual(
      load.talks.map(({ answered }) => [...answered.values()].map(({ answer }) => answer.text)),
    );
    await program.signal("SIGTERM");
    expect(await look(home, (database) => breachesIn(database, vaultOf(home), load.talks))).toEqual(
      [],
    );
  },
);

/** What comes back for each of them now. */
async function repeated(chat: Chat, answered: Talk["answered"]): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [id, { text }] of answered) answers.push((await chat.say(id, text)).text);
  return answers;
}

/** The program's life from its start to its end. */
async function live(
  home: Home,
  load: Load,
  { end, isRedis, isQueueKilled }: Cycle,
  redis: Redis | undefined,
): Promise<void> {
  const url = isRedis ? redis?.server.url() : undefined;
  const queue = url === undefined ? {} : { REDIS_URL: url };
  const ending = "point" in end ? endingAt(end.point, end.time) : {};
  const settings = { ...home.settings, ...queue, ...ending };
  const program = await startProgram({ ...home, settings });
  const known = load.counts.acknowledged;
  load.goTo(program.address);
  while (load.counts.acknowledged === known && isRunning(program.pid)) await pause(5);
  if (isQueueKilled) await killQueue(url === undefined ? undefined : redis, program);
  if ("afterMs" in end) {
    await pause(end.afterMs);
    await program.signal("SIGKILL");
  }
  while (isRunning(program.pid)) await pause(5);
  load.goTo(undefined);
  await load.noticed();
}

/** As many ends at each point as from outside, in an order and at times that the seed decides. */
function cyclesFrom(seed: number, kills: number): readonly Cycle[] {
  const draw = chanceFrom(seed);
  const ends = Array.from({ length: kills }, (_, at): Cycle["end"] => {
    const point = points[at % 5];
    const isJob = point === "in-job" || point === "after-job";
    return point === undefined
      ? { afterMs: Math.floor(draw() * 300) }
      : { point, time: 1 + Math.floor(draw() * (isJob ? 2 : 12)) };
  });
  return ends
    .map((end) => ({ end, place: draw() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ end }) => ({ end, isRedis: draw() < 0.5, isQueueKilled: draw() < 0.5 }));
}

type Redis = Awaited<ReturnType<(typeof queueServers)[number]["start"]>>;

/** None of the two keeps anything: killed is wiped. The program starts its own again; a Redis is started here. */
async function killQueue(redis: Redis | undefined, program: Program): Promise<void> {
  if (redis !== undefined) {
    await redis.kill();
    await redis.back();
    return;
  }
  for (const pid of program.children()) process.kill(pid, "SIGKILL");
}
