/** The part of the contract that is kept when something breaks: nothing lost, nothing twice, each person's in order. */
import { expect, test } from "vitest";
import { type ContractHouse, patience } from "./contract-house.ts";
import type { Phone, Stand } from "./stand.ts";

type Now = () => { readonly stand: Stand; readonly house: ContractHouse };

export function breaks(now: Now): void {
  test("who has blocked the bot gets no more; the reason is kept", async () => {
    const { stand, house } = now();
    const { budi } = stand.people;
    await house.after(() => budi.says("halo"));
    await budi.blocks();
    const { address: to, account } = budi;
    const outbound = { account, to, key: "c-1:9", language: "id" as const };
    const outcome = await stand.channel.send({ ...outbound, says: { id: 9, text: "Kabar baru." } });
    expect(outcome).toMatchObject(stand.whenBlocked.outcome);
    const told = stand.whenBlocked.isTold ? [{ from: to, reach: "blocked" }] : [];
    await expect.poll(() => house.reached, patience).toEqual(told);
  });

  test("a message to nobody is refused for good", async () => {
    const { stand } = now();
    const { stranger: to } = stand;
    if (to === undefined) return;
    const outbound = { account: stand.people.siti.account, to, key: "c-1:1" };
    const says = { id: 1, text: "Apa kabar?" };
    expect(await stand.channel.send({ ...outbound, says, language: "id" })).toEqual({
      kind: "refused",
      why: "unknown-recipient",
    });
  });

  test.each(["tooFast", "breaksOff"] as const)(
    "a sending %s: all of it arrives, in order",
    async (what) => {
      const { stand, house } = now();
      const { siti } = stand.people;
      stand[what](2);
      await house.after(() => siti.says("halo"));
      for (let times = 0; times < 3; times += 1) await house.later();
      const said = (await house.saidTo(siti)).map(({ text }) => text.slice(0, 40));
      // What broke off may have gone out all the same: then it is there a second time.
      const seen = siti.screen().map(({ text }) => text.slice(0, 40));
      expect([...new Set(seen)]).toEqual(said);
      if (what === "tooFast") expect(seen).toEqual(said);
      expect(await house.rows()).toEqual({ sent: said.length });
    },
  );

  test("the same message once more: answered once", async () => {
    const { stand, house } = now();
    const { siti } = stand.people;
    await house.after(() => siti.says("halo"));
    const { length } = siti.screen();
    await siti.lastArrivesAgain();
    await siti.says("bantuan");
    // Whether it is dropped here or by the inbox.
    await expect.poll(() => textsOf(house, siti).at(-1), patience).toBe("bantuan");
    await house.drain();
    const help = (await house.saidTo(siti)).length - length;
    expect(siti.screen()).toHaveLength(length + help);
    const ids = house.kept().map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test("three people write at once, thirty times each: every one's in order", async () => {
    const { stand, house } = now();
    const phones = Object.values(stand.people);
    await house.after(() => writeAll(phones, 30), 90);
    for (const phone of phones) expect(textsOf(house, phone)).toEqual(numbered(30));
  });

  test("what cannot be kept three times comes again, and nothing passes it", async () => {
    const { stand, house } = now();
    const { siti } = stand.people;
    let failures = 0;
    house.meets(async ({ heard }) => {
      if (heard.kind !== "text" || heard.text !== "tulisan 2" || failures >= 3) return;
      failures += 1;
      throw new Error("the database is locked");
    });
    await house.after(() => writeAll([siti], 4), 4);
    expect(failures).toBe(3);
    expect(textsOf(house, siti)).toEqual(numbered(4));
  }, 60_000);

  test("kept, and the program dies before it can say so: it comes again and changes nothing", async () => {
    const { stand, house } = now();
    const { siti } = stand.people;
    await house.after(() => siti.says("halo"));
    const { length } = await house.saidTo(siti);
    // The next one is kept, and then nobody hears that it was.
    await stand.channel.close();
    await house.open(dyingOnce(await stand.again()));
    await house.after(() => siti.says("bantuan"), 2);
    const kept = house.kept().slice(-2);
    expect(kept[0]?.id).toBe(kept[1]?.id);
    const help = (await house.saidTo(siti)).length - length;
    expect(siti.screen()).toHaveLength(length + help);
  }, 60_000);

  test("stopped in the middle of many: the program that starts next hears the rest, each once", async () => {
    const { stand, house } = now();
    const { siti, budi } = stand.people;
    let isAway = false;
    house.meets(async () => {
      if (house.kept().length >= 7) isAway = true;
      if (isAway) throw new Error("the disk is full");
    });
    const written = writeAll([siti, budi], 10);
    await expect.poll(() => house.kept().length, patience).toBeGreaterThanOrEqual(7);
    await stand.channel.close();
    isAway = false;
    house.meets(async () => undefined);
    const again = await stand.again();
    await house.after(async () => {
      await house.open(again);
      await written;
    }, 20 - house.kept().length);
    for (const phone of [siti, budi]) {
      expect([...new Set(textsOf(house, phone))]).toEqual(numbered(10));
    }
  }, 60_000);

  test("while it closes, what is being kept is finished", async () => {
    const { stand, house } = now();
    const { siti } = stand.people;
    let isBeingKept = false;
    house.meets(async () => {
      isBeingKept = true;
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    void siti.says("halo");
    await expect.poll(() => isBeingKept, patience).toBe(true);
    const began = performance.now();
    await stand.channel.close();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(house.kept()).toHaveLength(1);
    await house.drain();
  });
}

/** All at once; each person's in order. */
async function writeAll(phones: readonly Phone[], times: number): Promise<void> {
  await Promise.all(
    phones.map(async (phone) => {
      for (const text of numbered(times)) await phone.says(text);
    }),
  );
}

function numbered(times: number): readonly string[] {
  return Array.from({ length: times }, (_, index) => `tulisan ${index + 1}`);
}

/** What was kept of a person, in the order in which it was. */
function textsOf(house: ContractHouse, { address }: Phone): readonly string[] {
  return house
    .kept()
    .filter(({ from }) => from === address)
    .map(({ heard }) => (heard.kind === "text" ? heard.text : heard.kind));
}

/** The same channel, whose first message is kept and then said not to be. */
function dyingOnce(channel: Stand["channel"]): Stand["channel"] {
  let isFirst = true;
  return {
    ...channel,
    open: (inward) =>
      channel.open({
        ...inward,
        receive: async (inbound) => {
          await inward.receive(inbound);
          if (!isFirst) return;
          isFirst = false;
          throw new Error("killed after the commit");
        },
      }),
  };
}
