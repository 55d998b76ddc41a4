import { describe, expect, test } from "vitest";
import { usualLimits } from "../../../src/channels/web-chat/needs.ts";
import { jsonOf } from "../../web/json.ts";
import { openChat, type Told } from "./open-chat.ts";

describe("a token", () => {
  const foreign = "A".repeat(43);
  test.each([
    ["none", {}],
    ["another scheme", { Authorization: `Basic ${foreign}` }],
    ["one that is too short", { Authorization: "Bearer abc" }],
    ["one with strange letters", { Authorization: `Bearer ${"é".repeat(43)}` }],
    ["one that is nobody's", { Authorization: `Bearer ${foreign}` }],
  ])("%s: 401 everywhere", async (_why, headers: Record<string, string>) => {
    const { web, post } = openChat();
    const answers = [
      await post("/api/chat/messages", '{"id":"1","text":"halo"}', headers),
      await web.request("/api/chat/messages", { headers }),
      await web.request("/api/chat/events", { headers }),
    ];
    for (const response of answers) {
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    }
  });

  test("guessed ten thousand times reads nothing, and is soon refused", async () => {
    const { read } = openChat();
    const statuses = new Map<number, number>();
    for (let guess = 0; guess < 10_000; guess += 1) {
      const { status } = await read(String(guess).padStart(43, "x"));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [401, usualLimits.sessions],
      [429, 10_000 - usualLimits.sessions],
    ]);
  });

  test("of erased data is told so: 410 everywhere", async () => {
    const { meet, say, read, web, bearer, talk } = openChat();
    const token = await meet();
    talk.eraseAll();
    const answers = [
      await say(token, { id: "1", text: "halo" }),
      await read(token),
      await web.request("/api/chat/events", { headers: bearer(token) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([410, 410, 410]);
  });
});

describe("limits", () => {
  test("messages are counted by token", async () => {
    const { meet, say } = openChat({ messages: 2 });
    const [siti, budi] = [await meet(), await meet()];
    const answers = [];
    for (const id of ["1", "2", "3"]) answers.push(await say(siti, { id, text: "halo" }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await say(budi, { id: "1", text: "halo" })).status).toBe(200);
  });

  test("new chats are counted by address", async () => {
    const { web } = openChat({ sessions: 1 });
    const from = (remoteAddress: string) =>
      web.request(
        "/api/chat/sessions",
        { method: "POST" },
        { incoming: { socket: { remoteAddress } } },
      );
    expect((await from("203.0.113.1")).status).toBe(201);
    expect((await from("203.0.113.1")).status).toBe(429);
    expect((await from("203.0.113.2")).status).toBe(201);
  });
});

test.each([
  ["the first time", "", 200, 3],
  ["from the beginning", "?after=0", 200, 3],
  ["what is new", "?after=2", 200, 1],
  ["nothing new", "?after=3", 200, 0],
  ["a number that is none", "?after=x", 400, 0],
  ["below nought", "?after=-1", 400, 0],
])("reading what was said: %s", async (_why, query, status, count) => {
  const { meet, read, talk } = openChat();
  const response = await read(await meet(), query);
  expect(response.status).toBe(status);
  if (status !== 200) return;
  expect((await jsonOf<Told>(response)).says).toHaveLength(count);
  expect(talk.readUpTo()).toBe(Number(query.slice("?after=".length)));
});

test.each([
  ["PUT", "/api/chat/messages", 405, "GET, HEAD, POST"],
  ["GET", "/api/chat/sessions", 405, "POST"],
  ["POST", "/api/chat/events", 405, "GET, HEAD"],
  ["POST", "/", 405, "GET, HEAD"],
  ["GET", "/api/chat/nowhere", 404, null],
  ["GET", "/chat/older/chat.js", 404, null],
])("%s %s: %i", async (method, path, status, allow) => {
  const response = await openChat().web.request(path, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get("Allow")).toBe(allow);
});
