import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openWeb, type Web } from "../../src/web/open.ts";
import { fakeDoor, openFakeTalk } from "../channels/fake-talk.ts";
import { jsonOf } from "./json.ts";
import { webTexts } from "./texts.ts";

const opened: Web[] = [];

afterEach(async () => {
  for (const web of opened.splice(0)) await web.close();
});

async function open(port = 0, host = "127.0.0.1") {
  const talk = openFakeTalk();
  const web = await openWeb({
    host,
    port,
    doors: [fakeDoor(talk)],
    texts: webTexts,
    waitingFor: async () => [],
    log: talk.needs.log,
    newId: talk.needs.newId,
  });
  opened.push(web);
  return { web, talk };
}

async function newToken(web: Web): Promise<string> {
  const response = await fetch(`${web.address}/api/chat/sessions`, { method: "POST" });
  expect(response.status).toBe(201);
  return (await jsonOf<{ token: string }>(response)).token;
}

test("a taken port is said plainly", async () => {
  const { web } = await open();
  const port = Number(new URL(web.address).port);
  await expect(open(port)).rejects.toThrow(
    `cannot listen on 127.0.0.1 port ${port}: another program listens there; stop it or set PORT`,
  );
});

test("an address that is not this machine's is said plainly", async () => {
  await expect(open(0, "203.0.113.1")).rejects.toThrow(
    "this machine has no such address; set HOST",
  );
});

test("stopping ends open event streams at once", async () => {
  const { web } = await open();
  const token = await newToken(web);
  const stream = await fetch(`${web.address}/api/chat/events`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const all = stream.text();
  const begun = Date.now();
  await web.close();
  opened.pop();
  expect(await all).toContain("Selamat datang");
  expect(Date.now() - begun).toBeLessThan(2_000);
  await expect(fetch(web.address)).rejects.toThrow();
});

test("an answer under way is finished before the program stops", async () => {
  const { web, talk } = await open();
  const token = await newToken(web);
  let release = (): void => {};
  const reached = new Promise<void>((resolve) => {
    talk.before = () => {
      resolve();
      return new Promise((go) => {
        release = go;
      });
    };
  });
  const answer = fetch(`${web.address}/api/chat/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ id: "1", choice: "start" }),
  });
  await reached;
  const closing = web.close();
  opened.pop();
  release();
  expect((await answer).status).toBe(200);
  await closing;
});

test.each([
  ["what is no HTTP", "hello\r\n\r\n"],
  ["no Host", "GET / HTTP/1.0\r\n\r\n"],
  ["an impossible path", "GET /\\..\\ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
])("even %s is answered with strict headers", async (_why, request) => {
  const { web } = await open();
  const socket = connect(Number(new URL(web.address).port), "127.0.0.1");
  socket.setEncoding("utf8").write(request);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await once(socket, "close");
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
});

test("a body without a length is counted as it comes", async () => {
  const { web, talk } = await open();
  const token = await newToken(web);
  const chunks = Array(5).fill("x".repeat(4_000)) as string[];
  const response = await fetch(`${web.address}/api/chat/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk))),
    duplex: "half",
  } as RequestInit);
  expect(response.status).toBe(413);
  expect(talk.received).toEqual([]);
});
