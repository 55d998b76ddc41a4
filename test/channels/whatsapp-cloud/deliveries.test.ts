/** Batches: all of them is kept or all of it comes again; each person's in order; nothing odd takes the rest with it. */
import { describe, expect, test } from "vitest";
import { account, batchOf } from "../fakes/whatsapp-cloud/graph.ts";
import { newWamid } from "../fakes/whatsapp-cloud/person.ts";
import { arrange, people } from "./stand.ts";

type Message = { readonly id: string; readonly timestamp: string };

async function arranged() {
  const both = await arrange();
  const siti = both.graph.person(people.siti);
  const budi = both.graph.person(people.budi);
  return { ...both, siti, budi };
}

const text = (body: string, more: Partial<Message> = {}) => ({
  type: "text",
  text: { body },
  ...more,
});

describe("a batch", () => {
  test("every entry of it, every change, every message", async () => {
    const { graph, siti, budi, texts } = await arranged();
    const one = siti.wrapped(text("satu"));
    const two = siti.wrapped(text("dua"));
    const three = budi.wrapped(text("tiga")) as { contacts: object[]; messages: object[] };
    const four = budi.wrapped(text("empat")) as { contacts: object[]; messages: object[] };
    const both = { ...three, messages: [...three.messages, ...four.messages] };
    expect((await graph.batch([one, two, both])).status).toBe(200);
    expect(texts().toSorted()).toEqual(["dua", "empat", "satu", "tiga"]);
  });

  test("a person's own go in the order in which they were sent, not in that of the batch", async () => {
    const { graph, siti, texts } = await arranged();
    const values = [3, 1, 2].map((number) =>
      siti.wrapped(text(`pesan ${number}`, { timestamp: String(1_764_036_000 + number) })),
    );
    await graph.batch(values);
    expect(texts()).toEqual(["pesan 1", "pesan 2", "pesan 3"]);
  });

  test("within the same second, as the batch has them", async () => {
    const { graph, siti, texts } = await arranged();
    await graph.batch([1, 2, 3].map((number) => siti.wrapped(text(`pesan ${number}`))));
    expect(texts()).toEqual(["pesan 1", "pesan 2", "pesan 3"]);
  });

  test("a thousand at once", async () => {
    const { graph, siti, kept } = await arranged();
    const values = Array.from({ length: 1_000 }, (_, number) => siti.wrapped(text(`${number}`)));
    expect((await graph.batch(values)).status).toBe(200);
    expect(kept).toHaveLength(1_000);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1_000);
  });

  test("delivered twice, a message has the same id twice", async () => {
    const { graph, siti, kept } = await arranged();
    const value = siti.wrapped(text("halo"));
    await graph.batch([value]);
    await graph.batch([value]);
    expect(kept).toHaveLength(2);
    expect(kept[0]).toEqual(kept[1]);
  });

  test("of another number than ours: taken, and left alone", async () => {
    const { graph, siti, kept, lines } = await arranged();
    const body = batchOf([siti.wrapped(text("halo"))], "999999999999999");
    expect((await graph.hook.post(body)).status).toBe(200);
    expect(kept).toEqual([]);
    expect(lines.join()).toContain("another-number");
  });
});

describe("what cannot be kept", () => {
  test("one of a batch: 503, and the others are kept", async () => {
    const { graph, siti, budi, house, texts } = await arranged();
    const values = [siti.wrapped(text("satu")), budi.wrapped(text("dua"))];
    house.meets = ({ from }) => {
      if (from === siti.address) throw new Error("the database is locked");
    };
    expect((await graph.batch(values)).status).toBe(503);
    expect(texts()).toEqual(["dua"]);
    house.meets = () => undefined;
    expect((await graph.batch(values)).status).toBe(200);
    expect(texts()).toEqual(["dua", "satu", "dua"]);
  });

  test("what the person sent after it waits until it came again", async () => {
    const { graph, siti, budi, house, texts } = await arranged();
    const at = (seconds: number) => ({ timestamp: String(1_764_036_000 + seconds) });
    const [one, two, three] = ["satu", "dua", "tiga"].map((body, index) =>
      siti.wrapped(text(body, at(index))),
    );
    if (!one || !two || !three) throw new Error("three were written");
    let isLocked = true;
    house.meets = () => {
      if (isLocked) throw new Error("the database is locked");
    };
    expect((await graph.batch([one])).status).toBe(503);
    isLocked = false;
    // Nobody else waits for her.
    expect((await graph.batch([two])).status).toBe(503);
    expect((await budi.writesOnce("halo")).status).toBe(200);
    expect((await graph.batch([two, three])).status).toBe(503);
    expect((await graph.batch([one])).status).toBe(200);
    expect((await graph.batch([two, three])).status).toBe(200);
    expect(texts()).toEqual(["halo", "satu", "dua", "tiga"]);
  });

  test("one that never comes again is not waited for longer than a minute", async () => {
    const { graph, siti, house, texts, pass } = await arranged();
    house.meets = () => {
      throw new Error("the database is locked");
    };
    expect((await siti.writesOnce("satu")).status).toBe(503);
    house.meets = () => undefined;
    const later = siti.wrapped(text("dua"));
    expect((await graph.batch([later])).status).toBe(503);
    pass(61 / 3_600);
    expect((await graph.batch([later])).status).toBe(200);
    expect(texts()).toEqual(["dua"]);
  });

  test("a report: 503, and it comes again", async () => {
    const { graph, house, reports } = await arranged();
    const report = graph.reportOf("wamid.A", { biz_opaque_callback_data: "c-1:1" }, "failed", [
      { code: 131026 },
    ]);
    house.hears = () => {
      throw new Error("the database is locked");
    };
    expect((await graph.batch([{ statuses: [report] }])).status).toBe(503);
    house.hears = () => undefined;
    expect((await graph.batch([{ statuses: [report] }])).status).toBe(200);
    expect(reports).toEqual([["c-1:1", { kind: "refused", why: "unknown-recipient" }]]);
  });

  test("before it is opened and after it is closed: 503, come again", async () => {
    const { graph, cloud, siti, inward, texts } = await arranged();
    await cloud.channel.close();
    const response = await fetch(cloud.hook, { method: "POST", body: "{}" });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect((await graph.verifies()).status).toBe(503);
    const written = siti.writes("halo");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(texts()).toEqual([]);
    await cloud.channel.open(inward);
    await written;
    expect(texts()).toEqual(["halo"]);
  });
});

describe("odd bodies, signed all the same, are taken and hurt nobody", () => {
  const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  test.each([
    ["nothing", ""],
    ["no JSON", "halo"],
    ["half of it", '{"object":"whatsapp_business_account","entry":[{'],
    ["a list", "[]"],
    ["nothing, in JSON", "null"],
    ["entries that are none", '{"entry":"halo"}'],
    ["entries of another shape", '{"entry":[1,null,{"changes":7},{"changes":[null,{}]}]}'],
    ["10,000 levels", deep],
    ["10,000 levels in an entry", `{"entry":[{"changes":[{"field":"messages","value":${deep}}]}]}`],
    ["a prototype", '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'],
  ])("%s", async (_what, body) => {
    const { graph, siti, kept } = await arranged();
    expect((await graph.hook.post(body)).status).toBe(200);
    expect(kept).toEqual([]);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
    expect((await siti.writesOnce("halo")).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  test("one odd message leaves the others alone", async () => {
    const { graph, siti, texts, lines } = await arranged();
    const good = siti.wrapped(text("halo"));
    const odd = [null, 7, {}, { id: 7 }, { id: "wamid.B" }, { type: "text" }, "__proto__"];
    await graph.batch([{ messages: odd, statuses: odd, contacts: odd, calls: odd }, good]);
    expect(texts()).toEqual(["halo"]);
    expect(lines.join()).toContain("what: 'message'");
  });

  test("what goes wrong at Meta itself is noted by its code", async () => {
    const { graph, lines } = await arranged();
    await graph.batch([{ errors: [{ code: 130429, title: "Rate limit hit" }] }]);
    expect(lines.join()).toContain("error-130429");
  });

  test("another field than messages", async () => {
    const { graph, kept } = await arranged();
    const value = { metadata: { phone_number_id: account.phoneId }, event: "PENDING" };
    const changes = [{ field: "message_template_status_update", value }];
    expect((await graph.hook.post({ entry: [{ id: "1", changes }] })).status).toBe(200);
    expect(kept).toEqual([]);
  });

  test("a key twice: the last counts, as everywhere in JSON", async () => {
    const { graph, siti, texts } = await arranged();
    const body = JSON.stringify(batchOf([siti.wrapped(text("satu"))]));
    const twice = body.replace('"body":"satu"', '"body":"satu","body":"dua"');
    expect((await graph.hook.post(twice)).status).toBe(200);
    expect(texts()).toEqual(["dua"]);
  });

  test("10 MB: refused by its length, 413", async () => {
    const { graph, kept } = await arranged();
    const { status } = await graph.hook.post({ entry: [], more: "a".repeat(10 * 1024 * 1024) });
    expect([413, 0]).toContain(status);
    expect(kept).toEqual([]);
  });

  test("nearly 3 MB: taken", async () => {
    const { graph } = await arranged();
    const { status } = await graph.hook.post({ entry: [], more: "a".repeat(2.9 * 1024 * 1024) });
    expect(status).toBe(200);
  });
});

test("who has moved is found again when they write", async () => {
  const { graph, siti, kept } = await arranged();
  const system = { type: "user_changed_user_id", user_id: "ID.NEW", body: "User Siti changed" };
  await graph.batch([siti.wrapped({ type: "system", system })]);
  expect(kept).toEqual([]);
  const moved = { from: undefined, from_user_id: "ID.NEW", id: newWamid() };
  await graph.batch([siti.wrapped({ ...text("halo"), ...moved })]);
  await graph.batch([siti.wrapped({ ...text("halo"), ...moved })]);
  expect(kept).toMatchObject([{ from: "ID.NEW", formerly: siti.address }, { from: "ID.NEW" }]);
  expect(kept[1]?.formerly).not.toBe(siti.address);
});
