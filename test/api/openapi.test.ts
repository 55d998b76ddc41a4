/** The interface describes itself: the document is what OpenAPI asks for, and names what the doors take. */
import { describe, expect, test } from "vitest";
import { parseDecision, parsePage } from "../../src/api/body.ts";
import { parseDays } from "../../src/api/days.ts";
import { openApi } from "../../src/api/openapi.ts";
import { chatPaths } from "../../src/api/openapi-chat.ts";
import { todayIn } from "../../src/enrolment/calendar.ts";
import { openChat } from "../channels/web-chat/open-chat.ts";
import { realMaterial } from "../world.ts";
import { documentOf, faultsOf, operationsOf, resolved } from "./described.ts";

const document = documentOf(openApi(realMaterial().reasons));
const operations = operationsOf(document);

describe("the document holds together", () => {
  test("it says which OpenAPI it is, and what it describes", () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d+$/),
      info: { title: expect.stringMatching(/\S/), version: expect.stringMatching(/\S/) },
    });
    expect(operations.length).toBeGreaterThan(8);
  });

  test("every reference points at something, and everything is pointed at", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)];
    const names = refs.map(([, ref = ""]) => ref);
    for (const ref of names) expect(resolved(document, ref)).toBeTypeOf("object");
    const schemas = Object.keys(document.components["schemas"] ?? {});
    expect(new Set(names)).toEqual(new Set(schemas.map((name) => `#/components/schemas/${name}`)));
  });

  test("every operation has a name of its own, and a summary", () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, summary } of operations)
      expect([operationId, summary]).toEqual([
        expect.stringMatching(/^[a-z]+$/),
        expect.stringMatching(/\S/),
      ]);
  });

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "%s: its parameters are those of its path, its key is one that exists, its answers are described",
    (_id, { path, parameters = [], security = [], responses }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one["in"] === "path");
      expect(declared.map((one) => one["name"])).toEqual(inPath);
      for (const one of declared) expect(one["required"]).toBe(true);
      const keys = parameters.map((one) => `${one["in"]} ${one["name"]}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of security.flatMap((one) => Object.keys(one)))
        expect(Object.keys(document.components["securitySchemes"] ?? {})).toContain(key);
      expect(Object.keys(responses)).toContain("default");
      for (const [status, { description, content }] of Object.entries(responses)) {
        expect(status).toMatch(/^([2-5]\d\d|default)$/);
        expect(description).toMatch(/\S/);
        for (const { schema } of Object.values(content))
          expect(faultsOf(document, schema, undefined)).not.toEqual([]);
      }
    },
  );
});

describe("what is taken is what is described", () => {
  const list = operations.find(({ operationId }) => operationId === "list");
  const schemaOf = (name: string) =>
    list?.parameters?.find((one) => one["name"] === name)?.schema ?? {};

  const filters: readonly (readonly [string, string, boolean])[] = [
    ["state", "awaiting-review", true],
    ["state", "lost", false],
    ["regency", "16.07", true],
    ["regency", "Palembang", false],
    ["ecosystem", "desa", true],
    ["ecosystem", "kota", false],
    ["channel", "web-chat", true],
    ["channel", "", false],
    ["link", "SPSI-1", true],
    ["link", "a b", false],
    ["changed_after", "2026-11-25T02:00:00.000Z", true],
    ["changed_after", "yesterday", false],
    ["after", "s-00000000-0000-7000-8000-000000000000", true],
    ["after", "zzz", false],
    ["limit", "200", true],
    ["limit", "201", false],
  ];

  test.each(filters)("the filter %s=%s: %s", (name, value, isTaken) => {
    expect("fault" in parsePage({ [name]: [value] })).toBe(!isTaken);
    const given = name === "limit" ? Number(value) : value;
    expect(faultsOf(document, schemaOf(name), given).length === 0).toBe(isTaken);
  });

  test.each([
    ["2026-11-25", true],
    ["2026-11-31", false],
    ["25-11-2026", false],
    ["2026-11-25T02:00:00Z", false],
  ])("of a report the day %s: %s", (day, isTaken) => {
    const count = operations.find(({ operationId }) => operationId === "count");
    const today = todayIn("2026-11-25T02:00:00.000Z");
    expect(count?.parameters?.map((one) => one["name"])).toEqual(["from", "to"]);
    for (const { schema, name } of count?.parameters ?? []) {
      expect("fault" in parseDays({ [String(name)]: [day] }, today)).toBe(!isTaken);
      expect(faultsOf(document, schema, day).length === 0).toBe(isTaken);
    }
  });

  test("no filter is forgotten", () => {
    expect(new Set(filters.map(([name]) => name))).toEqual(
      new Set(list?.parameters?.map((one) => one["name"])),
    );
  });

  test.each([
    [{ revision: 1, verdict: "accepted" }, true],
    [{ revision: 1, verdict: "returned", reasons: [{ about: "name", code: "incomplete" }] }, true],
    [{ revision: 0, verdict: "accepted" }, false],
    [{ revision: 1, verdict: "active" }, false],
    [{ revision: 1, verdict: "accepted", note: "x" }, false],
    [{ revision: 1, verdict: "rejected", reasons: [{ about: "all", code: "Ugly!" }] }, false],
    [{ revision: 1, verdict: "rejected", reasons: [{ about: "all" }] }, false],
  ])("the decision %j: %s", (body, isTaken) => {
    expect("fault" in parseDecision(JSON.stringify(body))).toBe(!isTaken);
    const decide = operations.find(({ operationId }) => operationId === "decide");
    const schema = decide?.requestBody?.content["application/json"]?.schema ?? {};
    expect(faultsOf(document, schema, body).length === 0).toBe(isTaken);
  });

  test.each(["id", "text", "choice"] as const)(
    "a message's %s may be as long as described",
    async (name) => {
      const { meet, say } = openChat();
      const token = await meet();
      const { properties } =
        chatPaths["/api/chat/messages"].post.requestBody.content["application/json"].schema;
      const longest = properties[name].maxLength;
      const said = (length: number) => ({
        ...{ id: "1", ...(name === "choice" ? {} : { text: "halo" }) },
        [name]: "x".repeat(length),
      });
      expect((await say(token, said(longest))).status).toBe(200);
      expect((await say(token, said(longest + 1))).status).toBe(422);
    },
  );
});
