/**
 * Real answers of the doors are held against the document: every answer that is described comes when it should, and
 * none comes that is not described.
 */
import { expect, test } from "vitest";
import { openApi } from "../../src/api/openapi.ts";
import { addToken } from "../../src/api/tokens.ts";
import { newToken } from "../../src/channels/web-chat/token.ts";
import { eachDatabase } from "../databases.ts";
import { realMaterial, type World } from "../world.ts";
import {
  answersOf,
  documentOf,
  faultsOf,
  judge,
  type Operation,
  operationsOf,
  resolved,
} from "./described.ts";
import { openDoors, type Sent } from "./doors.ts";
import { answerAll, budi, first, handIn, openHouse, type Person, say, siti, tap } from "./house.ts";

const document = documentOf(openApi(realMaterial().reasons));
const operations = operationsOf(document);
const unknownId = "s-00000000-0000-7000-8000-000000000000";
const wayan: Person = { from: "wayan", nik: "1699010503800003", name: "Wayan Sudarma" };

type Call = (operationId: string, sent?: Partial<Sent> & { readonly id?: string }) => Promise<void>;

/** Calls both doors by the names of operations, and notes what was answered, as described. */
async function openJudged(change: (world: World) => World = (world) => world) {
  const { database } = await eachDatabase[0].fresh();
  const { world, token, ask } = await openHouse(database);
  const { id: sitis } = await first(ask);
  const send = openDoors(change(world));
  const seen: string[] = [];
  const call: Call = async (operationId, { id = sitis, ...sent } = {}) => {
    const { method, path, ...operation } = operationOf(operationId);
    const response = await send({ method, path: path.replace("{id}", id), ...sent });
    seen.push(await judge(document, { method, path, ...operation }, response));
  };
  return { world, token, ask, send, call, seen, database };
}

function operationOf(operationId: string): Operation {
  const found = operations.find((one) => one.operationId === operationId);
  if (found === undefined) throw new Error(`no ${operationId}`);
  return found;
}

const isStaffs = ({ path }: Operation) => /^\/api\/v1\/(submissions|reports)\b/.test(path);
const hasBody = ({ requestBody }: Operation) => requestBody !== undefined;
const isGuarded = ({ security }: Operation) => security?.length !== 0;

async function tokenOfTalk(send: ReturnType<typeof openDoors>): Promise<string> {
  const response = await send({ method: "post", path: "/api/chat/sessions" });
  const { token } = (await response.json()) as { readonly token: string };
  return token;
}

/** All goes well: each operation once, a submission in as many states as there are. */
async function whenAllIsWell(): Promise<readonly string[]> {
  const { world, token, ask, send, call, seen, database } = await openJudged();
  await handIn(world, budi);
  await answerAll(world, wayan);
  const at = world.clock().toISOString();
  await database.grouped((db) =>
    db
      .updateTable("submission")
      .set({ needs_attention_at: at })
      .where("state", "=", "received")
      .execute(),
  );
  await say(world, wayan.from, "apa itu jht?");
  await call("describe");
  await call("count", { token });
  await call("list", { token });
  await call("list", {
    token,
    path: "/api/v1/submissions?limit=1&changed_after=2026-01-01T00:00:00Z",
  });
  await call("look", { token, headers: { "Accept-Language": "en" } });
  await call("reveal", { token });
  const reasons = [{ about: "name", code: "incomplete" }];
  await call("decide", { token, body: { revision: 1, verdict: "returned", reasons } });
  await tap(world, siti.from, "resume");
  await say(world, siti.from, "Siti Aminah Binti Ali");
  await world.machineLooks();
  await call("look", { token });
  // Nothing that is described stayed empty.
  const { body } = await ask(`submissions/${(await first(ask)).id}`);
  for (const name of ["findings", "changes", "decisions", "history"])
    expect(body[name], name).not.toEqual([]);
  expect((await ask("reports/questions")).body["questions"]).not.toEqual([]);

  await call("begin");
  await call("begin", { body: { lang: "en" } });
  const talk = await tokenOfTalk(send);
  await call("read", { token: talk });
  await call("say", { token: talk, body: { id: "1", text: "daftar" } });
  await call("say", { token: talk, body: { id: "2", text: "ya" } });
  await call("say", { token: talk, body: { id: "3", choice: "own-account" } });
  await call("read", { token: talk, path: "/api/chat/messages?after=1" });
  await call("follow", { token: talk });
  const stream = await send({ method: "get", path: "/api/chat/events", token: talk });
  const [event] = await firstEvent(stream);
  expect(faultsOf(document, resolved(document, "#/components/schemas/Says"), event)).toEqual([]);
  return seen;
}

/** What the first event of a stream that stays open says. */
async function firstEvent({ body }: Response): Promise<readonly unknown[]> {
  let heard = "";
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    heard += part;
    const [, data] = /^event: says\ndata: (.*)\n/m.exec(heard) ?? [];
    if (data !== undefined) return [JSON.parse(data)];
  }
  return [];
}

/** What only one operation refuses. */
async function whenItDoesNotFit(): Promise<readonly string[]> {
  const { world, token, ask, send, call, seen, database } = await openJudged();
  const bare = await addToken(world, { name: "x", scopes: [], days: 1, now: world.clock() });
  await answerAll(world, budi);
  const { body } = await ask("submissions?state=received");
  const received = body.submissions[0]?.id ?? "";
  for (const operationId of ["look", "reveal", "decide"]) {
    const decision = operationId === "decide" ? { revision: 1, verdict: "accepted" } : undefined;
    await call(operationId, { token, id: unknownId, body: decision });
    await call(operationId, { token: bare.token, body: decision });
  }
  await call("count", { token: bare.token });
  await call("count", { token, path: "/api/v1/reports/questions?from=yesterday" });
  await call("list", { token: bare.token });
  await call("list", { token, path: "/api/v1/submissions?nik=1" });

  const decide = (decision: object, id?: string) =>
    call("decide", { token, body: decision, ...(id === undefined ? {} : { id }) });
  await decide({ revision: 1 });
  await decide({ revision: 1, verdict: "returned" });
  await decide({ revision: 1, verdict: "accepted" }, received);
  // Nobody has decided yet, so nobody is named.
  await decide({ revision: 7, verdict: "accepted" });
  await database.grouped((db) =>
    db
      .updateTable("submission")
      .set({ claimed_by: "staff:wayan", claimed_until: "2099-01-01T00:00:00.000Z" })
      .where("state", "=", "awaiting-review")
      .execute(),
  );
  await decide({ revision: 1, verdict: "accepted" });
  await database.grouped((db) => db.updateTable("submission").set({ claimed_by: null }).execute());
  await decide({ revision: 1, verdict: "accepted" });
  await decide({ revision: 1, verdict: "rejected", reasons: [{ about: "all", code: "twice" }] });

  const talk = await tokenOfTalk(send);
  await call("begin", { body: { lang: "jv" } });
  await call("say", { token: talk, body: { id: "1" } });
  await call("say", { token: talk, body: { id: "", text: "ya" } });
  await call("say", { token: talk, body: { id: "1", text: "x".repeat(5_000) } });
  await call("read", { token: talk, path: "/api/chat/messages?after=x" });
  await call("follow", { token: talk, headers: { "Last-Event-ID": "x" } });
  for (const [id, text] of ["daftar", "ya", "hapus data", "ya"].entries())
    await call("say", { token: talk, body: { id: `e${id}`, text } });
  await call("say", { token: talk, body: { id: "e1", text: "ya" } });
  return seen;
}

/** What every operation of a sort refuses. */
async function whenAnybodyComes(): Promise<readonly string[]> {
  const { token, send, call, seen } = await openJudged();
  const talk = await tokenOfTalk(send);
  for (const operation of operations) {
    const { operationId, method } = operation;
    const own = { token: isStaffs(operation) ? token : talk };
    await call(operationId, { ...own, headers: { "Sec-Fetch-Site": "cross-site" } });
    if (isGuarded(operation)) await call(operationId);
    if (method === "post" && (isStaffs(operation) || hasBody(operation)))
      await call(operationId, { ...own, body: "x".repeat(17 * 1024) });
    if (!hasBody(operation)) continue;
    await call(operationId, { ...own, body: "{" });
    await call(operationId, { ...own, body: "{}", headers: { "Content-Type": "text/plain" } });
  }
  return seen;
}

async function whenItIsTooOften(): Promise<readonly string[]> {
  const { send, call, seen } = await openJudged();
  for (const path of ["/api/v1/submissions", "/api/chat/messages"])
    for (let time = 0; time < 310; time += 1) await send({ method: "get", path });
  for (const { operationId } of operations.filter((one) => one.operationId !== "describe"))
    await call(operationId);
  return seen;
}

async function whenTheDatabaseIsAway(): Promise<readonly string[]> {
  const away = async () => {
    throw new Error("away");
  };
  const { token, call, seen } = await openJudged((world) => ({
    ...world,
    database: {
      ...world.database,
      grouped: away,
      get read(): World["database"]["read"] {
        throw new Error("away");
      },
    },
  }));
  for (const operation of operations.filter((one) => one.operationId !== "describe"))
    await call(operation.operationId, { token: isStaffs(operation) ? token : newToken() });
  return seen;
}

test("every answer that is described comes, as described, and no other", async () => {
  const seen = [
    ...(await whenAllIsWell()),
    ...(await whenItDoesNotFit()),
    ...(await whenAnybodyComes()),
    ...(await whenItIsTooOften()),
    ...(await whenTheDatabaseIsAway()),
  ];
  expect([...new Set(seen)].toSorted()).toEqual(answersOf(operations).toSorted());
});

test("the judge finds what is not described: a member, a status, a value of another kind, a missing header", async () => {
  const list = operationOf("list");
  const page = { submissions: [], next: null, asOf: "2026-11-25T02:00:00.000Z" };
  expect(await judge(document, list, Response.json(page))).toBe("list 200 ok");
  for (const [body, init] of [
    [{ ...page, more: 1 }, {}],
    [{ ...page, asOf: "now" }, {}],
    [{ ...page, submissions: [{ id: "s-1" }] }, {}],
    [{ next: null }, {}],
    [page, { status: 201 }],
    [page, { headers: { "Content-Type": "application/problem+json" } }],
    // Without Retry-After.
    [
      { type: "urn:lindung:problem:too-many", title: "x", status: 429, detail: "x" },
      { status: 429, headers: { "Content-Type": "application/problem+json" } },
    ],
  ] as const)
    await expect(judge(document, list, Response.json(body, init))).rejects.toThrow();
});
