/** The texts of one file of locales/<language>/: nested names become one key, a list is several bubbles. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Fault } from "./fault.ts";
import { fault, unquoted, why } from "./shape.ts";
import type { Path, Source } from "./source.ts";

export type Text = {
  readonly bubbles: string | readonly string[];
  /** One for each bubble. */
  readonly anatomies: readonly Anatomy[];
  readonly source: Source;
  readonly path: Path;
};

/**
 * What ICU makes of a text: the variables it takes, how it reads with … in their place, and each way it can be said with
 * `{name}` for a variable; or why and where (from 0) it cannot be read.
 */
export type Anatomy =
  | {
      readonly variables: readonly string[];
      readonly outline: string;
      readonly ways: readonly string[];
    }
  | { readonly unsound: string; readonly offset: number };

/** Key → text. The first part of a key is the file's own name. */
export type TextsByKey = ReadonlyMap<string, Text>;

export function textsIn(
  name: string,
  source: Source,
): { readonly texts: TextsByKey; readonly faults: readonly Fault[] } {
  const texts = new Map<string, Text>();
  const faults: Fault[] = [];

  const isText = (value: unknown, path: Path): value is string => {
    if (typeof value === "string") return true;
    faults.push(notText(source, path));
    return false;
  };
  const keep = (bubbles: Text["bubbles"], path: Path): void => {
    const anatomies = [bubbles].flat().map(anatomyOf);
    texts.set([name, ...path].join("."), { bubbles, anatomies, source, path });
  };
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      const bubbles = value.filter((bubble, index) => isText(bubble, [...path, index]));
      keep(bubbles, path);
    } else if (typeof value === "object" && value !== null) {
      for (const [part, inner] of Object.entries(value)) visit(inner, [...path, part]);
    } else if (isText(value, path)) {
      keep(value, path);
    }
  };
  // A file whose every line is a comment says nothing, and that is no fault.
  if (source.data !== null) visit(source.data, []);
  return { texts, faults };
}

function anatomyOf(text: string): Anatomy {
  // Most texts have no variable, and nothing in them means anything to ICU.
  if (!/[{}']/.test(text)) return { variables: [], outline: text, ways: [text] };
  try {
    const parts = IntlMessageFormat.__parse?.(text, { ignoreTag: true }) ?? [];
    return { variables: variablesIn(parts), outline: outlineOf(parts), ways: waysOf(parts) };
  } catch (cause) {
    const { message, location } = cause as Error & { location?: { start: { offset: number } } };
    return { unsound: message, offset: location?.start.offset ?? 0 };
  }
}

type Parts = ReturnType<IntlMessageFormat["getAst"]>;

function variablesIn(parts: Parts): readonly string[] {
  return parts.flatMap((part) => {
    // 0 is plain text and 7 the # of a plural; every other part names a variable.
    const own = "value" in part && part.type !== 0 ? [part.value] : [];
    const inner =
      "options" in part
        ? Object.values(part.options).flatMap(({ value }) => variablesIn(value))
        : [];
    return [...own, ...inner];
  });
}

/** Of several branches, the one that is said when no other fits. */
function outlineOf(parts: Parts): string {
  return parts
    .map((part) => {
      if (part.type === 0) return part.value;
      return "options" in part ? outlineOf(part.options["other"]?.value ?? []) : "…";
    })
    .join("");
}

/** Through every branch. */
function waysOf(parts: Parts): readonly string[] {
  return parts.reduce<readonly string[]>(
    (ways, part) => ways.flatMap((way) => endingsOf(part).map((ending) => way + ending)),
    [""],
  );
}

function endingsOf(part: Parts[number]): readonly string[] {
  if (part.type === 0) return [part.value];
  if (part.type === 7) return ["{#}"];
  if ("options" in part) return Object.values(part.options).flatMap(({ value }) => waysOf(value));
  return [`{${part.value}}`];
}

function notText(source: Source, path: Path): Fault {
  return fault(
    "unquoted",
    source,
    source.at(path),
    why(source, path, unquoted(source.written(path))),
  );
}
