/** The console's own style, beside the brand that every page shares. */
import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import { assetHandler, hashOf } from "../web/asset.ts";
import type { WebEnv } from "../web/door.ts";

const parts = ["frame.css", "forms.css", "queue.css", "record.css"];
const style = parts
  .map((name) => readFileSync(new URL(`style/${name}`, import.meta.url), "utf8"))
  .join("\n");

export const stylePath = `/console/look/${hashOf([style])}/console.css`;

const handler = assetHandler({ text: style, type: "text/css; charset=utf-8" }, "for-ever");

export function addAssets(routes: Hono<WebEnv>): void {
  routes.get(stylePath, handler);
}
