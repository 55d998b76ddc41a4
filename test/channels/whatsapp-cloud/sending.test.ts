/** Sending over real HTTP: to whom, under which name, and what is seen at the other side. */
import { describe, expect, test } from "vitest";
import { account } from "../fakes/whatsapp-cloud/graph.ts";
import { arrange, outbound, people } from "./stand.ts";

async function arranged(more?: Parameters<typeof arrange>[0]) {
  const both = await arrange(more);
  const [siti, budi, wayan] = [people.siti, people.budi, people.wayan].map((details) => {
    const person = both.graph.person(details);
    person.hasWritten(Date.parse(both.now()));
    return person;
  });
  if (!siti || !budi || !wayan) throw new Error("three people");
  return { ...both, siti, budi, wayan, send: both.cloud.channel.send };
}

describe("to whom", () => {
  test("to an id of the business as recipient, to a number as to", async () => {
    const { graph, send, siti, budi, wayan } = await arranged();
    for (const { address } of [siti, budi, wayan]) await send(outbound(address, "Halo"));
    expect(
      graph.sent.map(({ to, body }) => [to.details.name, body["to"], body["recipient"]]),
    ).toEqual([
      ["Siti", undefined, "ID.1349120865530274"],
      ["Budi", undefined, "ID.Q7x2"],
      ["Wayan", "6281200000003", undefined],
    ]);
  });

  test("our key goes with it, and Meta's id of it comes back", async () => {
    const { graph, send, siti } = await arranged();
    const said = outbound(siti.address, "Halo");
    const outcome = await send(said);
    expect(graph.sent[0]?.body).toMatchObject({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      biz_opaque_callback_data: said.key,
    });
    expect(outcome).toEqual({ kind: "sent", ref: graph.sent[0]?.id });
  });

  test("the token goes in its header, and into no address", async () => {
    const { graph, send, siti } = await arranged();
    await send(outbound(siti.address, "Halo"));
    expect(graph.requests.map(({ path }) => path)).toEqual([
      `/${account.version}/${account.phoneId}/messages`,
    ]);
  });
});

describe("in parts", () => {
  const text = "Sudah dibaca ya. ".repeat(600);

  test("all arrive, in order; the last bears the key", async () => {
    const { graph, send, siti } = await arranged();
    const said = outbound(siti.address, text);
    expect(await send(said)).toMatchObject({ kind: "sent" });
    const names = graph.sent.map(({ body }) => body["biz_opaque_callback_data"]);
    expect(names).toEqual([`${said.key} 1`, `${said.key} 2`, said.key]);
  });

  test("the second fails: the whole is tried again, and nothing more goes out now", async () => {
    const { graph, send, siti } = await arranged();
    const said = outbound(siti.address, text);
    graph.meets({ kind: "none" });
    graph.meets({ kind: "code", code: 131056 });
    expect(await send(said)).toMatchObject({ kind: "later" });
    expect(graph.requests).toHaveLength(2);
    // Then only what has not gone out yet is said.
    expect(await send(said)).toMatchObject({ kind: "sent" });
    expect(
      siti
        .screen()
        .map((seen) => seen.text)
        .join(" "),
    ).toBe(text.trim());
  });

  test("the first is reported as failed: the whole is", async () => {
    const { graph, send, siti, reports } = await arranged();
    const said = outbound(siti.address, text);
    await send(said);
    const [first] = graph.sent;
    const report = graph.reportOf(first?.id ?? "", first?.body ?? {}, "failed", [{ code: 131026 }]);
    await graph.batch([{ statuses: [report] }]);
    expect(reports).toEqual([[said.key, { kind: "refused", why: "unknown-recipient" }]]);
  });
});

test("many people at once", async () => {
  const { graph, send } = await arranged({
    graph: { pace: { perSecond: 10_000, pair: { burst: 45, everyMs: 6_000 } } },
  });
  const addresses = Array.from({ length: 100 }, (_, number) => {
    const phone = `62812000${String(10_000 + number)}`;
    const person = graph.person({ name: `Wayan ${number}`, phone });
    person.hasWritten(Date.parse("2026-11-25T02:00:00Z"));
    return person.address;
  });
  const outcomes = await Promise.all(addresses.map((to) => send(outbound(to, "Halo"))));
  expect(outcomes.every(({ kind }) => kind === "sent")).toBe(true);
  expect(graph.sent).toHaveLength(100);
});

test("where Meta does not know the button for one's number, the text is said without it", async () => {
  const { graph, send, siti } = await arranged();
  graph.meets({ kind: "code", code: 131009 });
  const says = {
    id: 3,
    text: "Nomor HP-nya berapa?",
    choices: [{ value: "share-contact", label: "Kirim nomor saya" }],
  };
  expect(await send(outbound(siti.address, "", { says }))).toMatchObject({ kind: "sent" });
  expect(siti.screen()).toEqual([{ text: "Nomor HP-nya berapa?", buttons: [] }]);
});

test("the button for one's number, tapped: it is one's own", async () => {
  const { graph, send, budi, kept } = await arranged();
  const choices = [{ value: "share-contact", label: "Kirim nomor saya" }];
  await send(outbound(budi.address, "", { says: { id: 3, text: "Nomornya?", choices } }));
  expect(graph.sent[0]?.body).toMatchObject({ interactive: { type: "request_contact_info" } });
  await budi.sharesOwnNumber();
  expect(kept[0]).toMatchObject({
    from: "ID.Q7x2",
    heard: { kind: "contact", phone: "+6281200000002", isOwn: true },
  });
});

test.each(["id", "en"] as const)(
  "the button of a list speaks the person's language: %s",
  async (language) => {
    const { graph, send, siti } = await arranged();
    const choices = ["a", "b", "c", "d"].map((label) => ({ value: label, label }));
    const says = { id: 3, text: "Yang mana?", choices };
    await send(outbound(siti.address, "", { says, language }));
    const button = { id: "Lihat pilihan", en: "See the choices" }[language];
    expect(graph.sent[0]?.body).toMatchObject({ interactive: { action: { button } } });
  },
);

describe("that something is being written", () => {
  const shown = (graph: { readonly requests: readonly { readonly body: object }[] }) =>
    graph.requests.map(({ body }) => body).filter((body) => "typing_indicator" in body);

  test("is shown in answer to the person's last message, and that is read", async () => {
    const { graph, cloud, siti, kept } = await arranged();
    await siti.writes("halo");
    await siti.writes("daftar");
    cloud.channel.typing?.({ account: account.phoneId, to: siti.address });
    await expect
      .poll(() => shown(graph))
      .toEqual([
        {
          messaging_product: "whatsapp",
          status: "read",
          message_id: kept[1]?.id,
          typing_indicator: { type: "text" },
        },
      ]);
  });

  test("is not shown to who has not written, and hurts nobody when Meta is away", async () => {
    const { graph, cloud, siti, budi } = await arranged();
    cloud.channel.typing?.({ account: account.phoneId, to: budi.address });
    await siti.writes("halo");
    await graph.stop();
    cloud.channel.typing?.({ account: account.phoneId, to: siti.address });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(shown(graph)).toEqual([]);
  });
});
