/** What a client may send wrong, to the real program: it says what is wrong in plain Indonesian, and nothing changes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { statesOf } from "../validation/room.ts";
import { eventually } from "../validation/servers.ts";
import { realMaterial } from "../world.ts";
import { type Answer, ask, type Chat, openChat } from "./chat.ts";
import { type Home, look, newHome, vaultOf } from "./home.ts";
import { marksIn } from "./marks.ts";
import { siti } from "./person.ts";
import { type Program, startProgram } from "./program.ts";
import { type Tables, tablesOf } from "./tables.ts";

const tidying: (() => Promise<void>)[] = [];
let home: Home;
let program: Program;

beforeAll(async () => {
  const atEnd = (tidy: () => Promise<void>) => void tidying.unshift(tidy);
  home = await newHome(atEnd);
  program = await startProgram(home, atEnd);
});

afterAll(async () => {
  for (const tidy of tidying) await tidy();
});

/** Says it and answers until `upTo` is asked; the ids are numbers. */
async function talk(chat: Chat, upTo?: string): Promise<readonly string[]> {
  const sent: string[] = [];
  let asked: string | undefined = "";
  for (let turn = 0; asked !== upTo && turn < 30; turn += 1) {
    const id = String(turn);
    const { says } = await chat.say(id, siti[asked ?? ""] ?? "mulai");
    asked = says.at(-1)?.asks?.name;
    sent.push(id);
  }
  expect(asked).toBe(upTo);
  return sent;
}

/** A request in which one thing is wrong; the rest is as it should be. */
type Wrong = {
  readonly body?: object | string;
  readonly token?: (own: string) => string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly path?: string;
};

const right = { id: "new", text: "Siti Qonawati" };
const messages = "/api/chat/messages";

function send(own: string, wrong: Wrong): Promise<Answer> {
  const { body = right, token = (own) => own, method = "POST", path = messages } = wrong;
  const bearer = token(own);
  return ask(program.address, path, {
    method,
    headers: {
      "Content-Type": "application/json",
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...wrong.headers,
    },
    ...(method === "GET" ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

test.each<[string, number, string, Wrong]>([
  ["a text of 4097", 422, "text-too-long", { body: { ...right, text: "a".repeat(4097) } }],
  ["a choice of 4097", 422, "text-too-long", { body: { id: "new", choice: "a".repeat(4097) } }],
  ["a body of 20 kB", 413, "too-large", { body: { ...right, text: "a".repeat(20_000) } }],
  ["no token", 401, "no-token", { token: () => undefined }],
  ["somebody else's token", 401, "no-token", { token: () => "x".repeat(43) }],
  ["a token cut short", 401, "no-token", { token: (own) => own.slice(0, -1) }],
  ["JSON that ends too soon", 400, "not-json", { body: '{"id": "new", "text": "Siti' }],
  ["nothing", 400, "not-json", { body: "" }],
  ["a list", 400, "bad-shape", { body: [right] }],
  ["text and choice together", 400, "bad-shape", { body: { ...right, choice: "yes" } }],
  ["neither text nor choice", 400, "bad-shape", { body: { id: "new" } }],
  ["a number for a text", 400, "bad-shape", { body: { id: "new", text: 1699 } }],
  ["a field that nobody knows", 400, "bad-shape", { body: { ...right, from: "budi" } }],
  ["no id", 422, "bad-id", { body: { text: "halo" } }],
  ["an empty id", 422, "bad-id", { body: { ...right, id: "" } }],
  ["an id of 65", 422, "bad-id", { body: { ...right, id: "a".repeat(65) } }],
  ["a number for an id", 422, "bad-id", { body: { ...right, id: 1 } }],
  ["plain text", 415, "not-json-type", { headers: { "Content-Type": "text/plain" } }],
  ["from another site", 403, "foreign-origin", { headers: { Origin: "https://lain.example" } }],
  ["by PUT", 405, "method-not-allowed", { method: "PUT" }],
  ["to nowhere", 404, "no-path", { path: `${messages}/all` }],
  ["after no number", 400, "bad-after", { method: "GET", path: `${messages}?after=x` }],
  ["a link of no letters", 400, "bad-shape", { path: "/api/chat/sessions", body: { link: 7 } }],
])("%s: %i", async (_what, status, kind, wrong) => {
  const { token } = await openChat(program.address);
  const before = await look(home, everything);
  const answer = await send(token, wrong);
  refused(answer, status, kind);
  expect(marksIn(Buffer.from(answer.text), { what: ["Qonawati", token] })).toEqual([]);
  expect(await look(home, everything)).toEqual(before);
});

test.each<[string, (chat: Chat) => Promise<Answer>]>([
  ["a button that is nowhere", (chat) => chat.choose("new", "no-such-button")],
  ["a button of another question", (chat) => chat.choose("new", "jkk-jkm-jht")],
  ["a button as long as a text may be", (chat) => chat.choose("new", "b".repeat(4096))],
  ["an empty text", (chat) => chat.say("new", "")],
  ["a text of 4096", (chat) => chat.say("new", "9".repeat(4096))],
  ["halves of letters and a zero", (chat) => chat.say("\ud800\u0000", "\udfff \u0000 \ud83d")],
  ["an id of 64", (chat) => chat.say("i".repeat(64), "1699")],
])("%s is answered, and the question and the answers stay", async (_what, send) => {
  const chat = await openChat(program.address);
  await talk(chat, "nik");
  const before = await answersOf(home);
  const { status, says } = await send(chat);
  expect(status).toBe(200);
  expect(says.at(-1)?.text).toMatch(/[a-z]{3}.*[.?]/);
  expect(await answersOf(home)).toEqual(before);
  expect((await chat.say("then", "ulang")).says.at(-1)?.asks?.name).toBe("nik");
  expect(before).toHaveProperty("phone");
});

test("the last answer twenty times at once is one submission; erased, every message is answered 410", async () => {
  const chat = await openChat(program.address);
  const sent = await talk(chat, "confirm");
  const all = await Promise.all(Array.from({ length: 20 }, () => chat.say("last", "ya, benar")));
  expect(new Set(all.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  await eventually(async () => expect(await look(home, statesOf)).toEqual(["awaiting-review"]));

  await chat.say("erase", "hapus data");
  const farewell = await chat.say("sure", "ya");
  expect(farewell.says.length).toBeGreaterThan(0);
  expect(marksIn(Buffer.from(farewell.text), { her: ["Siti", "Qonawati", "1699"] })).toEqual([]);
  const before = await look(home, everything);
  for (const id of [...sent, "last", "erase"]) refused(await chat.say(id, "halo"), 410, "erased");
  expect(await chat.say("sure", "ya")).toEqual(farewell);
  expect((await chat.read()).says).toEqual(farewell.says);
  expect(await look(home, everything)).toEqual(before);
});

/** As the interface says no: a problem of that kind, in the words of the locale, and no trace of the inside. */
function refused({ status, type, text }: Answer, expected: number, kind: string): void {
  const { wording } = realMaterial().tongues.id;
  expect(status).toBe(expected);
  expect(type).toContain("application/problem+json");
  expect(JSON.parse(text)).toEqual({
    type: `urn:lindung:problem:${kind}`,
    status: expected,
    title: wording.text(`web.problem.${kind}.title`),
    detail: wording.text(`web.problem.${kind}.detail`),
  });
}

/** The answers of whoever came last. */
async function answersOf(home: Home): Promise<unknown> {
  const vault = vaultOf(home);
  return look(home, async ({ read }) => {
    const row = await read
      .selectFrom("enrolment")
      .innerJoin("applicant", "applicant.id", "enrolment.applicant_id")
      .select(["enrolment.id", "applicant_id", "session", "data_key"])
      .orderBy("enrolment.id", "desc")
      .executeTakeFirstOrThrow();
    const place = { table: "enrolment", row: row.id, column: "session" };
    const key = vault.dataKey(row.applicant_id, row.data_key);
    return JSON.parse(vault.open(key, place, row.session)).answers;
  });
}

/** Every row of every table; but for the lease, which is renewed, and when a contact was last heard. */
async function everything(database: Database): Promise<Tables> {
  const { lease: _renewed, contact = [], ...others } = Object.fromEntries(await tablesOf(database));
  const contacts = contact.map((row) => row.replace(/"seen_at":"[^"]+"/, ""));
  return new Map(Object.entries({ ...others, contact: contacts }));
}
