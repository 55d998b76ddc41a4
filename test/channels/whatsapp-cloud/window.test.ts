/** The 24 hours: by our own knowledge, and by Meta's; outside of them a template knocks, once. */
import { describe, expect, test } from "vitest";
import type { Arranged } from "./stand.ts";
import { arrange, outbound, people, start } from "./stand.ts";

const template = { name: "ada_kabar", language: "id" };
const heardAt = new Date(start).toISOString();
const closed = { kind: "window-closed" };

async function arranged(more: Parameters<typeof arrange>[0] = {}) {
  const both = await arrange(more);
  const siti = both.graph.person(people.siti);
  siti.hasWritten(start);
  const send = (at?: string) =>
    both.cloud.channel.send(
      outbound(siti.address, "Sudah diperiksa.", at === undefined ? {} : { heardAt: at }),
    );
  return { ...both, siti, send };
}

const knocks = ({ graph }: Pick<Arranged, "graph">) =>
  graph.sent.filter(({ body }) => body["type"] === "template").length;

describe("who wrote", () => {
  test.each([
    [0, "sent"],
    [23, "sent"],
    [23.9, "sent"],
    [23.95, "window-closed"],
    [24.1, "window-closed"],
    [24 * 30, "window-closed"],
  ])("%s hours ago: %s", async (hours, kind) => {
    const { send, pass, graph } = await arranged();
    pass(hours);
    expect((await send(heardAt)).kind).toBe(kind);
    expect(graph.requests).toHaveLength(kind === "sent" ? 1 : 0);
  });

  test.each(["answer", "report"] as const)(
    "longer ago than we know: Meta says so in its %s",
    async (window) => {
      const { send, pass, graph, reports, siti } = await arranged({ graph: { window } });
      pass(25);
      const outcome = await send();
      await graph.hook.settled();
      const told = window === "answer" ? outcome : reports[0]?.[1];
      expect(told).toEqual(closed);
      expect(siti.screen()).toEqual([]);
    },
  );
});

describe("with a template", () => {
  const settings = { template };

  test("it knocks, and the message waits all the same", async () => {
    const both = await arranged({ settings });
    both.pass(25);
    expect(await both.send(heardAt)).toEqual(closed);
    expect(both.siti.screen()).toEqual([{ text: "[ada_kabar]", buttons: [] }]);
    expect(both.graph.requests[0]?.body).toMatchObject({ type: "template", template: {} });
  });

  test("once until the person writes, and then again", async () => {
    const both = await arranged({ settings });
    both.pass(25);
    for (let times = 0; times < 3; times += 1) await both.send(heardAt);
    expect(knocks(both)).toBe(1);
    await both.siti.writes("ada apa?");
    const wroteAt = both.now();
    both.pass(25);
    for (let times = 0; times < 3; times += 1) await both.send(wroteAt);
    expect(knocks(both)).toBe(2);
  });

  test("who wrote to another process of ours may be knocked for again", async () => {
    const both = await arranged({ settings });
    both.pass(25);
    await both.send(heardAt);
    both.pass(1);
    const wroteAt = both.now();
    both.pass(25);
    await both.send(wroteAt);
    expect(knocks(both)).toBe(2);
  });

  test.each(["answer", "report"] as const)("where only Meta knew, by its %s", async (window) => {
    const both = await arranged({ settings, graph: { window } });
    both.pass(25);
    await both.send();
    await both.graph.hook.settled();
    await both.send();
    await both.graph.hook.settled();
    expect(knocks(both)).toBe(1);
  });

  test("that Meta refuses: nobody is told anything else, and the next message tries again", async () => {
    const both = await arranged({ settings });
    both.pass(25);
    both.graph.meets({ kind: "code", code: 132001 });
    expect(await both.send(heardAt)).toEqual(closed);
    expect(knocks(both)).toBe(0);
    await both.send(heardAt);
    expect(knocks(both)).toBe(1);
  });

  test("whose fate nobody knows is not sent twice", async () => {
    const both = await arranged({ settings });
    both.pass(25);
    both.graph.meets({ kind: "cut", when: "after" });
    await both.send(heardAt);
    await both.send(heardAt);
    expect(knocks(both)).toBe(1);
  });

  test("a payment that fails for templates does not stop the channel", async () => {
    const both = await arranged({ settings });
    await expect.poll(() => both.cloud.channel.health().state).toBe("ready");
    both.pass(25);
    both.graph.meets({ kind: "code", code: 131042 });
    expect(await both.send(heardAt)).toEqual(closed);
    expect(both.cloud.channel.health().state).toBe("ready");
  });
});

describe("news that nobody asked for may go out", () => {
  const at = (hours: number) => new Date(start + hours * 3_600_000);
  test.each([
    ["a moment after they wrote", { heardAt }, 0, true],
    ["a quarter of an hour before the day is over", { heardAt }, 23.75, true],
    ["a minute before it is over: it would come too late", { heardAt }, 23.99, false],
    ["a day later", { heardAt }, 24, false],
    ["to who never wrote", {}, 0, false],
  ])("%s", async (_what, contact, hours, may) => {
    const { cloud } = await arranged();
    expect(cloud.channel.mayStart(contact, at(hours))).toBe(may);
  });

  test("with a template at any time, as it knocks first; never to who never wrote", async () => {
    const { cloud } = await arranged({ settings: { template } });
    expect(cloud.channel.mayStart({ heardAt }, at(1_000))).toBe(true);
    expect(cloud.channel.mayStart({}, at(0))).toBe(false);
  });
});
