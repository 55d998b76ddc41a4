/**
 * What every channel keeps, whatever is at its other side. A channel's own `contract.test.ts` says
 *
 *     itKeepsTheContract("telegram, by polling", () => openTelegramStand("polling"));
 *
 * `makeStand` gives a new stand for each test (`stand.ts` tells of each part): the channel, made with the settings of a
 * program but towards a test server on this machine, its real library in between; three people there; and the faults
 * the test server can make. It closes its test server with `onTestFinished`. The channel is opened and closed here,
 * onto a real inbox on a real database; its pace is not looked at here (`{ ...channel, pace }` must be a channel still).
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answersThrough } from "./contract-answers.ts";
import { breaks } from "./contract-breaks.ts";
import { type ContractHouse, openContractHouse, patience } from "./contract-house.ts";
import { marksOfSiti, type Phone, type Stand } from "./stand.ts";

export function itKeepsTheContract(name: string, makeStand: () => Promise<Stand>): void {
  describe(`the contract: ${name}`, () => {
    let stand: Stand;
    let house: ContractHouse;
    beforeEach(async () => {
      stand = await makeStand();
      house = await openContractHouse(stand);
    });
    // No log of any test holds what opens the account or belongs to a person.
    afterEach(() => {
      const { siti, budi, wayan } = stand.people;
      const log = stand.log.lines.join("\n");
      const addresses = [siti, budi, wayan].map(({ address }) => address);
      for (const secret of [...stand.secrets, ...marksOfSiti, ...addresses]) {
        expect(log).not.toContain(secret);
      }
    });

    test("a text is answered, in the order in which it was said", async () => {
      const { siti } = stand.people;
      await house.after(() => siti.says("halo"));
      expect(house.kept()).toMatchObject([
        { from: siti.address, heard: { kind: "text", text: "halo" } },
      ]);
      const said = await house.saidTo(siti);
      expect(said.length).toBeGreaterThan(1);
      const firstWords = said.map(({ text }) => text.slice(0, 40));
      expect(siti.screen().map(({ text }) => text.slice(0, 40))).toEqual(firstWords);
    });

    test("a choice is taken by its button, its number and its label", async () => {
      const { siti, budi, wayan } = stand.people;
      const ways: readonly (readonly [Phone, (label: string) => Promise<void>])[] = [
        [siti, siti.taps ?? siti.says],
        [budi, () => budi.says("1")],
        [wayan, wayan.says],
      ];
      for (const [phone, choose] of ways) {
        await house.after(() => phone.says("halo"));
        const before = (await house.saidTo(phone)).at(-1);
        const label = before?.choices?.[0]?.label ?? "";
        await house.after(() => choose(label));
        expect(await asked(phone)).toBe("consent");
      }
      const buttons = stand.channel.capabilities.buttons ?? stand.channel.capabilities.list;
      expect(siti.taps === undefined).toBe(buttons === undefined);
      if (siti.taps !== undefined) {
        const [greeting, tap] = house.kept().filter(({ from }) => from === siti.address);
        expect(greeting?.under).toBeUndefined();
        expect(tap).toMatchObject({ heard: { kind: "choice" }, under: expect.any(Number) });
      }
    });

    test("an old button is answered, and changes nothing", async () => {
      const { siti } = stand.people;
      if (siti.taps === undefined) return;
      await house.after(() => siti.says("halo"));
      await house.after(() => siti.taps?.("Mulai daftar") ?? Promise.resolve());
      await house.after(() => siti.says("ya"));
      const shown = siti.screen().length;
      await house.after(() => siti.taps?.("Baca lengkap") ?? Promise.resolve());
      expect(siti.screen().length).toBeGreaterThan(shown);
      // It is asked whether that is to be changed; the question that waits is still the same.
      const said = await house.saidTo(siti);
      expect(said.findLast(({ asks }) => asks !== undefined)?.asks?.name).toBe("segment");
    });

    test("a text that is too long arrives whole, in pieces that each fit", async () => {
      const { siti } = stand.people;
      const { address: to, account } = siti;
      const words = Array.from({ length: 1_600 }, (_, index) => `kata${index}`);
      const shown = siti.screen().length;
      const choices = [{ value: "yes", label: "✅ Ya, setuju" }];
      const says = { id: 1, text: words.join(" "), choices };
      const outcome = await stand.channel.send({ account, to, says, key: "c-1:1", language: "id" });
      expect(outcome.kind).toBe("sent");
      const parts = siti.screen().slice(shown);
      expect(parts.length).toBeGreaterThan(2);
      const { textMax } = stand.channel.capabilities;
      expect(Math.max(...parts.map(({ text }) => text.length))).toBeLessThanOrEqual(textMax);
      const arrived = parts
        .map(({ text }) => text)
        .join(" ")
        .split(/\s+/);
      expect(arrived.filter((word) => word.startsWith("kata"))).toEqual(words);
      expect(parts.at(-1)).toSatisfy(shows("✅ Ya, setuju"));
    });

    test("10,000 letters of a person arrive, and are answered", async () => {
      const { siti } = stand.people;
      await house.after(() => siti.says("halo"));
      const shown = siti.screen().length;
      const text = "Aku nak cerito panjang 🙏 ".repeat(400).trim();
      await house.after(() => siti.says(text));
      expect(siti.screen().length).toBeGreaterThan(shown);
    });

    test("a photo gets a helpful answer; nothing of it is kept and the question stays", async () => {
      const { siti } = stand.people;
      await answersThrough(house, siti, "nik");
      await house.after(() => siti.sendsPhoto());
      expect(house.kept().at(-1)?.heard).toEqual({ kind: "media", what: "photo" });
      const texts = (await house.saidTo(siti)).slice(-2).map(({ text }) => text);
      expect(texts[0]).toContain("Fotonya tidak kami simpan");
      expect(siti.screen().at(-2)?.text).toBe(texts[0]);
      expect(await asked(siti)).toBe("nik");
    });

    test("one's own number is shared by a button, where the channel has one", async () => {
      const { siti } = stand.people;
      const can = stand.channel.abilities.includes("share-contact");
      expect(siti.sharesContact !== undefined).toBe(can);
      if (siti.sharesContact === undefined) return;
      await house.after(() => siti.says("halo"));
      await house.after(() => siti.sharesContact?.() ?? Promise.resolve());
      expect(house.kept().at(-1)?.heard).toMatchObject({ kind: "contact", isOwn: true });
    });

    test("a whole registration: from the greeting to the number", async () => {
      const { siti } = stand.people;
      await answersThrough(house, siti);
      const last = siti
        .screen()
        .map(({ text }) => text)
        .join("\n");
      expect(last).toMatch(/LD-[0-9A-Z]{4}-[0-9A-Z]{2}/);
      expect(await house.rows()).toEqual({ sent: (await house.saidTo(siti)).length });
      const handedIn = house.database.read.selectFrom("submission").select("id").execute();
      expect(await handedIn).toHaveLength(1);
    });

    breaks(() => ({ stand, house }));

    test("after it was closed nothing is heard, and what is said waits", async () => {
      const { siti } = stand.people;
      await house.after(() => siti.says("halo"));
      await stand.channel.close();
      await stand.channel.close();
      const count = house.arrived.length;
      void siti.says("daftar");
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(house.arrived).toHaveLength(count);
      const again = await stand.again();
      await house.after(() => house.open(again));
      expect(house.kept().at(-1)?.heard).toMatchObject({ text: "daftar" });
    });

    test("it says how it is", async () => {
      await expect.poll(() => stand.channel.health().state, patience).toBe("ready");
      expect(stand.channel.health()).toEqual({
        state: "ready",
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
    });

    test("it says where people begin to write", async () => {
      await expect
        .poll(() => stand.channel.where(), patience)
        .toMatch(/^(t\.me\/\w+|wa\.me\/\d+)$/);
    });

    const asked = async (phone: Phone) => (await house.saidTo(phone)).at(-1)?.asks?.name;
  });
}

/** As a button, or as a numbered line. */
function shows(label: string) {
  return (seen: { readonly text: string; readonly buttons: readonly string[] } | undefined) =>
    seen !== undefined &&
    (seen.buttons.includes(label) ||
      /^1\W+/.test(seen.text.split("\n").find((line) => line.endsWith(label)) ?? ""));
}
