/** How somebody is met, and what a tap is known by. */
import { describe, expect, test } from "vitest";
import { meet, receive, saysAfter } from "../../src/inbox/receive.ts";
import { eachDatabase } from "../databases.ts";
import { openWorld, type World } from "../world.ts";

const address = { channel: "web-chat", account: "web", from: "siti" };

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each([
    ["in the language asked for", "en" as const, "Welcome"],
    ["in Indonesian where none is asked for", undefined, "Selamat datang"],
  ])("greeted %s, and spoken to in it", async (_why, language, greeting) => {
    const world = openWorld((await fresh()).database);
    await meet(world, address, undefined, language);
    expect(textsOf(await saysAfter(world, address, 0))).toContain(greeting);
    const told = await send(world, "m1", { kind: "choice", value: "start" });
    expect(textsOf(told)).toContain(language === "en" ? "1 of 13" : "1 dari 13");
  });

  test("the yes of the consent does nothing below another question, and its own does", async () => {
    const world = openWorld((await fresh()).database);
    await meet(world, address, undefined);
    const asked = await send(world, "m1", { kind: "choice", value: "start" });
    const under = lastOf(asked);
    const yes = { kind: "choice", value: "yes" } as const;
    expect(textsOf(await send(world, "m2", yes, under))).toContain("2 dari 13");
    expect(textsOf(await send(world, "m3", yes, under))).toContain("Mau diubah?");
    // A saying that asks nothing, and one that never was, tell nothing.
    expect(textsOf(await send(world, "m4", yes, 1))).toContain("Mau diubah?");
    expect(textsOf(await send(world, "m5", yes, 9999))).toContain("Mau diubah?");
  });
});

type Told = Awaited<ReturnType<typeof receive>>;
type Inbound = Parameters<typeof receive>[1];

function send(world: World, id: string, heard: Inbound["heard"], under?: number): Promise<Told> {
  return receive(world, { ...address, id, heard, ...(under === undefined ? {} : { under }) });
}

function textsOf(told: Told): string {
  return told.kind === "says" ? told.says.map(({ text }) => text).join("\n") : "";
}

function lastOf(told: Told): number {
  return told.kind === "says" ? (told.says.at(-1)?.id ?? 0) : 0;
}
