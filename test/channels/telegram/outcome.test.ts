/** How a sending ends, by what comes back: through the real client, over real HTTP. */
import { expect, test } from "vitest";
import type { Fault } from "../fakes/telegram/fake-bot-api.ts";
import { listening, outbound } from "./listening.ts";

const later = { kind: "later", afterMs: 0, cause: "failed" };
const invalid = { kind: "refused", why: "invalid" };
const blocked = { kind: "refused", why: "blocked" };
const unknown = { kind: "refused", why: "unknown-recipient" };
const down = { kind: "channel-down", afterMs: 600_000 };
const asked = (afterMs: number) => ({ kind: "later", afterMs, cause: "asked", whole: true });

const answers: readonly (readonly [Fault, object])[] = [
  [
    {
      code: 429,
      description: "Too Many Requests: retry after 17",
      parameters: { retry_after: 17 },
    },
    asked(17_000),
  ],
  [{ code: 429, description: "Too Many Requests" }, asked(5_000)],
  [{ code: 403, description: "Forbidden: bot was blocked by the user" }, blocked],
  [{ code: 403, description: "Forbidden: user is deactivated" }, blocked],
  [{ code: 403, description: "Forbidden: bot can't initiate conversation with a user" }, blocked],
  [{ code: 400, description: "Bad Request: chat not found" }, unknown],
  [{ code: 400, description: "Bad Request: PEER_ID_INVALID" }, unknown],
  [{ code: 400, description: "Bad Request: message is too long" }, invalid],
  [{ code: 400, description: "Bad Request: BUTTON_DATA_INVALID" }, invalid],
  [{ code: 401, description: "Unauthorized" }, down],
  [{ code: 404, description: "Not Found" }, down],
  [{ code: 500, description: "Internal Server Error" }, later],
  [{ status: 502, body: "<html>Bad Gateway</html>" }, later],
  [{ status: 200, body: "<html>Log in to the hotel's network</html>" }, later],
  [{ status: 403, body: "<html>Forbidden by a proxy</html>" }, later],
  [{ reset: "before" }, later],
  [{ reset: "after" }, later],
];

test.each(answers)("%o", async (fault, outcome) => {
  const { api, channel, log, secrets } = await listening("polling");
  api.fail("sendMessage", fault);
  expect(await channel.send(outbound({}))).toEqual(outcome);
  const lines = log.lines.join("\n");
  expect(lines).toContain("telegram.not-sent");
  expect(lines).toContain("c-1:1");
  for (const secret of [...secrets, "Apa kabar", "7001000111"]) expect(lines).not.toContain(secret);
});

test("well: by the place of its last message it can be found again", async () => {
  const { channel, persons } = await listening("polling");
  const outcome = await channel.send(outbound({}));
  expect(outcome).toEqual({ kind: "sent", ref: String(persons.siti.ofBot()[0]?.message_id) });
});

test("nobody listens at all: later", async () => {
  const { api, channel, log, secrets } = await listening("polling");
  await api.close();
  expect(await channel.send(outbound({}))).toEqual(later);
  for (const secret of secrets) expect(log.lines.join("\n")).not.toContain(secret);
});

test("the second part fails: it alone is tried again later", async () => {
  const { api, channel, persons } = await listening("polling");
  const said = outbound({ text: "Sudah dibaca ya, Bu. ".repeat(300).trim() });
  api.fail("sendMessage", { hangMs: 1 });
  api.fail("sendMessage", { code: 500, description: "Internal Server Error" });
  expect(await channel.send(said)).toEqual(later);
  expect(persons.siti.ofBot()).toHaveLength(1);
  expect((await channel.send(said)).kind).toBe("sent");
  const texts = () => persons.siti.ofBot().map(({ text }) => text);
  expect(texts()).toHaveLength(2);
  expect(texts().join(" ")).toBe(said.says.text);
  // Another saying of the same words is said whole.
  expect((await channel.send({ ...said, key: "c-1:2" })).kind).toBe("sent");
  expect(texts()).toHaveLength(4);
});
