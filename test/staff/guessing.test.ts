/** Guessing at accounts: few tries are let through, and the owner is not locked out by it. */
import { describe, expect, test } from "vitest";
import { guessing } from "../../src/staff/guessing.ts";
import { eachDatabase } from "../databases.ts";
import { type Colleague, openDesk } from "./desk.ts";

const wrong = { code: "000000", password: "perahu kayu di sungai musi" };

async function outcomesOf(siti: Colleague, times: number, address: (time: number) => string) {
  const kinds: string[] = [];
  for (let time = 0; time < times; time += 1) {
    kinds.push((await siti.signIn({ ...wrong, address: address(time) })).kind);
  }
  return kinds;
}

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("one account from a thousand addresses: ten an hour are tried", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const kinds = await outcomesOf(siti, 1_000, (time) => `198.51.${time % 250}.${time % 100}`);
    expect(kinds.filter((kind) => kind === "refused")).toHaveLength(guessing.account);
    expect(await siti.signIn()).toMatchObject({ kind: "wait" });
    desk.pass(61);
    expect(await siti.signIn()).toMatchObject({ kind: "signed-in" });
  });

  test("the owner, in a browser that is known, is not kept out by it", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const first = await siti.signIn();
    if (first.kind !== "signed-in") throw new Error(first.kind);
    const { browser } = first;
    await outcomesOf(siti, 50, (time) => `198.51.100.${time}`);
    desk.pass(1);
    expect(await siti.signIn()).toMatchObject({ kind: "wait" });
    desk.pass(1);
    expect(await siti.signIn({ browser })).toMatchObject({ kind: "signed-in" });
  });

  test("another account's browser, and one that nobody gave, are no such browser", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const budi = await desk.hire("budi");
    const first = await budi.signIn();
    if (first.kind !== "signed-in") throw new Error(first.kind);
    await outcomesOf(siti, 12, (time) => `198.51.100.${time}`);
    for (const browser of [first.browser, "word.seal", ".", ""]) {
      desk.pass(0.5);
      expect(await siti.signIn({ browser })).toMatchObject({ kind: "wait" });
    }
  });

  test("many accounts from one address: fifty an hour are tried, whether there are such or not", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const kinds: string[] = [];
    for (let time = 0; time < 70; time += 1) {
      kinds.push((await siti.signIn({ ...wrong, login: `nobody-${time}` })).kind);
    }
    expect(kinds.filter((kind) => kind === "refused")).toHaveLength(guessing.address);
    expect(await siti.signIn({ address: "203.0.113.9" })).toMatchObject({ kind: "signed-in" });
  });

  test("all at once: no more are tried than one after the other", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => siti.signIn(wrong)));
    expect(outcomes.filter(({ kind }) => kind === "refused")).toHaveLength(guessing.account);
  });

  test("nobody learns by the time it takes which accounts there are", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const times: Record<string, number[]> = { siti: [], nobody: [] };
    for (let time = 0; time < 9; time += 1) {
      for (const [login, taken] of Object.entries(times)) {
        const startedAt = performance.now();
        await siti.signIn({ ...wrong, login, address: `198.51.100.${time}` });
        taken.push(performance.now() - startedAt);
      }
    }
    const [known, unknown] = [medianOf(times["siti"] ?? []), medianOf(times["nobody"] ?? [])];
    expect(Math.abs(known - unknown) / known).toBeLessThan(0.5);
  });
});

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
