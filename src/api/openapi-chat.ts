/** The talk described for programs: the paths of the web chat's door, which is not below this room. */

import { always, json, list, object, type Problems, problems, ref, text } from "./openapi-parts.ts";

const longestId = 64;
const longestText = 4096;

const security = [{ chat: [] }];

const after = {
  ...{ name: "after", in: "query" },
  description: "`id` of the last saying that is known",
  schema: { type: "integer", minimum: 0, default: 0 },
};

const lastEventId = {
  ...{ name: "Last-Event-ID", in: "header" },
  description: "The same as `after`, and goes before it",
  schema: after.schema,
};

const told = object({ says: list(ref("Says")) });

const says = object(
  {
    id: { type: "integer", minimum: 1, description: "Counts on by one within a talk" },
    text: { ...text, description: "One bubble; lines are separated by a line feed" },
  },
  {
    choices: {
      ...list(object({ value: text, label: text })),
      description: "Buttons under it, numbered from 1 in this order",
    },
    asks: {
      ...object({
        name: { ...text, examples: ["birth_date"] },
        kind: { ...text, examples: ["date"] },
      }),
      description: "Which datum is asked now, and how it is read",
    },
  },
);

const message = {
  type: "object",
  description: "Either `text` or `choice`, never both",
  required: ["id"],
  additionalProperties: false,
  properties: {
    id: {
      ...text,
      ...{ minLength: 1, maxLength: longestId },
      description:
        "The client's own, another one for each message and the same one when it tries again",
    },
    text: { ...text, maxLength: longestText, description: "As typed" },
    choice: { ...text, maxLength: longestText, description: "`value` of the button tapped" },
    under: {
      ...{ type: "integer", minimum: 1 },
      description:
        "`id` of the saying under which the button stood, so that an old one is known as old",
    },
  },
  oneOf: [{ required: ["text"] }, { required: ["choice"] }],
};

const newSession = {
  type: "object",
  additionalProperties: false,
  properties: {
    link: { ...text, maxLength: longestId, description: "Code of a representative's link" },
    lang: { ...text, enum: ["id", "en"], default: "id" },
  },
};

const known: Problems = { ...always, "no-token": "no token, or one that nobody knows" };

const bodied: Problems = {
  "not-json": "no JSON",
  "bad-shape": "members that are missing, do not fit or do not exist",
  "too-large": "more than 16 kB",
  "not-json-type": "not sent as application/json",
};

const reading: Problems = { ...known, "bad-after": "`after` is no number of a saying" };

export const chatPaths = {
  "/api/chat/sessions": {
    post: {
      operationId: "begin",
      summary: "Begins a talk; the bot greets at once",
      security: [],
      requestBody: { required: false, content: json(newSession) },
      responses: {
        "201": {
          description: "The token of this talk. Whoever has it reads and answers: keep it secret.",
          content: json(object({ token: text })),
        },
        ...problems({ ...always, ...bodied }),
      },
    },
  },
  "/api/chat/messages": {
    post: {
      operationId: "say",
      summary: "Says something to the bot",
      description:
        "The same `id` again, also after a restart or twice at once, is answered with the same says and changes nothing.",
      security,
      requestBody: { required: true, content: json(message) },
      responses: {
        "200": { description: "What the bot answers", content: json(told) },
        ...problems({
          ...known,
          ...bodied,
          erased: "a message of before the data were erased",
          "bad-id": "`id` is missing, empty or too long",
          "text-too-long": "`text` or `choice` is too long",
        }),
      },
    },
    get: {
      operationId: "read",
      summary: "What was said since, also without being asked",
      security,
      parameters: [after],
      responses: {
        "200": { description: "All of it, oldest first", content: json(told) },
        ...problems(reading),
      },
    },
  },
  "/api/chat/events": {
    get: {
      operationId: "follow",
      summary: "The same as a stream, which stays open",
      description:
        "Server-sent events: `event: says`, `id` the saying's, `data` one Says as JSON. Of a token's streams the newest three stay open.",
      security,
      parameters: [after, lastEventId],
      responses: {
        "200": { description: "The stream", content: { "text/event-stream": { schema: text } } },
        ...problems(reading),
      },
    },
  },
};

export const chatSchemas = { Says: says };

export const chatScheme = {
  ...{ type: "http", scheme: "bearer" },
  description: "The token of one talk, from POST /api/chat/sessions",
};
