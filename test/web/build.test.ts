import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { buildWeb, type WebNeeds } from "../../src/web/build.ts";
import type { WebEnv } from "../../src/web/door.ts";
import { jsonOf } from "./json.ts";
import { webTexts } from "./texts.ts";

const logged: Readonly<Record<string, unknown>>[] = [];

function webWith(more: Partial<WebNeeds> = {}) {
  const routes = new Hono<WebEnv>();
  routes.get("/api/echo", (c) => c.json({ address: c.get("address") }));
  routes.post("/api/echo", (c) => c.json({}));
  routes.get("/page", (c) => c.text("page"));
  routes.get("/api/broken", () => {
    throw new Error("Siti's NIK 1699015501900001 broke it", { cause: "a reason" });
  });
  routes.get("/broken", () => {
    throw Object.assign(new Error("Siti"), { code: "ENOSPC" });
  });
  return buildWeb({
    doors: [{ routes }],
    texts: webTexts,
    waitingFor: async () => [],
    log: { error: (fields) => void logged.push(fields) },
    newId: () => "e-1",
    ...more,
  });
}

describe("every response carries the strict headers", () => {
  test.each([
    ["a page", "/page", 200],
    ["an answer of the interface", "/api/echo", 200],
    ["a page that is not there", "/nowhere", 404],
    ["an interface that is not there", "/api/nowhere", 404],
    ["a failure", "/broken", 500],
    ["health", "/health/live", 200],
  ])("%s", async (_why, path, status) => {
    const response = await webWith().request(path);
    expect(response.status).toBe(status);
    const csp = response.headers.get("Content-Security-Policy") ?? "";
    expect(csp.split("; ").toSorted()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.get("X-Frame-Options")).toBe("DENY");
    expect(response.headers.get("Permissions-Policy")).toContain("camera=()");
    expect(response.headers.has("X-Powered-By")).toBe(false);
  });
});

test.each([
  ["nothing said", undefined, "id"],
  ["Indonesian first", "id-ID,id;q=0.9,en;q=0.8", "id"],
  ["English first", "en-GB,en;q=0.9,id;q=0.8", "en"],
  ["English only", "en", "en"],
  ["another language", "fr-FR,fr;q=0.9", "id"],
  ["English refused", "en;q=0", "id"],
  ["nonsense", ";;q=x,,", "id"],
])("errors are Indonesian unless English is preferred: %s", async (_why, header, language) => {
  const headers = header === undefined ? {} : { "Accept-Language": header };
  const response = await webWith().request("/api/nowhere", { headers });
  const problem = await jsonOf(response);
  expect(response.headers.get("Content-Language")).toBe(language);
  expect(problem["title"]).toBe(
    language === "id" ? "Alamat ini tidak ada" : "There is no such address",
  );
});

test.each([
  ["a phone's browser on our own page", { "Sec-Fetch-Site": "same-origin" }, 200],
  ["an address typed by hand", { "Sec-Fetch-Site": "none" }, 200],
  ["a program, which sends neither", {}, 200],
  [
    "our own origin, from an old browser",
    { Origin: "http://lindung.example", Host: "lindung.example" },
    200,
  ],
  [
    "the public address, behind a proxy",
    { Origin: "https://daftar.example", Host: "10.0.0.2" },
    200,
  ],
  ["another site", { "Sec-Fetch-Site": "cross-site" }, 403],
  ["a neighbour under the same domain", { "Sec-Fetch-Site": "same-site" }, 403],
  [
    "another origin, from an old browser",
    { Origin: "https://evil.example", Host: "lindung.example" },
    403,
  ],
  ["a sandboxed frame", { Origin: "null", Host: "lindung.example" }, 403],
])("other origins are refused: %s", async (_why, headers, status) => {
  const web = webWith({ publicUrl: "https://daftar.example" });
  const response = await web.request("/api/echo", { method: "POST", headers });
  expect(response.status).toBe(status);
});

test.each([
  ["a phone behind a proxy on this machine", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["the proxy's word, not the one before it", "::1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["a claim from elsewhere is ignored", "203.0.113.5", "198.51.100.1", "203.0.113.5"],
  ["no proxy", "::ffff:203.0.113.5", undefined, "203.0.113.5"],
  ["a whole IPv6 household", "2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2"],
  ["a shortened IPv6 address", "2001:db8::6", undefined, "2001:db8:0:0"],
])("the address that limits count: %s", async (_why, remoteAddress, forwarded, expected) => {
  const headers = forwarded === undefined ? {} : { "X-Forwarded-For": forwarded };
  const incoming = { socket: { remoteAddress } };
  const response = await webWith().request("/api/echo", { headers }, { incoming });
  expect(await response.json()).toEqual({ address: expected });
});

test("a method that an address does not have is named, with those it has", async () => {
  const response = await webWith().request("/api/echo", { method: "DELETE" });
  expect(response.status).toBe(405);
  expect(response.headers.get("Allow")).toBe("GET, HEAD, POST");
  expect((await jsonOf(response))["type"]).toBe("urn:lindung:problem:method-not-allowed");
});

test("a failure is logged with an id and a place, and nobody is shown its words", async () => {
  logged.length = 0;
  const response = await webWith().request("/api/broken");
  const text = await response.text();
  expect(response.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  expect(JSON.parse(text)).toMatchObject({ status: 500, instance: "urn:lindung:event:e-1" });
  expect(logged).toMatchObject([{ event: "web.failed", id: "e-1", failure: "Error" }]);
  expect(JSON.stringify(logged)).toContain("build.test.ts");
  expect(text + JSON.stringify(logged)).not.toMatch(/Siti|1699|a reason/);
});

test("a failure outside the interface is a page, in words, with a way on", async () => {
  logged.length = 0;
  const response = await webWith().request("/broken");
  expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
  const page = await response.text();
  expect(page).toContain("Ada gangguan di tempat kami");
  expect(page).toContain('href="/"');
  expect(logged).toMatchObject([{ code: "ENOSPC" }]);
});

test.each([
  ["nothing is waited for", async () => [], 200, { status: "ready" }],
  [
    "the database is",
    async () => ["database"],
    503,
    { status: "waiting", waitingFor: ["database"] },
  ],
  [
    "nobody can say",
    () => Promise.reject(new Error("Siti")),
    503,
    { status: "waiting", waitingFor: ["health"] },
  ],
])("ready: %s", async (_why, waitingFor, status, body) => {
  const response = await webWith({ waitingFor }).request("/health/ready");
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(body);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});
