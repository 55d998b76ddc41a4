/** The page as a browser can read it: our TypeScript without its types. */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

export type Served = { readonly type: string; readonly body: string };

/** `path` is that of the address; undefined where there is no such file. */
export function pageFile(path: string): Served | undefined {
  if (path === "/") return { type: "text/html; charset=utf-8", body: read("page", "page.html") };
  const [, folder, name] = /^\/fake\/(page\/)?([a-z-]+\.ts)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  try {
    const source = folder === undefined ? read(name) : read("page", name);
    return { type: "text/javascript; charset=utf-8", body: stripTypeScriptTypes(source) };
  } catch {
    return undefined;
  }
}

const read = (...path: readonly string[]) =>
  readFileSync(join(import.meta.dirname, ...path), "utf8");
