import { describe, expect, test } from "vitest";
import { jsonOf } from "../../web/json.ts";
import { webTexts } from "../../web/texts.ts";
import { openChat, type Session, type Told } from "./open-chat.ts";

describe("a new chat", () => {
  test("gets a token of 256 bits, and the house only its hash", async () => {
    const { talk, post } = openChat();
    const response = await post("/api/chat/sessions", JSON.stringify({ link: "SPK7", lang: "en" }));
    expect(response.status).toBe(201);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { token } = await jsonOf<Session>(response);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(talk.met).toEqual([
      { from: expect.stringMatching(/^[0-9a-f]{64}$/), link: "SPK7", language: "en" },
    ]);
  });

  test.each([
    ["no body", "", 201],
    ["an empty object", "{}", 201],
    ["a link", '{"link":"SPK7"}', 201],
    ["a language", '{"lang":"en"}', 201],
    ["the language of most", '{"lang":"id","link":"SPK7"}', 201],
    ["a language that is not spoken here", '{"lang":"jv"}', 400],
    ["a language that is no text", '{"lang":1}', 400],
    ["a link that is no text", '{"link":7}', 400],
    ["a link longer than any", JSON.stringify({ link: "x".repeat(65) }), 400],
    ["an unknown field", '{"link":"SPK7","name":"Siti"}', 400],
    ["a list", "[]", 400],
    ["broken JSON", "{", 400],
    ["more than 16 kB", JSON.stringify({ link: "x".repeat(17_000) }), 413],
  ])("may begin with %s", async (_why, body, status) => {
    expect((await openChat().post("/api/chat/sessions", body)).status).toBe(status);
  });

  test("begins only with JSON", async () => {
    const { web } = openChat();
    const response = await web.request("/api/chat/sessions", { method: "POST", body: "link=SPK7" });
    expect(response.status).toBe(415);
  });

  test("greets", async () => {
    const { meet, read } = openChat();
    const { says } = await jsonOf<Told>(await read(await meet()));
    expect(says.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(says[2]?.choices?.[0]).toEqual({ value: "start", label: "Mulai daftar" });
  });
});

describe("a message", () => {
  test.each([
    ["text", { id: "1", text: "halo" }, 200, undefined],
    ["a choice", { id: "1", choice: "start" }, 200, undefined],
    ["an id of 64 characters", { id: "x".repeat(64), text: "halo" }, 200, undefined],
    ["a text of 4096 characters", { id: "1", text: "x".repeat(4096) }, 200, undefined],
    ["the saying whose button was tapped", { id: "1", choice: "yes", under: 3 }, 200, undefined],
    ["a saying number that is text", { id: "1", choice: "yes", under: "3" }, 400, "bad-shape"],
    ["a saying number below one", { id: "1", choice: "yes", under: 0 }, 400, "bad-shape"],
    ["half a saying", { id: "1", choice: "yes", under: 1.5 }, 400, "bad-shape"],
    ["no saying", { id: "1", choice: "yes", under: null }, 400, "bad-shape"],
    ["an empty text", { id: "1", text: "" }, 200, undefined],
    ["broken JSON", '{"id":"1"', 400, "not-json"],
    ["a list", "[]", 400, "bad-shape"],
    ["null", "null", 400, "bad-shape"],
    ["an unknown field", { id: "1", text: "halo", nik: "x" }, 400, "bad-shape"],
    ["__proto__", '{"id":"1","text":"x","__proto__":{}}', 400, "bad-shape"],
    ["both text and choice", { id: "1", text: "halo", choice: "start" }, 400, "bad-shape"],
    ["neither", { id: "1" }, 400, "bad-shape"],
    ["a text that is a number", { id: "1", text: 7 }, 400, "bad-shape"],
    ["a choice that is null", { id: "1", choice: null }, 400, "bad-shape"],
    ["more than 16 kB", { id: "1", text: "x".repeat(17_000) }, 413, "too-large"],
    ["no id", { text: "halo" }, 422, "bad-id"],
    ["an empty id", { id: "", text: "halo" }, 422, "bad-id"],
    ["an id of 65 characters", { id: "x".repeat(65), text: "halo" }, 422, "bad-id"],
    ["an id that is a number", { id: 1, text: "halo" }, 422, "bad-id"],
    ["a text of 4097 characters", { id: "1", text: "x".repeat(4097) }, 422, "text-too-long"],
    ["a choice of 4097 characters", { id: "1", choice: "x".repeat(4097) }, 422, "text-too-long"],
  ])("with %s", async (_why, body, status, kind) => {
    const { meet, say, talk } = openChat();
    const response = await say(await meet(), body);
    expect(response.status).toBe(status);
    if (kind === undefined) return expect(talk.received).toHaveLength(1);
    const problem = await jsonOf(response);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
    expect(problem).toEqual({
      type: `urn:lindung:problem:${kind}`,
      title: webTexts.id(`web.problem.${kind}.title`),
      status,
      detail: webTexts.id(`web.problem.${kind}.detail`),
    });
    return expect(talk.received).toEqual([]);
  });

  test("arrives as the house expects it, without the token", async () => {
    const { meet, say, talk } = openChat();
    const token = await meet();
    await say(token, { id: "a", choice: "start", under: 3 });
    await say(token, { id: "b", text: "Ya" });
    const from = talk.met[0]?.from;
    expect(talk.received).toEqual([
      {
        channel: "web-chat",
        account: "web",
        from,
        id: "a",
        heard: { kind: "choice", value: "start" },
        under: 3,
      },
      { channel: "web-chat", account: "web", from, id: "b", heard: { kind: "text", text: "Ya" } },
    ]);
    expect(JSON.stringify(talk.received)).not.toContain(token);
  });

  test("is answered with what the bot says, and the same id with the same says", async () => {
    const { meet, say } = openChat();
    const token = await meet();
    await say(token, { id: "a", choice: "start" });
    const first = await jsonOf<Told>(await say(token, { id: "b", text: "Ya" }));
    const again = await jsonOf<Told>(await say(token, { id: "b", text: "Ya" }));
    expect(first.says[0]).toMatchObject({ asks: { name: "segment", kind: "choice" } });
    expect(first.says[0]?.choices?.[1]).toEqual({
      value: "employer",
      label: "Usaha, ada karyawan",
    });
    expect(again).toEqual(first);
  });

  test("must be JSON", async () => {
    const { meet, web, bearer } = openChat();
    const response = await web.request("/api/chat/messages", {
      method: "POST",
      headers: { ...bearer(await meet()), "Content-Type": "text/plain" },
      body: '{"id":"1","text":"halo"}',
    });
    expect(response.status).toBe(415);
  });

  test("that the house cannot take now is answered 503 and logged by an id, without its words", async () => {
    const { meet, say, talk } = openChat();
    const token = await meet();
    talk.before = () => {
      throw new Error("disk full while saving Siti Aminah");
    };
    const response = await say(token, { id: "1", text: "Siti Aminah" });
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect((await jsonOf(response))["instance"]).toBe("urn:lindung:event:e-1");
    expect(talk.logged).toMatchObject([{ event: "web-chat.unavailable", id: "e-1" }]);
    expect(JSON.stringify(talk.logged)).not.toContain("Siti");
    talk.before = () => undefined;
    expect((await say(token, { id: "1", text: "Siti Aminah" })).status).toBe(200);
  });
});
