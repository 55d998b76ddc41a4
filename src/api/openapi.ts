/** The interface described for programs (OpenAPI 3.1), made of the same lists that the code goes by. */
import type { Reasons } from "../conversation/material.ts";
import { ecosystems } from "../enrolment/registration.ts";
import { mostDays, usualDays } from "../reports/days.ts";
import { decisionBody, largestPage, patterns, usualPage } from "./body.ts";
import { chatPaths, chatSchemas, chatScheme } from "./openapi-chat.ts";
import {
  always,
  day,
  foreign,
  instant,
  json,
  list,
  type Members,
  object,
  type Problems,
  problem,
  problems,
  ref,
  text,
  textOrNull,
} from "./openapi-parts.ts";
import { revision, state, submissionSchemas, taken, verdict } from "./openapi-submission.ts";
import { type Scope, scopes } from "./scopes.ts";

export function openApi(reasons: Reasons) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lindung",
      version: "1",
      description:
        "Registrations for BPJS Ketenagakerjaan (Bukan Penerima Upah): the talk in which a person registers, and for staff's programs the submissions and counts of what is asked. In submissions NIK and phone numbers are masked and each reveal is recorded; a token is made by `lindung token add`. Faults are RFC 9457 problem details.",
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths: {
      ...chatPaths,
      "/api/v1/openapi.json": { get: describing },
      "/api/v1/submissions": { get: listing },
      "/api/v1/submissions/{id}": { get: looking },
      "/api/v1/submissions/{id}/reveal": { post: revealing },
      "/api/v1/submissions/{id}/decision": { post: deciding(reasons) },
      "/api/v1/reports/questions": { get: counting },
    },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: `Scopes: ${scopes.join(", ")}` },
        chat: chatScheme,
      },
      schemas: { ...submissionSchemas, Problem: problem, ...chatSchemas },
    },
  };
}

const describing = {
  operationId: "describe",
  summary: "This description",
  security: [],
  responses: {
    "200": { description: "OpenAPI 3.1", content: json({ type: "object" }) },
    ...problems(foreign),
  },
};

const idParameter = { name: "id", in: "path", required: true, schema: text };
const languageParameter = {
  ...{ name: "Accept-Language", in: "header", schema: { ...text, examples: ["en"] } },
  description: "Of `text`: id or en",
};

function answers(scope: Scope, ok: object, faults: Problems, members: Members = {}) {
  const guarded: Problems = {
    "no-api-token": "no token, or one that ended",
    "no-scope": `the token lacks ${scope}`,
    ...faults,
    ...always,
  };
  const told: Members = { ...members, "no-scope": { scope: { const: scope } } };
  return { "x-scope": scope, responses: { "200": ok, ...problems(guarded, told) } };
}

const inQuery = (name: string, schema: object, description?: string) => ({
  ...{ name, in: "query", schema },
  ...(description === undefined ? {} : { description }),
});

const badQuery: Problems = {
  "bad-query": "a filter that does not exist, or whose value does not fit",
};
const wrongFilters = {
  ...list(text),
  description: "Those that exist, with a value that does not fit",
};

const listing = {
  operationId: "list",
  summary: "Submissions, oldest first",
  parameters: [
    inQuery("state", state),
    inQuery(
      "regency",
      { ...text, pattern: patterns.regency },
      "Code of the ministry of home affairs",
    ),
    inQuery("ecosystem", { ...text, enum: ecosystems }),
    inQuery("channel", { ...text, pattern: patterns.word }),
    inQuery("link", { ...text, pattern: patterns.word }, "Code of a representative's link"),
    inQuery(
      "changed_after",
      instant,
      "Only what was handed in, looked at or decided later. Give `asOf` of the first page of the last time, with `+` written as %2B: nothing is left out, some may come twice. Who was erased is on no list.",
    ),
    inQuery("after", { ...text, pattern: patterns.id }, "`next` of the page before"),
    inQuery("limit", { type: "integer", minimum: 1, maximum: largestPage, default: usualPage }),
  ],
  ...answers("submissions:read", { description: "A page", content: json(ref("Page")) }, badQuery, {
    "bad-query": { filters: wrongFilters },
  }),
};

const unknown: Problems = { "no-submission": "there is none, or the person was erased" };
const tooLarge: Problems = { "too-large": "more than 16 kB" };

const looking = {
  operationId: "look",
  summary: "One submission, masked",
  parameters: [idParameter, languageParameter],
  ...answers(
    "submissions:read",
    { description: "The submission", content: json(ref("Submission")) },
    unknown,
  ),
};

const revealing = {
  operationId: "reveal",
  summary: "Its data unmasked; recorded in the audit",
  parameters: [idParameter],
  ...answers(
    "submissions:reveal",
    { description: "The data", content: json(object({ data: ref("Registration") })) },
    { ...unknown, ...tooLarge },
  ),
};

function deciding({ return: returned, reject }: Reasons) {
  return {
    operationId: "decide",
    summary: "Accept, return named data, or reject; the person is told in the chat",
    description: `The same decision again is answered as the first time. Data that may be returned, with their reasons: ${Object.entries(
      returned,
    )
      .map(([about, codes]) => `${about} (${codes.join(", ")})`)
      .join("; ")}. Reasons to reject, about \`all\`: ${reject.join(", ")}.`,
    parameters: [idParameter],
    requestBody: { required: true, content: json(decisionBody) },
    ...answers(
      "submissions:decide",
      { description: "Taken", content: json(object({ state: verdict, revision })) },
      {
        ...{ ...unknown, ...tooLarge },
        "not-json": "no JSON",
        "bad-decision": "members that are missing, do not fit or do not exist",
        "not-json-type": "not sent as application/json",
        "bad-reasons": "reasons that do not belong to the verdict",
        "not-checked-yet": "the machines have not looked yet",
        claimed: "somebody has it in hand",
        "moved-on": "decided already, or handed in again; `decided` is the last decision about it",
      },
      { "moved-on": { decided: taken } },
    ),
  };
}

const asked = object({
  outcome: {
    ...{ type: "string", enum: ["told", "unsure", "unknown"] },
    description: "Explained; offered what may have been meant; or nothing was found",
  },
  topic: {
    ...textOrNull,
    description: "What was explained, or seemed likeliest: a name of flows/explain.yaml",
  },
  step: {
    ...textOrNull,
    description: "Which question of flows/enrolment.yaml waited; null outside a registration",
  },
  count: { type: "integer", minimum: 1 },
});

const counting = {
  operationId: "count",
  summary: "What people asked in free words, by class, never their words; most often first",
  description: `Days in Asia/Jakarta, both included, at most ${mostDays}.`,
  parameters: [
    inQuery("from", day, `Without it the last ${usualDays} days`),
    inQuery("to", day, "Without it today"),
  ],
  ...answers(
    "reports:read",
    {
      description: "Counts",
      content: json(object({ from: day, to: day, questions: list(asked) })),
    },
    badQuery,
    { "bad-query": { filters: wrongFilters } },
  ),
};
