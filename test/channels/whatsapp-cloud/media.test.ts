/** What a person sent, fetched in two steps: only from where it may lie, and only as much as was asked for. */
import { describe, expect, onTestFinished, test } from "vitest";
import { openGraphApi } from "../../../src/channels/whatsapp-cloud/graph.ts";
import { openMedia } from "../../../src/channels/whatsapp-cloud/media/fetch.ts";
import { account, openGraph } from "../fakes/whatsapp-cloud/graph.ts";
import { openFileServer } from "./file-server.ts";
import { settingsFor, start } from "./stand.ts";

const mp3 = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
const plenty = 16 * 1024 * 1024;

async function arranged(limits = { wholeMs: 2_000, idleMs: 300 }) {
  const graph = await openGraph({ now: () => start });
  onTestFinished(graph.stop);
  const files = await openFileServer();
  onTestFinished(files.stop);
  const settings = settingsFor(graph.origin);
  const api = openGraphApi({ settings, clock: () => new Date(start) });
  const { fetchMedia } = openMedia({ settings, graph: api, limits });
  const { id } = graph.shelf.add(mp3, "audio/ogg");
  /** The address leads there instead. */
  const leadsTo = (url: string) => {
    graph.shelf.lies["url"] = url;
  };
  return { graph, files, fetchMedia, id, leadsTo };
}

const refused = (why: string) => ({ kind: "refused", why });

test("byte for byte, with its type", async () => {
  const { fetchMedia, id } = await arranged();
  expect(await fetchMedia(id, plenty)).toEqual({ kind: "file", bytes: mp3, type: "audio/ogg" });
});

test("exactly as much as is allowed", async () => {
  const { fetchMedia, id } = await arranged();
  expect(await fetchMedia(id, mp3.length)).toMatchObject({ kind: "file" });
  expect(await fetchMedia(id, mp3.length - 1)).toEqual(refused("too-large"));
});

test("an address that is dead is asked for once more, and no oftener", async () => {
  const { graph, fetchMedia, id } = await arranged();
  graph.shelf.expires(1);
  expect(await fetchMedia(id, plenty)).toMatchObject({ kind: "file" });
  graph.shelf.expires(2);
  expect(await fetchMedia(id, plenty)).toEqual(refused("gone"));
});

test("Meta keeps it a week", async () => {
  const { graph, fetchMedia, id } = await arranged();
  graph.shelf.forget(id);
  expect(await fetchMedia(id, plenty)).toEqual(refused("gone"));
});

test.each(["", "../../me", "a/b", "1?access_token=x", "1#", "x".repeat(200), "١٢٣"])(
  "%j is no id of Meta: nothing is asked",
  async (ref) => {
    const { fetchMedia } = await arranged();
    expect(await fetchMedia(ref, plenty)).toEqual(refused("gone"));
  },
);

describe("what comes is not what was announced", () => {
  test("other bytes", async () => {
    const { graph, fetchMedia, id } = await arranged();
    graph.shelf.lies["sha256"] = "0".repeat(64);
    expect(await fetchMedia(id, plenty)).toEqual(refused("damaged"));
  });

  test("its hash as messages write it", async () => {
    const { graph, fetchMedia, id } = await arranged();
    const { sha256 } = graph.shelf.add(mp3, "audio/ogg");
    graph.shelf.lies["sha256"] = Buffer.from(sha256, "hex").toString("base64");
    expect(await fetchMedia(id, plenty)).toMatchObject({ kind: "file" });
  });

  test("announced as too large: its address is not even opened", async () => {
    const { graph, files, fetchMedia, id, leadsTo } = await arranged();
    graph.shelf.lies["file_size"] = plenty + 1;
    leadsTo(files.origin);
    expect(await fetchMedia(id, plenty)).toEqual(refused("too-large"));
    expect(files.asked()).toBe(0);
  });

  test.each([
    ["more than announced, said at its head", "big", "too-large"],
    ["more than announced, without a word, without an end", "endless", "too-large"],
    ["a byte a moment", "drip", "too-slow"],
    ["a head, and nothing more", "stall", "too-slow"],
    ["nothing at all", "silent", "too-slow"],
    ["broken off", "cut", "away"],
    ["a redirect to the same machine", "redirect", "not-allowed"],
    ["a redirect to Meta", "redirect-to-meta", "not-allowed"],
    ["403", "forbidden", "token-refused"],
    ["500", "broken", "away"],
  ])("%s", async (_what, path, why) => {
    const { files, fetchMedia: _fetch, id } = await arranged();
    // A root of one's own may hand out files itself; this one does so badly.
    const settings = settingsFor(files.origin);
    const described = { url: `${files.origin}/${path}`, sha256: "0".repeat(64), file_size: 10 };
    const graph = {
      get: async () => ({ kind: "taken", body: described }) as const,
      post: async () => ({ kind: "no-answer", why: "none" }) as const,
    };
    // Who keeps sending a little is stopped by the whole time alone, who is silent by the other.
    const limits = { wholeMs: path === "drip" ? 900 : 60_000, idleMs: 250 };
    const { fetchMedia } = openMedia({ settings, graph, limits });
    const began = performance.now();
    expect(await fetchMedia(id, 100_000)).toEqual(refused(why));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(files.asked()).toBe(1);
  });
});

test.each([
  ["no address", { url: undefined }],
  ["an address that is none", { url: 7 }],
  ["no hash", { sha256: undefined }],
])("Meta's description lacks something: %s", async (_what, lie) => {
  const { graph, fetchMedia, id } = await arranged();
  Object.assign(graph.shelf.lies, lie);
  expect(await fetchMedia(id, plenty)).toEqual(refused("away"));
});

test("Meta is away", async () => {
  const { graph, fetchMedia, id } = await arranged();
  await graph.stop();
  expect(await fetchMedia(id, plenty)).toEqual(refused("away"));
});

test("the token goes along, and only to whom was named", async () => {
  const { graph, files, fetchMedia, id, leadsTo } = await arranged();
  leadsTo(`${files.origin}/big`);
  expect(await fetchMedia(id, plenty)).toEqual(refused("not-allowed"));
  expect(files.asked()).toBe(0);
  expect(graph.origin).not.toBe(files.origin);
  expect(account.token.length).toBeGreaterThan(10);
});
