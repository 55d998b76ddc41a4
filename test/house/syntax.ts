/** What stands between quotes in a file, read by a parser: comments, regular expressions and `'` in a text do not mislead it. */
import { parseAst } from "vitest/node";
import type { File } from "./files.ts";

export type Syntax = {
  /** Texts in quotes, and names of properties. */
  readonly plain: readonly string[];
  /** Templates with gaps: what is written before, between and after them. */
  readonly templates: readonly (readonly string[])[];
  /** Written after `text:`. */
  readonly spoken: readonly string[];
  /** Written after `event:`, for the log; they look like keys. */
  readonly events: readonly string[];
  /** Templates marked `html`, with nothing in their gaps. */
  readonly pages: readonly string[];
  /** `import`, `import type`, `export … from` and `import()`. */
  readonly imports: readonly string[];
};

const known = new WeakMap<File, Syntax>();

export function syntaxOf(file: File): Syntax {
  const syntax = known.get(file) ?? read(file);
  known.set(file, syntax);
  return syntax;
}

type Node = Readonly<Record<string, unknown>>;
type Found = { [list in keyof Syntax]: Syntax[list][number][] };

function read({ path, text }: File): Syntax {
  const found: Found = { plain: [], templates: [], spoken: [], events: [], pages: [], imports: [] };
  visit(parseAst(text, { lang: path.endsWith("ts") ? "ts" : "js" }), found);
  return found;
}

function visit(value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    for (const part of value) visit(part, found);
  } else if (isNode(value)) {
    note(value, found);
    for (const part of Object.values(value)) visit(part, found);
  }
}

function note(node: Node, found: Found): void {
  const source = textOf(node["source"]);
  if (source !== undefined && String(node["type"]).match(/^Import|^Export/))
    found.imports.push(source);
  if (node["type"] === "Literal" && typeof node["value"] === "string")
    found.plain.push(node["value"]);
  if (node["type"] === "TemplateLiteral") {
    const parts = partsOf(node);
    if (parts.length > 1) found.templates.push(parts);
    else found.plain.push(parts.join(""));
  }
  if (node["type"] === "TaggedTemplateExpression" && nameOf(node["tag"]) === "html") {
    found.pages.push(partsOf(node["quasi"]).join(""));
  }
  noteProperty(node, found);
}

function noteProperty(node: Node, found: Found): void {
  const name = nameOf(node["key"]);
  if (name === undefined || node["computed"] === true) return;
  found.plain.push(name);
  const value = textOf(node["value"]);
  if (name === "text" && value !== undefined) found.spoken.push(value);
  if (name === "event" && value !== undefined) found.events.push(value);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node["type"] === "Identifier" ? String(node["name"]) : undefined;
}

function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node["type"] === "TemplateLiteral") return partsOf(node).join("…");
  return node["type"] === "Literal" && typeof node["value"] === "string"
    ? node["value"]
    : undefined;
}

function partsOf(template: unknown): readonly string[] {
  const quasis = isNode(template) ? template["quasis"] : [];
  return (Array.isArray(quasis) ? quasis : []).map(({ value }) => String(value.cooked));
}
