/** A file that does not change while the program runs: compressed once, answered by its ETag afterwards. */
import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Context } from "hono";
import type { WebEnv } from "./door.ts";

export type Asset = { readonly text: string; readonly type: string };

export type Cached = "revalidated" | "for-ever";

/** Shows the asset. "for-ever" is for paths that hold the content's hash. */
export function assetHandler(
  asset: Asset,
  cached: Cached,
  extra: Readonly<Record<string, string>> = {},
): (c: Context<WebEnv>) => Response {
  const plain = Buffer.from(asset.text);
  const bodies = { br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) };
  // Weak: the same words in three encodings.
  const etag = `W/"${hashOf([asset.text])}"`;
  const headers = {
    ...extra,
    ETag: etag,
    Vary: "Accept-Encoding",
    "Cache-Control": cached === "for-ever" ? "public, max-age=31536000, immutable" : "no-cache",
  };
  return (c) => {
    if (matches(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
    const encoding = encodingOf(c.req.header("Accept-Encoding"));
    const body = encoding === undefined ? plain : bodies[encoding];
    return c.body(new Uint8Array(body), 200, {
      ...headers,
      "Content-Type": asset.type,
      ...(encoding === undefined ? {} : { "Content-Encoding": encoding }),
    });
  };
}

/** Twelve letters that change when any of the texts does. */
export function hashOf(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\0")).digest("base64url").slice(0, 12);
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((given) => given.trim() === etag);
}

function encodingOf(header: string | undefined): "br" | "gzip" | undefined {
  const taken = (header ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((encoding) => taken.includes(encoding));
}
