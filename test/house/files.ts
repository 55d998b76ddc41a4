/** What the house test looks at: files as text, read once. Rules are functions over them, so that a fault can be planted. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type File = { readonly path: string; readonly text: string };

/** Files below `folder` with one of the endings, in alphabetical order; paths from the top of the project. */
export function filesIn(folder: string, ...endings: readonly string[]): readonly File[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** Everything that runs. */
export const sources = filesIn("src", ".ts", ".mjs", ".js");

/** One made-up file, for a planted fault. */
export const planted = (path: string, text: string): readonly File[] => [{ path, text }];

/** Without comments; the lines stay where they are. `//` after a colon is an address. */
export function codeOf(file: File): string {
  return file.text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|[^:"'`\\/])\/\/.*$/gm, "$1");
}

/** The room of a file: `src/inbox/receive.ts` → inbox, `src/channels/web-chat/page.ts` → channels/web-chat, `src/log.ts` → log. */
export function roomOf(path: string): string {
  const [, first = "", second = ""] = path.split("/");
  if (/\.[a-z]+$/.test(first)) return first.replace(/\.[a-z]+$/, "");
  return first === "channels" && !second.includes(".") ? `channels/${second}` : first;
}

/** `path:line: what` for every place where the pattern is found in the code. */
export function placesOf(file: File, pattern: RegExp, what: string): readonly string[] {
  const code = codeOf(file);
  return [...code.matchAll(pattern)].map(
    (found) => `${file.path}:${code.slice(0, found.index).split("\n").length}: ${what}`,
  );
}
