/** The door for programs: who may do what, and what is answered to what does not fit. */
import { describe, expect, test } from "vitest";
import { addToken, listTokens, revokeToken } from "../../src/api/tokens.ts";
import { eachDatabase } from "../databases.ts";
import { openDoors } from "./doors.ts";
import { answerAll, asking, budi, first, handIn, openHouse } from "./house.ts";

const { fresh } = eachDatabase[0];

describe("what a token may", () => {
  test.each([
    ["no token", undefined],
    ["one that was never made", `ldt_${"A".repeat(43)}`],
    ["something else", "secret"],
  ])("%s: nothing", async (_what, token) => {
    const { database } = await fresh();
    const { world } = await openHouse(database);
    expect(await asking(world, token)("submissions")).toMatchObject({
      status: 401,
      body: { type: "urn:lindung:problem:no-api-token" },
    });
  });

  test("one that was revoked or has ended: nothing", async () => {
    const { database } = await fresh();
    const { world } = await openHouse(database);
    const now = world.clock();
    const short = await addToken(world, { name: "x", scopes: ["submissions:read"], days: 1, now });
    const other = await addToken(world, { name: "y", scopes: ["submissions:read"], days: 9, now });
    expect((await asking(world, short.token)("submissions")).status).toBe(200);
    expect(await revokeToken(world, other.id, now)).toBe(true);
    expect(await revokeToken(world, other.id, now)).toBe(false);
    expect((await asking(world, other.token)("submissions")).status).toBe(401);
    world.pass(25);
    expect((await asking(world, short.token)("submissions")).status).toBe(401);
    const states = (await listTokens(database.read, world.clock())).map(({ state }) => state);
    expect(states).toEqual(["revoked", "expired", "expired"]);
  });

  test.each([
    ["reads, and reveals nothing", "reveal", {}],
    ["reads, and decides nothing", "decision", { revision: 1, verdict: "accepted" }],
  ])("one that %s", async (_what, deed, body) => {
    const { database } = await fresh();
    const { ask } = await openHouse(database, ["submissions:read"]);
    const { id } = await first(ask);
    const needed = deed === "decision" ? "decide" : deed;
    expect(await ask(`submissions/${id}/${deed}`, body)).toMatchObject({
      status: 403,
      body: { type: "urn:lindung:problem:no-scope", scope: `submissions:${needed}` },
    });
  });

  // RFC 9110 §11.1.
  test("the word before it is read in small letters too", async () => {
    const { database } = await fresh();
    const { world, token } = await openHouse(database);
    const send = openDoors(world);
    const headers = { Authorization: `bearer  ${token}` };
    expect((await send({ method: "get", path: "/api/v1/submissions", headers })).status).toBe(200);
  });

  test("the token itself is nowhere in the database", async () => {
    const { database } = await fresh();
    const { token } = await openHouse(database);
    const rows = await database.read.selectFrom("api_token").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(4, 20));
  });
});

test("masked by default; a reveal shows it whole and is recorded", async () => {
  const { database } = await fresh();
  const { ask } = await openHouse(database);
  const { id } = await first(ask);
  const looked = await ask(`submissions/${id}`);
  expect(looked.body["data"]).toMatchObject({ nik: "1699••••••••0001", phone: "••••7890" });
  expect(JSON.stringify(looked.body)).not.toMatch(/1699014503800001|81234567890/);
  const revealed = await ask(`submissions/${id}/reveal`, {});
  expect(revealed.body["data"]).toMatchObject({ nik: "1699014503800001", phone: "+6281234567890" });
  const audit = await database.read.selectFrom("audit").selectAll().execute();
  expect(audit.map(({ action, about }) => [action, about])).toEqual([
    ["token.added", expect.stringMatching(/^t-/)],
    ["submission.revealed", id],
  ]);
  expect(JSON.stringify(audit)).not.toContain("1699014503800001");
});

test("a list goes on page by page, and is filtered by class", async () => {
  const { database } = await fresh();
  const { ask, world } = await openHouse(database);
  await handIn(world, budi);
  const one = await ask("submissions?limit=1");
  expect(one.body.submissions).toHaveLength(1);
  const two = await ask(`submissions?limit=1&after=${one.body.next}`);
  expect(two.body.submissions).toHaveLength(1);
  expect(two.body.next).toBeNull();
  expect(two.body.submissions[0]?.id).not.toBe(one.body.submissions[0]?.id);
  for (const [filter, count] of [
    ["state=awaiting-review", 2],
    ["state=accepted", 0],
    ["ecosystem=desa", 2],
    ["ecosystem=ukm", 0],
    ["regency=16.07", 2],
    ["channel=web-chat", 2],
    ["link=ABC", 0],
  ] as const) {
    const { body } = await ask(`submissions?${filter}`);
    expect(body.submissions, filter).toHaveLength(count);
  }
});

describe("what does not fit is refused by name, and changes nothing", () => {
  test.each([
    ["a state that does not exist", "?state=lost", undefined, 400, "bad-query"],
    ["a filter that does not exist", "?nik=1", undefined, 400, "bad-query"],
    ["too large a page", "?limit=1000", undefined, 400, "bad-query"],
    ["a cursor that is none", "?after=zzz", undefined, 400, "bad-query"],
    ["a regency by its name", "?regency=Palembang", undefined, 400, "bad-query"],
    ["a filter twice", "?state=received&state=returned", undefined, 400, "bad-query"],
    ["a submission that does not exist", "/s-1", undefined, 404, "no-submission"],
    ["an address that does not exist", "/s-1/history", undefined, 404, "no-path"],
  ] as const)("%s", async (_what, path, body, status, kind) => {
    const { database } = await fresh();
    const { ask } = await openHouse(database);
    expect(await ask(`submissions${path}`, body)).toMatchObject({
      status,
      body: { type: `urn:lindung:problem:${kind}` },
    });
  });

  test("of filters that do not fit those that exist are named, and nothing that was sent is repeated", async () => {
    const { database } = await fresh();
    const { ask } = await openHouse(database);
    const { body } = await ask(
      "submissions?state=lost&limit=0&regency=16.07&link=A&link=B&nik=1699",
    );
    expect(body["filters"]).toEqual(["state", "link", "limit"]);
    expect(JSON.stringify(body)).not.toMatch(/lost|nik|1699|16\.07/);
  });

  test.each([
    ["no JSON", "{", 400, "not-json"],
    ["no verdict", { revision: 1 }, 400, "bad-decision"],
    ["a verdict that does not exist", { revision: 1, verdict: "active" }, 400, "bad-decision"],
    ["a revision nobody has seen", { revision: 2, verdict: "accepted" }, 409, "moved-on"],
    ["a return without a reason", { revision: 1, verdict: "returned" }, 422, "bad-reasons"],
    ["an acceptance with one", withReason("accepted", "name", "incomplete"), 422, "bad-reasons"],
    [
      "a reason of another datum",
      withReason("returned", "name", "unreachable"),
      422,
      "bad-reasons",
    ],
    ["a datum that cannot be returned", withReason("returned", "sex", "x"), 422, "bad-reasons"],
    ["a reason nobody wrote", withReason("rejected", "all", "ugly"), 422, "bad-reasons"],
    [
      "the same datum twice",
      {
        ...{ revision: 1, verdict: "returned" },
        reasons: [reason("name", "incomplete"), reason("name", "differs-from-card")],
      },
      422,
      "bad-reasons",
    ],
  ] as const)("%s", async (_what, body, status, kind) => {
    const { database } = await fresh();
    const { ask } = await openHouse(database);
    const { id } = await first(ask);
    expect(await ask(`submissions/${id}/decision`, body)).toMatchObject({
      status,
      body: { type: `urn:lindung:problem:${kind}` },
    });
    expect((await ask(`submissions/${id}`)).body).toMatchObject({ state: "awaiting-review" });
  });
});

function reason(about: string, code: string) {
  return { about, code };
}

function withReason(verdict: string, about: string, code: string) {
  return { revision: 1, verdict, reasons: [reason(about, code)] };
}

test("what the machines have not looked at yet is not decided, and that is what is said", async () => {
  const { database } = await fresh();
  const { ask, world } = await openHouse(database);
  await answerAll(world, budi);
  const { body } = await ask("submissions?state=received");
  const path = `submissions/${body.submissions[0]?.id}/decision`;
  expect(await ask(path, { revision: 1, verdict: "accepted" })).toMatchObject({
    status: 409,
    body: { type: "urn:lindung:problem:not-checked-yet" },
  });
});
