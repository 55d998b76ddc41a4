/** The quiet brand every page shares: colours, type, and the drawn mark. */
import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import { assetHandler, hashOf } from "./asset.ts";
import type { WebEnv } from "./door.ts";

const files = {
  "base.css": { text: read("base.css"), type: "text/css; charset=utf-8" },
  "mark.svg": { text: read("mark.svg"), type: "image/svg+xml" },
} as const;

const version = hashOf(Object.values(files).map(({ text }) => text));

/** For pages that send the base style together with their own. */
export const baseStyle: string = files["base.css"].text;

export function lookPath(file: keyof typeof files): string {
  return `/look/${version}/${file}`;
}

/** Compressed once, however many applications are built. */
const handlers = Object.entries(files).map(
  ([name, file]) => [`/look/${version}/${name}`, assetHandler(file, "for-ever")] as const,
);

export function addLook(web: Hono<WebEnv>): void {
  for (const [path, handler] of handlers) web.get(path, handler);
}

function read(name: string): string {
  return readFileSync(new URL(`look/${name}`, import.meta.url), "utf8");
}
