/**
 * One sending in five goes wrong, in every way there is, while many people write at once: nothing of what is said to them
 * is missing, each one's is in order, and nothing is there twice but what nobody could know had arrived.
 */
import { expect, test } from "vitest";
import { chanceFrom } from "../../chance.ts";
import { openContractHouse } from "../contract-house.ts";
import { metaError } from "../fakes/whatsapp-cloud/answers.ts";
import { account, type Trouble } from "../fakes/whatsapp-cloud/graph.ts";
import type { Phone } from "../stand.ts";
import { contractStand } from "./contract-stand.ts";

const seed = 20_261_201;
const many = 12;
const turns = 5;
const unlimited = { perSecond: 1e6, pair: { burst: 1e6, everyMs: 0 } };

const soon = { headers: { "retry-after": "1" } };
const troubles: readonly Trouble[] = [
  { kind: "cut", when: "after" },
  { kind: "cut", when: "reported" },
  { kind: "cut", when: "before" },
  { kind: "raw", status: 502, body: "<html>Bad Gateway</html>" },
  { kind: "raw", status: 200, body: "<html>Welcome</html>" },
  { kind: "code", code: 131016 },
  { kind: "code", code: 131056, answer: metaError(131056, soon) },
  { kind: "code", code: 2 },
  { kind: "code", code: 130429, answer: metaError(130429, soon) },
];

test(`${many} people, ${turns} messages each`, async () => {
  const { stand, graph } = await contractStand({ pace: unlimited });
  const house = await openContractHouse(stand);
  const draw = chanceFrom(seed);
  let cutAfter = 0;
  let met = 0;
  graph.leavesToFate(() => {
    if (draw() >= 0.2) return undefined;
    const trouble = troubles[Math.floor(draw() * troubles.length)];
    met += 1;
    if (trouble === troubles[0]) cutAfter += 1;
    return trouble;
  });
  const persons = Array.from({ length: many }, (_, number) => {
    const digits = String(1_000 + number);
    const person = graph.person({
      name: "Wayan",
      phone: `6281200${digits}`,
      userId: `ID.W${digits}`,
    });
    const phone: Pick<Phone, "address" | "account"> = {
      address: person.address,
      account: account.phoneId,
    };
    return { person, phone };
  });

  await house.after(async () => {
    const writeAll = async ({ person }: (typeof persons)[number]) => {
      for (let turn = 0; turn < turns; turn += 1) {
        await person.writes(
          turn === 0 ? "halo" : (["bantuan", "apa itu JKK?", "aku bingung"][turn % 3] ?? ""),
        );
      }
    };
    await Promise.all(persons.map(writeAll));
  }, many * turns);
  // What waits for longer than a day waits for the person to write: so they do.
  for (let round = 0; round < 4; round += 1) {
    if (round === 3) graph.leavesToFate(() => undefined);
    await house.later();
    await house.after(async () => {
      await Promise.all(persons.map(({ person }) => person.writes("bantuan")));
    }, many);
  }

  let said = 0;
  let twice = 0;
  for (const { person, phone } of persons) {
    const ids = (await house.saidTo(phone as Phone)).map(({ id }) => id);
    const arrived = graph.sent.filter(({ to }) => to === person).map(({ body }) => idIn(body));
    expect(arrived).toEqual(arrived.toSorted((one, other) => one - other));
    expect([...new Set(arrived)]).toEqual(ids);
    said += ids.length;
    twice += arrived.length - ids.length;
  }
  expect(met).toBeGreaterThan(12);
  expect(twice).toBeLessThanOrEqual(cutAfter);
  expect(await house.rows()).toEqual({ sent: said });
}, 240_000);

/** The number of the saying, from our key. */
function idIn(body: Readonly<Record<string, unknown>>): number {
  return Number(/:(\d+)/.exec(String(body["biz_opaque_callback_data"]))?.[1]);
}
