/** Small parts of which the descriptions of the interface are put together (OpenAPI 3.1, JSON Schema). */
import { type ProblemKind, problemStatuses } from "../web/refuse.ts";

export const text = { type: "string" };
export const instant = {
  type: "string",
  format: "date-time",
  examples: ["2026-11-25T02:00:00.000Z"],
};

export const day = { type: "string", format: "date", examples: ["2026-11-25"] };
export const textOrNull = { type: ["string", "null"] };

type Properties = Readonly<Record<string, object>>;

/** An object that has all of `required`, and may have what is in `optional`. */
export const object = (required: Properties, optional: Properties = {}) => ({
  type: "object",
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

export const list = (items: object) => ({ type: "array", items });

export const json = <Schema extends object>(schema: Schema) => ({ "application/json": { schema } });

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Why each kind of problem comes. */
export type Problems = { readonly [Kind in ProblemKind]?: string };

export const foreign: Problems = { "foreign-origin": "a page of another site asked" };

/** Of every path behind a token. */
export const always: Problems = {
  ...foreign,
  "too-many": "too often",
  unavailable: "not now: the same again, later",
};

/** What a kind of problem has besides what all have (RFC 9457 §3.2). */
export type Members = { readonly [Kind in ProblemKind]?: Properties };

/** What is answered instead, by status: problem details (RFC 9457). */
export function problems(reasons: Problems, members: Members = {}) {
  const kinds = problemKinds.filter((kind) => reasons[kind] !== undefined);
  const described = [...Map.groupBy(kinds, (kind) => problemStatuses[kind])].map(
    ([status, kinds]) => [
      String(status),
      {
        description: kinds.map((kind) => `\`${kind}\`: ${reasons[kind]}`).join("; "),
        ...(headers[status] === undefined ? {} : { headers: headers[status] }),
        content: problemContent(
          Object.assign(
            { type: { enum: kinds.map(typeOf) } },
            ...kinds.map((kind) => members[kind]),
          ),
        ),
      },
    ],
  );
  const others = { description: "Any other problem", content: problemContent({}) };
  return { ...Object.fromEntries(described), default: others };
}

const problemKinds = Object.keys(problemStatuses) as readonly ProblemKind[];

const typeOf = (kind: ProblemKind) => `urn:lindung:problem:${kind}`;

const retryAfter = {
  "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } },
};
const headers: Readonly<Record<number, object>> = {
  401: { "WWW-Authenticate": { description: "How to say who asks", schema: { const: "Bearer" } } },
  429: retryAfter,
  503: retryAfter,
};

function problemContent(properties: Properties) {
  const narrowed = Object.keys(properties).length === 0 ? [] : [{ type: "object", properties }];
  return { "application/problem+json": { schema: { allOf: [ref("Problem"), ...narrowed] } } };
}

export const problem = {
  description:
    "RFC 9457. `type` is stable, for programs; the words are in the language of Accept-Language (id or en).",
  ...object(
    {
      type: { ...text, examples: ["urn:lindung:problem:no-token"] },
      title: text,
      status: { type: "integer" },
      detail: text,
    },
    { instance: { ...text, description: "The id under which the log knows it" } },
  ),
};
