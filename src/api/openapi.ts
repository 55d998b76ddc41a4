/** The interface described for programs (OpenAPI 3.1), made of the same lists that the code goes by. */

import type { Reasons } from "../conversation/material.ts";
import { submissionStates, verdicts } from "../enrolment/submission.ts";
import { largestPage } from "./body.ts";
import { chatPaths, chatSchemas, chatScheme } from "./openapi-chat.ts";
import { json, problem, problems, ref, text } from "./openapi-parts.ts";
import { type Scope, scopes } from "./scopes.ts";

export function openApi(reasons: Reasons) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lindung",
      version: "1",
      description:
        "Registrations for BPJS Ketenagakerjaan (Bukan Penerima Upah): the talk in which a person registers, and for staff's programs the submissions. There NIK and phone numbers are masked and each reveal is recorded; a token is made by `lindung token add`. Faults are RFC 9457 problem details.",
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths: {
      ...chatPaths,
      "/api/v1/submissions": { get: listing },
      "/api/v1/submissions/{id}": { get: looking },
      "/api/v1/submissions/{id}/reveal": { post: revealing },
      "/api/v1/submissions/{id}/decision": { post: deciding(reasons) },
    },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: `Scopes: ${scopes.join(", ")}` },
        chat: chatScheme,
      },
      schemas: { Outline: outline, Submission: submission, Problem: problem, ...chatSchemas },
    },
  };
}

const textOrNull = { type: ["string", "null"] };
const instant = { type: "string", format: "date-time" };
const state = { type: "string", enum: submissionStates };
const count = { type: "integer", minimum: 0 };
const idParameter = { name: "id", in: "path", required: true, schema: text };

const outline = {
  type: "object",
  properties: {
    ...{ id: text, number: { ...text, examples: ["LD-7K3M-92"] }, state },
    ...{ revision: { type: "integer", minimum: 1 }, regency: textOrNull, ecosystem: text },
    ...{ segment: text, sector: text, channel: text, link: textOrNull },
    ...{ receivedAt: instant, updatedAt: instant, needsAttention: { type: "boolean" } },
    findings: {
      description: "In a list: how many of each level. In one submission: each with its text.",
      oneOf: [
        { type: "object", properties: { note: count, warning: count, serious: count } },
        { type: "array", items: { type: "object" } },
      ],
    },
  },
};

const submission = {
  allOf: [
    ref("Outline"),
    {
      type: "object",
      properties: {
        data: { type: "object", description: "As the person gave it; NIK and phone masked." },
        contribution: {
          type: "object",
          description: "Rupiah, with the rules and dates they came from.",
        },
        changes: {
          type: "array",
          description: "Since the revision before.",
          items: { type: "object", properties: { about: text, before: {}, after: {} } },
        },
        decisions: { type: "array", items: { type: "object" } },
        history: { type: "array", items: { type: "object" } },
      },
    },
  ],
};

function answers(scope: Scope, ok: object, more: Readonly<Record<string, string>> = {}) {
  const faults = {
    ...{ "401": "No token, or one that ended", "403": `The token lacks ${scope}` },
    ...{ "429": "Too many requests", "503": "Not now; try again", ...more },
  };
  return {
    "x-scope": scope,
    responses: { "200": ok, ...problems(faults) },
  };
}

const filters = ["regency", "ecosystem", "channel", "link"].map((name) => ({
  ...{ name, in: "query", schema: text },
}));

const listing = {
  summary: "Submissions, oldest first",
  parameters: [
    { name: "state", in: "query", schema: state },
    ...filters,
    {
      ...{ name: "changed_after", in: "query", schema: instant },
      description:
        "Only what was handed in, looked at or decided later. Give `asOf` of the first page of the last time, with `+` written as %2B: nothing is left out, some may come twice. Who was erased is on no list.",
    },
    { name: "after", in: "query", description: "`next` of the page before", schema: text },
    {
      ...{ name: "limit", in: "query" },
      schema: { type: "integer", minimum: 1, maximum: largestPage, default: 50 },
    },
  ],
  ...answers(
    "submissions:read",
    {
      description: "A page",
      content: json({
        type: "object",
        properties: {
          submissions: { type: "array", items: ref("Outline") },
          next: textOrNull,
          asOf: instant,
        },
      }),
    },
    { "400": "No such filter" },
  ),
};

const looking = {
  summary: "One submission, masked",
  parameters: [idParameter],
  ...answers(
    "submissions:read",
    { description: "The submission", content: json(ref("Submission")) },
    { "404": "There is none, or the person was erased" },
  ),
};

const revealing = {
  summary: "Its data unmasked; recorded in the audit",
  parameters: [idParameter],
  ...answers(
    "submissions:reveal",
    { description: "The data", content: json({ type: "object" }) },
    { "404": "There is none, or the person was erased" },
  ),
};

function deciding({ return: returned, reject }: Reasons) {
  return {
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
      {
        description: "Taken",
        content: json({ type: "object", properties: { state, revision: { type: "integer" } } }),
      },
      {
        "404": "There is none, or the person was erased",
        "409": "Decided already, handed in again, or in somebody's hands",
        "422": "Reasons that do not belong to the verdict",
      },
    ),
  };
}

const decisionBody = {
  type: "object",
  required: ["revision", "verdict"],
  properties: {
    revision: { type: "integer", minimum: 1, description: "The one that was looked at" },
    verdict: { type: "string", enum: verdicts },
    reasons: {
      type: "array",
      items: {
        type: "object",
        required: ["about", "code"],
        properties: { about: text, code: text },
      },
    },
  },
};
