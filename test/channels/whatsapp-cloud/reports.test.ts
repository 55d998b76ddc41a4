/** What Meta reports of our messages: late, early, twice, or of what nobody knew went out. */
import { expect, test } from "vitest";
import { arrange, outbound, people } from "./stand.ts";

async function arranged(requestMs?: number) {
  const both = await arrange(requestMs === undefined ? {} : { requestMs });
  const siti = both.graph.person(people.siti);
  siti.hasWritten(Date.parse(both.now()));
  return { ...both, siti, send: both.cloud.channel.send };
}

test("sent, delivered and read are no news", async () => {
  const { graph, send, siti, reports } = await arranged();
  await send(outbound(siti.address, "Halo"));
  await graph.hook.settled();
  const [sent] = graph.sent;
  const read = graph.reportOf(sent?.id ?? "", sent?.body ?? {}, "read");
  expect((await graph.batch([{ statuses: [read] }])).status).toBe(200);
  expect(reports).toEqual([]);
});

test("a report that comes before the answer: the sending ends as it says, and is reported no more", async () => {
  const { graph, send, siti, reports } = await arranged();
  graph.meets({ kind: "report", code: 131026, when: "before" });
  expect(await send(outbound(siti.address, "Halo"))).toEqual({
    kind: "refused",
    why: "unknown-recipient",
  });
  expect(reports).toEqual([]);
});

test.each(["cut", "silence"] as const)(
  "%s: nobody knows whether it went out, until Meta reports it",
  async (kind) => {
    const { graph, cloud, send, siti, reports } = await arranged(400);
    const said = outbound(siti.address, "Halo");
    // The reports come when the sending is over.
    graph.listensAt(undefined);
    graph.meets(kind === "cut" ? { kind, when: "after" } : { kind });
    expect(await send(said)).toEqual({ kind: "later", afterMs: 0, cause: "failed" });
    expect(reports).toEqual([]);
    graph.listensAt(cloud.hook);
    const [sent] = graph.sent;
    for (const status of ["sent", "delivered"]) {
      const report = graph.reportOf(sent?.id ?? "", sent?.body ?? {}, status);
      await graph.batch([{ statuses: [report] }]);
    }
    expect(reports).toEqual([[said.key, { kind: "sent", ref: sent?.id }]]);
    // Tried again all the same, it is not said a second time.
    expect(await send(said)).toEqual({ kind: "sent", ref: sent?.id });
    expect(graph.sent).toHaveLength(1);
  },
);

test("Meta reports it before the line breaks: it is known to have gone out", async () => {
  const { send, siti, graph } = await arranged();
  graph.meets({ kind: "cut", when: "reported" });
  expect(await send(outbound(siti.address, "Halo"))).toEqual({
    kind: "sent",
    ref: graph.sent[0]?.id,
  });
});

test("what never went out is said when it is tried again", async () => {
  const { graph, send, siti } = await arranged(400);
  const said = outbound(siti.address, "Halo");
  graph.meets({ kind: "cut", when: "before" });
  expect(await send(said)).toMatchObject({ kind: "later" });
  expect(await send(said)).toMatchObject({ kind: "sent" });
  expect(siti.screen()).toHaveLength(1);
});

test("what went out and was reported as failed is said when it is tried again", async () => {
  const { graph, send, siti, reports } = await arranged();
  const said = outbound(siti.address, "Halo");
  graph.meets({ kind: "report", code: 131000 });
  await send(said);
  await graph.hook.settled();
  expect(reports).toEqual([[said.key, { kind: "later", afterMs: 0, cause: "failed" }]]);
  await send(said);
  expect(siti.screen()).toHaveLength(2);
});

test("an earlier part that went out says nothing of the whole", async () => {
  const { graph, cloud, send, siti, reports } = await arranged(400);
  const said = outbound(siti.address, "Sudah dibaca ya. ".repeat(400));
  graph.listensAt(undefined);
  graph.meets({ kind: "cut", when: "after" });
  expect(await send(said)).toMatchObject({ kind: "later" });
  graph.listensAt(cloud.hook);
  const [first] = graph.sent;
  expect(first?.body["biz_opaque_callback_data"]).toBe(`${said.key} 1`);
  await graph.batch([{ statuses: [graph.reportOf(first?.id ?? "", first?.body ?? {}, "sent")] }]);
  expect(reports).toEqual([]);
});

test("the same report twice: the house is told twice, and may be", async () => {
  const { graph, send, siti, reports } = await arranged();
  const said = outbound(siti.address, "Halo");
  await send(said);
  const [sent] = graph.sent;
  const failed = graph.reportOf(sent?.id ?? "", sent?.body ?? {}, "failed", [{ code: 131026 }]);
  await graph.batch([{ statuses: [failed] }, { statuses: [failed] }]);
  expect(reports.map(([key]) => key)).toEqual([said.key, said.key]);
});

test("of a message that is none of ours: nothing", async () => {
  const { graph, siti, reports, lines } = await arranged();
  const failed = graph.reportOf("wamid.A", { to: siti.details.phone }, "failed", [
    { code: 131026 },
  ]);
  expect((await graph.batch([{ statuses: [failed] }])).status).toBe(200);
  expect(reports).toEqual([]);
  expect(lines.join()).toContain("not-reached");
});

test("failed, and no word why: it is tried again", async () => {
  const { graph, reports } = await arranged();
  const failed = graph.reportOf("wamid.A", { biz_opaque_callback_data: "c-1:1" }, "failed", []);
  await graph.batch([{ statuses: [failed] }]);
  expect(reports).toEqual([["c-1:1", { kind: "later", afterMs: 0, cause: "failed" }]]);
});

test("who has blocked us: Meta takes it, and reports that it did not arrive", async () => {
  const { graph, send, siti, reports } = await arranged();
  siti.blocks();
  const said = outbound(siti.address, "Halo");
  expect(await send(said)).toMatchObject({ kind: "sent" });
  await graph.hook.settled();
  expect(reports).toEqual([[said.key, { kind: "refused", why: "unknown-recipient" }]]);
  expect(siti.screen()).toEqual([]);
});
