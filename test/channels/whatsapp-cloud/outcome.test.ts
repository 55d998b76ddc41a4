/** What becomes of a message that Meta does not take: said at once, or reported later. */
import { describe, expect, test } from "vitest";
import type { SendOutcome } from "../../../src/channels/channel.ts";
import { outcomeOf, retryAfterOf } from "../../../src/channels/whatsapp-cloud/sending/outcome.ts";
import { metaError, metaErrors } from "../fakes/whatsapp-cloud/answers.ts";
import type { Trouble } from "../fakes/whatsapp-cloud/graph.ts";
import { type Arranged, arrange, outbound, people } from "./stand.ts";
import { troubles } from "./troubles.ts";

async function arrangedWithSiti(more?: Parameters<typeof arrange>[0]) {
  const arranged = await arrange(more);
  const siti = arranged.graph.person(people.siti);
  siti.hasWritten(Date.parse(arranged.now()));
  return { ...arranged, siti };
}

const sendTo = ({ cloud }: Pick<Arranged, "cloud">, to: string, text = "Apa kabar?") =>
  cloud.channel.send(outbound(to, text));

test("every error that Meta is known for has its row", () => {
  const rows = troubles.map(([code]) => String(code));
  expect(Object.keys(metaErrors).filter((code) => !rows.includes(code))).toEqual([]);
});

test("in the answer: every error has its outcome", async () => {
  const arranged = await arrangedWithSiti();
  const found: [number, SendOutcome][] = [];
  for (const [code] of troubles) {
    arranged.graph.meets({ kind: "code", code });
    found.push([code, await sendTo(arranged, arranged.siti.address)]);
  }
  expect(found).toEqual(troubles);
  expect(arranged.graph.sent).toEqual([]);
});

test("in a report, after it was taken: every error has its outcome, under our key", async () => {
  const { graph, cloud, reports, siti } = await arrangedWithSiti();
  const keys: string[] = [];
  for (const [code] of troubles) {
    graph.meets({ kind: "report", code });
    const said = outbound(siti.address, "Apa kabar?");
    keys.push(said.key);
    expect(await cloud.channel.send(said)).toMatchObject({ kind: "sent" });
    await graph.hook.settled();
  }
  expect(reports).toEqual(troubles.map(([, outcome], index) => [keys[index], outcome]));
});

describe("what is not of Meta's shape", () => {
  const later: SendOutcome = { kind: "later", afterMs: 0, cause: "failed" };
  const page = "<html><h1>Bad Gateway</h1></html>";
  const rows: readonly (readonly [string, Trouble, SendOutcome])[] = [
    ["a page of a gateway", { kind: "raw", status: 502, body: page }, later],
    ["a page with 200", { kind: "raw", status: 200, body: page }, later],
    ["half an answer", { kind: "raw", status: 200, body: '{"messages":[{"id":' }, later],
    [
      "an error with 200",
      { kind: "code", code: 100, answer: metaError(100, { status: 200 }) },
      {
        kind: "refused",
        why: "invalid",
      },
    ],
    ["500 without a word", { kind: "raw", status: 500, body: "" }, later],
    ["404 without a word", { kind: "raw", status: 404, body: "" }, later],
    [
      "401 without a word",
      { kind: "raw", status: 401, body: "" },
      {
        kind: "channel-down",
        afterMs: 60_000,
      },
    ],
    ["the line breaks before", { kind: "cut", when: "before" }, later],
    ["the line breaks after", { kind: "cut", when: "after" }, later],
    ["no answer in time", { kind: "silence" }, later],
    [
      "our number is not there",
      { kind: "code", code: 100, answer: metaError(100, { subcode: 33 }) },
      { kind: "channel-down", afterMs: 60_000 },
    ],
  ];

  test.each(rows)("%s", async (_what, trouble, outcome) => {
    const arranged = await arrangedWithSiti({ requestMs: 300 });
    // No report tells meanwhile that it went out all the same.
    arranged.graph.listensAt(undefined);
    arranged.graph.meets(trouble);
    expect(await sendTo(arranged, arranged.siti.address)).toEqual(outcome);
    // The next one goes out as if nothing had been.
    expect(await sendTo(arranged, arranged.siti.address)).toMatchObject({ kind: "sent" });
  });

  test("a redirect is not followed", async () => {
    const arranged = await arrangedWithSiti();
    const headers = { location: "http://127.0.0.1:9/elsewhere" };
    arranged.graph.meets({ kind: "raw", status: 302, body: "", headers });
    expect(await sendTo(arranged, arranged.siti.address)).toEqual(later);
  });

  test("Meta is away", async () => {
    const arranged = await arrangedWithSiti();
    await arranged.graph.stop();
    expect(await sendTo(arranged, arranged.siti.address)).toEqual(later);
    expect(arranged.cloud.channel.health()).toMatchObject({
      state: "degraded",
      why: "not-reachable",
    });
  });
});

describe("a pause that Meta names is kept", () => {
  test("over HTTP", async () => {
    const arranged = await arrangedWithSiti();
    const headers = { "retry-after": "37" };
    arranged.graph.meets({ kind: "code", code: 130429, answer: metaError(130429, { headers }) });
    expect(await sendTo(arranged, arranged.siti.address)).toEqual({
      kind: "later",
      afterMs: 37_000,
      cause: "asked",
      whole: true,
    });
    arranged.graph.meets({ kind: "raw", status: 503, body: "", headers });
    expect(await sendTo(arranged, arranged.siti.address)).toEqual({
      kind: "later",
      afterMs: 37_000,
      cause: "asked",
    });
  });

  test.each([
    ["429 without a code", { status: 429 }, 60_000],
    ["429, and longer", { status: 429, retryAfterMs: 90_000 }, 90_000],
    ["token refused, and longer", { code: 190, retryAfterMs: 600_000 }, 600_000],
    ["at least a second", { code: 131056, retryAfterMs: 0 }, 1_000],
    ["at most a day", { code: 131056, retryAfterMs: 1e12 }, 86_400_000],
  ])("%s", (_what, refusal, afterMs) => {
    expect(outcomeOf(refusal)).toMatchObject({ afterMs });
  });

  test("where nothing will help, it is not waited for", () => {
    expect(outcomeOf({ code: 131026, retryAfterMs: 5_000 })).toEqual({
      kind: "refused",
      why: "unknown-recipient",
    });
  });

  const now = new Date("2026-11-25T02:00:00Z");
  test.each([
    ["120", 120_000],
    ["0", 0],
    ["Wed, 25 Nov 2026 02:00:30 GMT", 30_000],
    ["Wed, 25 Nov 2026 01:00:00 GMT", 0],
    ["soon", undefined],
    ["", undefined],
    [null, undefined],
  ])("Retry-After: %s", (header, milliseconds) => {
    expect(retryAfterOf(header, now)).toBe(milliseconds);
  });
});

describe("how the channel is after it", () => {
  test.each([
    [190, "down", "token-refused"],
    [33, "down", "wrong-id"],
    [131031, "down", "account-restricted"],
  ])("%i", async (code, state, why) => {
    const arranged = await arrangedWithSiti();
    const { channel } = arranged.cloud;
    await expect.poll(() => channel.health().state).toBe("ready");
    arranged.graph.meets({ kind: "code", code });
    await sendTo(arranged, arranged.siti.address);
    expect(channel.health()).toMatchObject({ state, why });
    await sendTo(arranged, arranged.siti.address);
    expect(channel.health()).toEqual({ state: "ready", since: arranged.now() });
  });
});

test("an address that is none, and a number that is no more ours, are never asked for", async () => {
  const arranged = await arrangedWithSiti();
  const { graph, cloud, siti } = arranged;
  expect(await sendTo(arranged, "not an address")).toEqual({
    kind: "refused",
    why: "unknown-recipient",
  });
  const other = outbound(siti.address, "Halo", { account: "999999999999999" });
  expect(await cloud.channel.send(other)).toEqual({ kind: "refused", why: "channel-closed" });
  expect(graph.requests).toEqual([]);
});
