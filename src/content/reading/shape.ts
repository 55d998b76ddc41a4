/** Holds a file against its schema; every mismatch becomes a fault at its line and column. */
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import type { Path, Source, Spot } from "./source.ts";

/** The rules that hold for one file by itself. */
export const shapeRules = [
  "sound-yaml",
  "duplicate-key",
  "missing-file",
  "unknown-file",
  "unknown-language",
  "unknown-key",
  "missing-key",
  "unquoted",
  "wrong-value",
  "place-within",
] as const;

export function shaped<T>(
  source: Source,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly faults: readonly Fault[] } {
  const parsed = schema.safeParse(source.data);
  if (parsed.success) return { value: parsed.data };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, source)) };
}

/** A fault of the rule `rule`. */
export function fault(rule: string, source: Source, spot: Spot, why: string): Fault {
  return { rule, file: source.file, line: spot.line, column: spot.column, why };
}

/**
 * The way to a value as an author says it: `steps.birth-date.when`. What stands in a list is called by its id,
 * name or value, not by its position.
 */
function pathName(source: Source, path: Path): string {
  let value: unknown = source.data;
  const parts = path.map((part) => {
    value = valueAt(value, part);
    return typeof part === "number" ? nameOf(value, part) : String(part);
  });
  return parts.join(".");
}

/** `steps.birth-date: …`, or only the reason where the whole file is meant. */
export function why(source: Source, path: Path, reason: string): string {
  return path.length === 0 ? reason : `${pathName(source, path)}: ${reason}`;
}

function faultsOf(issue: z.core.$ZodIssue, source: Source): readonly Fault[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      fault(
        "unknown-key",
        source,
        source.atKey([...path, key]),
        why(source, path, `unknown key "${key}"`),
      ),
    );
  }
  const closest = issue.code === "invalid_union" ? closestBranch(issue.errors) : undefined;
  if (closest !== undefined) {
    return closest.flatMap((inner) =>
      faultsOf({ ...inner, path: [...path, ...inner.path] }, source),
    );
  }
  const written = path.reduce<unknown>(valueAt, source.data);
  if (written === undefined) {
    const around = path.slice(0, -1);
    const missing = `"${path.at(-1)}" is missing`;
    return [fault("missing-key", source, source.at(around), why(source, around, missing))];
  }
  const isMeantAsText = issue.code === "invalid_type" && issue.expected === "string";
  if (isMeantAsText && (written === null || typeof written !== "object")) {
    const letters = source.written(path);
    return [fault("unquoted", source, source.at(path), why(source, path, unquoted(letters)))];
  }
  return [fault("wrong-value", source, source.at(path), why(source, path, plainly(issue)))];
}

/** Of the branches of a union, the one whose faults lie deepest: the author most likely meant that one. */
function closestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map(({ path }) => path.length));
  return branches.toSorted((one, other) => depth(other) - depth(one))[0];
}

function plainly(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  if (issue.code === "invalid_type") return `must be ${shapes[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value")
    return `must be one of ${issue.values.map(String).join(", ")}`;
  return issue.message;
}

/** What an author calls the shapes of YAML. */
const shapes: Readonly<Record<string, string>> = {
  object: "a map",
  record: "a map",
  array: "a list",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** For what YAML takes for a number, a truth or nothing: leading zeros and the like are gone then. */
export function unquoted(letters: string): string {
  return letters === ""
    ? "nothing stands here, where text is meant"
    : `${letters} is no text without quotation marks: write "${letters}"`;
}

function valueAt(value: unknown, part: string | number | symbol): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string | number | symbol, unknown>)[part]
    : undefined;
}

function nameOf(item: unknown, position: number): string {
  for (const key of ["id", "name", "code", "value", "text"]) {
    const name = valueAt(item, key);
    if (typeof name === "string") return name;
  }
  return String(position + 1);
}
