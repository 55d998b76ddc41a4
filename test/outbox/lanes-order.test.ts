/** Whatever a channel answers, and whenever people speak: in order, and to an end. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SendOutcome } from "../../src/channels/channel.ts";
import { eachDatabase } from "../databases.ts";
import { hear, postOffice, rows } from "./post-office.ts";
import { worldWithLanes } from "./with-lanes.ts";

const outcome = fc.oneof(
  { weight: 4, arbitrary: fc.constant<SendOutcome>({ kind: "sent" }) },
  fc.constant<SendOutcome>({ kind: "later", afterMs: 1_000, cause: "failed" }),
  fc.constant<SendOutcome>({ kind: "refused", why: "invalid" }),
);

test("whatever the channel answers, each contact's messages leave in order and come to an end", async () => {
  const people = ["siti", "budi", "wayan"] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(outcome, { maxLength: 25 }),
      fc.array(
        fc.tuple(fc.constantFrom(...people), fc.constantFrom("turn", "beat", "wait" as const)),
        {
          ...{ minLength: 4, maxLength: 14 },
        },
      ),
      async (answers, deeds) => {
        const office = postOffice(answers);
        const { world, lanes, drain, database } = await worldWithLanes(
          eachDatabase[0].fresh,
          office.channel,
        );
        const does = { turn: hear, beat: drain, wait: () => world.pass(0.01) };
        for (const [index, [from, deed]] of deeds.entries()) {
          await does[deed](world, from, "bantuan", `m${index}`);
        }
        // Until the last of the pauses is over.
        await expect.poll(() => lanes.inHand.size).toBe(0);
        for (let tries = 0; tries < 12; tries += 1) {
          world.pass(7);
          await drain();
        }
        const states = (await rows(database)).map(({ state }) => state);
        expect(states.filter((state) => state !== "sent" && state !== "given-up")).toEqual([]);
        for (const from of people) {
          const ids = office.sent.filter(({ to }) => to === from).map(({ says }) => says.id);
          expect(ids).toEqual(ids.toSorted((one, other) => one - other));
        }
      },
    ),
    { numRuns: 25, seed: 20_261_125 },
  );
});
