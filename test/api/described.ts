/** The description of the interface as a judge of real answers: each is parsed by the schema that stands there for it. */
import { expect } from "vitest";
import { z } from "zod";

export type Json = Readonly<Record<string, unknown>>;

export type Operation = Json & {
  readonly operationId: string;
  readonly path: string;
  readonly method: string;
  readonly security?: readonly Json[];
  readonly parameters?: readonly (Json & { readonly schema: Json })[];
  readonly requestBody?: Pick<Described, "content">;
  readonly responses: Readonly<Record<string, Described>>;
};

type Described = {
  readonly description: string;
  readonly headers?: Json;
  readonly content: Readonly<Record<string, { readonly schema: Json }>>;
};

export type Document = Json & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: Readonly<Record<string, Json>>;
};

/** As a client gets it: what is undefined is not there. */
export function documentOf(described: object): Document {
  return JSON.parse(JSON.stringify(described));
}

export function operationsOf({ paths }: Document): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, deeds]) =>
    Object.entries(deeds).map(([method, deed]) => ({ ...(deed as Operation), path, method })),
  );
}

/** Every answer that is described, as `operation status kind`; of a success the kind is `ok`. */
export function answersOf(operations: readonly Operation[]): readonly string[] {
  return operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(([status]) => status !== "default")
      .flatMap(([status, { content }]) => {
        const kinds = kindsIn(content);
        return kinds.map((kind) => `${operationId} ${status} ${kind}`);
      }),
  );
}

function kindsIn(content: Described["content"]): readonly string[] {
  const schema = content["application/problem+json"]?.schema;
  if (schema === undefined) return ["ok"];
  const kinds = JSON.stringify(schema).matchAll(/"urn:lindung:problem:([a-z-]+)"/g);
  return [...kinds].map(([, kind = ""]) => kind);
}

/** Fails unless the answer is described, with this status, type, headers and body; gives it as in `answersOf`. */
export async function judge(
  document: Document,
  { operationId, responses }: Operation,
  response: Response,
): Promise<string> {
  const name = `${operationId} ${response.status}`;
  const described = responses[response.status];
  if (described === undefined) throw new Error(`${name} is not described`);
  const [type = ""] = response.headers.get("Content-Type")?.split(";") ?? [];
  const schema = described.content[type]?.schema;
  if (schema === undefined) throw new Error(`${name} is not described as ${type}`);
  for (const header of Object.keys(described.headers ?? {}))
    expect(response.headers.has(header), `${name} ${header}`).toBe(true);
  // A stream stays open: its events are judged by whoever reads them.
  if (type === "text/event-stream") return `${name} ok`;
  const body: unknown = await response.json();
  expect(faultsOf(document, schema, body), `${name}: ${JSON.stringify(body)}`).toEqual([]);
  return `${name} ${kindOf(body)}`;
}

function kindOf(body: unknown): string {
  const parsed = z.object({ type: z.string().startsWith("urn:") }).safeParse(body);
  return parsed.success ? parsed.data.type.replace("urn:lindung:problem:", "") : "ok";
}

/** Where a value differs from a schema of the document. A member that is not described is a difference. */
export function faultsOf(document: Document, schema: Json, value: unknown): readonly string[] {
  const parsed = z.fromJSONSchema(closed(document, schema)).safeParse(value);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** The schema by itself: references resolved, parts put together, no member but those that are named. */
function closed(document: Document, schema: Json): Json {
  const one = whole(document, schema);
  const { properties, items, anyOf, oneOf } = one;
  const within = (part: unknown) => closed(document, part as Json);
  return {
    ...one,
    ...(isJson(properties)
      ? {
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, part]) => [name, within(part)]),
          ),
        }
      : {}),
    ...(isJson(items) ? { items: within(items) } : {}),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(within) } : {}),
    ...(Array.isArray(oneOf) ? { oneOf: oneOf.map(within) } : {}),
  };
}

function whole(document: Document, schema: Json): Json {
  const { $ref, allOf, ...own } = schema;
  const parts = [
    ...($ref === undefined ? [] : [resolved(document, String($ref))]),
    ...(Array.isArray(allOf) ? (allOf as readonly Json[]) : []),
  ].map((part) => whole(document, part));
  return parts.reduce(together, own);
}

function together(one: Json, other: Json): Json {
  const properties = { ...(one["properties"] as Json) };
  for (const [name, part] of Object.entries((other["properties"] ?? {}) as Json))
    properties[name] = { ...(properties[name] as Json), ...(part as Json) };
  const required = [one, other].flatMap((part) => (part["required"] ?? []) as string[]);
  return {
    ...{ ...one, ...other },
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** What a reference points at; throws when nothing is there. */
export function resolved(document: Document, ref: string): Json {
  const [start, ...names] = ref.split("/");
  const found = names.reduce<unknown>(
    (part, name) => (isJson(part) ? part[name] : undefined),
    document,
  );
  if (start !== "#" || !isJson(found)) throw new Error(`${ref} points at nothing`);
  return found;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
