import { afterEach, expect, test, vi } from "vitest";
import { buildWeb } from "../../../src/web/build.ts";
import { jsonOf } from "../../web/json.ts";
import { webTexts } from "../../web/texts.ts";
import { fakeDoor, openFakeTalk } from "../fake-talk.ts";

afterEach(() => void vi.useRealTimers());

async function openChat() {
  const talk = openFakeTalk();
  const door = fakeDoor(talk);
  const web = buildWeb({
    doors: [door],
    texts: webTexts,
    waitingFor: async () => [],
    log: talk.needs.log,
    newId: talk.needs.newId,
  });
  const session = await web.request("/api/chat/sessions", { method: "POST" });
  const { token } = await jsonOf<{ token: string }>(session);
  const listen = async (query = "", headers: Record<string, string> = {}) => {
    const response = await web.request(`/api/chat/events${query}`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
    return { response, reader: readerOf(response) };
  };
  return { talk, door, web, token, listen };
}

/** Reads until the text has come, or the stream ends. */
function readerOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    until: async (awaited: string | undefined) => {
      while (awaited === undefined || !text.includes(awaited)) {
        const chunk = await reader?.read();
        if (chunk?.done !== false) break;
        text += chunk.value;
      }
      return text;
    },
    leave: () => reader?.cancel(),
  };
}

test("a stream tells what was said, each with its number, and then what is said later", async () => {
  const { talk, listen, door } = await openChat();
  const { response, reader } = await listen();
  expect(response.headers.get("Content-Type")).toBe("text/event-stream");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  await reader.until("id: 3\n");
  talk.notice("Bu Siti, pendaftarannya sudah diperiksa.");
  const text = await reader.until("id: 4\n");
  expect(text).toContain('event: says\ndata: {"id":1,"text":"Selamat datang');
  expect(text).toContain(
    'data: {"id":4,"text":"Bu Siti, pendaftarannya sudah diperiksa."}\nid: 4\n\n',
  );
  await vi.waitFor(() => expect(talk.readUpTo()).toBe(4));
  door.close?.();
});

test.each([
  ["?after", "?after=2", {}],
  ["Last-Event-ID", "", { "Last-Event-ID": "2" }],
  ["Last-Event-ID before ?after", "?after=0", { "Last-Event-ID": "2" }],
])("a stream goes on after what was seen: %s", async (_why, query, headers) => {
  const { listen, door } = await openChat();
  const { reader } = await listen(query, headers);
  const text = await reader.until("id: 3\n");
  expect(text).not.toContain("id: 2\n");
  door.close?.();
});

test("a number that is none is refused", async () => {
  const { listen } = await openChat();
  expect((await listen("?after=x")).response.status).toBe(400);
});

test("the house's end ends every stream, and later ones at once", async () => {
  const { listen, door } = await openChat();
  const { reader } = await listen();
  await reader.until("id: 3\n");
  door.close?.();
  expect(await reader.until(undefined)).toContain("id: 3\n");
  const later = await listen();
  expect(await later.reader.until(undefined)).not.toContain("id: 3\n");
});

test("erasure ends the stream", async () => {
  const { listen, talk } = await openChat();
  const { reader } = await listen();
  await reader.until("id: 3\n");
  talk.eraseAll();
  await reader.until(undefined);
  expect((await listen()).response.status).toBe(410);
});

test("a silent stream shows that it lives, and looks again even without a wake", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { listen, talk, door } = await openChat();
  const missed = vi.spyOn(talk.needs, "saysAfter");
  const { reader } = await listen("?after=3");
  await reader.until(": lindung\n\n");
  await vi.waitFor(() => expect(missed).toHaveBeenCalledTimes(2));
  await vi.advanceTimersByTimeAsync(20_000);
  await reader.until(": \n\n");
  await vi.waitFor(() => expect(missed).toHaveBeenCalledTimes(3));
  door.close?.();
});

test("a fourth window ends the first one's stream", async () => {
  const { listen, door } = await openChat();
  const first = await listen();
  for (const _ of [2, 3]) await listen();
  await first.reader.until("id: 3\n");
  await listen();
  await first.reader.until(undefined);
  door.close?.();
});

test("who goes away is not listened for any longer", async () => {
  const { listen, talk, door } = await openChat();
  let listening = 0;
  const { listen: ears } = talk.needs;
  vi.spyOn(talk.needs, "listen").mockImplementation((from, wake) => {
    listening += 1;
    const stop = ears(from, wake);
    return () => {
      listening -= 1;
      stop();
    };
  });
  const { reader } = await listen();
  await reader.until("id: 3\n");
  expect(listening).toBe(1);
  await reader.leave();
  await vi.waitFor(() => expect(listening).toBe(0));
  door.close?.();
});

test("a failing house ends the stream and is logged without words", async () => {
  const { listen, talk } = await openChat();
  const { reader } = await listen();
  await reader.until("id: 3\n");
  vi.spyOn(talk.needs, "saysAfter").mockRejectedValue(new Error("Siti"));
  talk.notice("x");
  await reader.until(undefined);
  expect(talk.logged).toMatchObject([{ event: "web-chat.stream-failed", failure: "Error" }]);
  expect(JSON.stringify(talk.logged)).not.toContain("Siti");
});

test("a HEAD request leaves nothing open", async () => {
  const { web, token, talk } = await openChat();
  const ears = vi.spyOn(talk.needs, "listen");
  const headers = { Authorization: `Bearer ${token}` };
  expect((await web.request("/api/chat/events", { method: "HEAD", headers })).status).toBe(200);
  expect(ears).not.toHaveBeenCalled();
});
