/** Small parts of which the descriptions of the interface are put together (OpenAPI 3.1, JSON Schema). */

export const text = { type: "string" };

export const json = <Schema extends object>(schema: Schema) => ({ "application/json": { schema } });

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What is answered instead, by status: problem details (RFC 9457). */
export function problems(faults: Readonly<Record<string, string>>) {
  const described = Object.entries(faults).map(([status, description]) => [
    status,
    { description, content: { "application/problem+json": { schema: ref("Problem") } } },
  ]);
  return Object.fromEntries(described);
}

export const problem = {
  type: "object",
  description:
    "RFC 9457. `type` is stable, for programs; the words are in the language of Accept-Language.",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { ...text, examples: ["urn:lindung:problem:no-token"] },
    ...{ title: text, status: { type: "integer" }, detail: text },
    instance: { ...text, description: "The id under which the log knows it" },
  },
};
