/**
 * The file `.env`: what it sets, and each line of it that sets nothing. The file is this program's alone, so a name in
 * it that is no setting is a mistake.
 */
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { nearestTo } from "./misspelt.ts";

/** `why` is the text `operator.setting.<why>`. */
export type FileFault = {
  readonly name: string;
  readonly why: "misspelt" | "unknown" | "line" | "unreadable";
  readonly values?: Readonly<Record<string, string | number>>;
};

export type EnvFile = {
  readonly set: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FileFault[];
};

/** Nothing is set where there is no such file. */
export function readEnvFile(file: string, settings: readonly string[]): EnvFile {
  try {
    return parseEnvFile(readFileSync(file, "utf8"), settings);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return { set: {}, faults: [] };
    }
    return { set: {}, faults: [{ name: ".env", why: "unreadable" }] };
  }
}

export function parseEnvFile(content: string, settings: readonly string[]): EnvFile {
  // Some editors begin a file with a mark of its encoding.
  const text = content.replace(/^\uFEFF/, "");
  const faults = linesOf(text).flatMap(({ line, number }): readonly FileFault[] => {
    const name = /^\s*(?:export\s+)?([\w.-]+)\s*=/.exec(line)?.[1];
    if (name === undefined) return [{ name: ".env", why: "line", values: { line: number } }];
    return settings.includes(name) ? [] : [strange(name, settings)];
  });
  return { set: parseEnv(text), faults };
}

function strange(name: string, settings: readonly string[]): FileFault {
  const meant = nearestTo(name, settings);
  return meant === undefined
    ? { name, why: "unknown" }
    : { name, why: "misspelt", values: { meant } };
}

/** Each line that is to set something; a value in quotes may go on over more of them. */
function linesOf(text: string): readonly { readonly line: string; readonly number: number }[] {
  let quote: string | undefined;
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (quote !== undefined) {
      if (line.includes(quote)) quote = undefined;
      return [];
    }
    if (/^\s*(?:#|$)/.test(line)) return [];
    const [, mark, rest = ""] = /^[^=]*=\s*(["'`])(.*)$/.exec(line) ?? [];
    // A quote that nothing closes is a letter of the value.
    const goesOn = text
      .split(/\r?\n/)
      .slice(index + 1)
      .some((later) => later.includes(mark ?? "\n"));
    if (mark !== undefined && !rest.includes(mark) && goesOn) quote = mark;
    return [{ line, number: index + 1 }];
  });
}
