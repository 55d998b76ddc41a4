import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { assetHandler } from "../../src/web/asset.ts";
import type { WebEnv } from "../../src/web/door.ts";

const text = "Selamat datang, Bapak/Ibu. ".repeat(40);
const web = new Hono<WebEnv>();
web.get("/page", assetHandler({ text, type: "text/plain; charset=utf-8" }, "revalidated"));
web.get("/file", assetHandler({ text, type: "text/plain; charset=utf-8" }, "for-ever"));

test.each([
  ["the smallest that the browser takes", "gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip for older ones", "gzip", "gzip", gunzipSync],
  ["nothing where nothing is taken", undefined, null, (body: Buffer) => body],
  ["nothing that is refused", "br;q=0, gzip;q=0.0", null, (body: Buffer) => body],
])("an asset is sent compressed: %s", async (_why, taken, encoding, unpack) => {
  const headers = taken === undefined ? {} : { "Accept-Encoding": taken };
  const response = await web.request("/page", { headers });
  expect(response.headers.get("Content-Encoding")).toBe(encoding);
  expect(response.headers.get("Vary")).toBe("Accept-Encoding");
  expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(text);
});

test("what a browser has already is not sent again", async () => {
  const first = await web.request("/page");
  const etag = first.headers.get("ETag") ?? "";
  const again = await web.request("/page", { headers: { "If-None-Match": `"x", ${etag}` } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  const changed = await web.request("/page", { headers: { "If-None-Match": 'W/"older"' } });
  expect(changed.status).toBe(200);
});

test("an address that holds the content's hash may be kept for ever, a page is asked for again", async () => {
  expect((await web.request("/file")).headers.get("Cache-Control")).toContain("immutable");
  expect((await web.request("/page")).headers.get("Cache-Control")).toBe("no-cache");
});
