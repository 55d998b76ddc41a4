/** The rooms of the house, and who may know whom. */

export type Room = {
  readonly name: string;
  /** Rooms below its own line that it may know. */
  readonly knows: readonly string[];
  /** Packages it may use; `node:` modules are given as `node:*`, or one by one. */
  readonly uses: readonly string[];
};

/** These wire the house and may know everybody. */
export const wiring = ["main", "house", "doors", "sent-to", "channel-news", "cli", "lindung"];

/** From the top of a message's journey to the bottom; an unknown room has no rights until it gets a line. */
export const rooms: readonly Room[] = [
  {
    name: "operations",
    knows: [
      "api",
      "privacy",
      "submissions",
      "staff",
      "audit",
      "outbox",
      "people",
      "vault",
      "database",
      "said",
      "enrolment",
    ],
    uses: ["node:*", "zod"],
  },
  {
    name: "content",
    knows: ["rendering", "channels", "conversation", "said", "enrolment"],
    uses: ["node:*", "intl-messageformat", "yaml", "zod"],
  },
  {
    name: "validation",
    knows: ["submissions", "vault", "database", "log", "enrolment"],
    uses: ["node:*", "bullmq", "ioredis", "js-redis-server/core", "zod"],
  },
  {
    name: "console",
    knows: ["review", "submissions", "staff", "web", "conversation", "database", "enrolment"],
    uses: ["node:*", "hono", "qrcode"],
  },
  {
    name: "api",
    knows: [
      "review",
      "submissions",
      "reports",
      "audit",
      "web",
      "conversation",
      "vault",
      "database",
      "enrolment",
    ],
    uses: ["node:*", "hono", "zod"],
  },
  {
    name: "review",
    knows: [
      "inbox",
      "submissions",
      "audit",
      "outbox",
      "people",
      "conversation",
      "vault",
      "database",
      "enrolment",
    ],
    uses: [],
  },
  {
    name: "inbox",
    knows: [
      "privacy",
      "submissions",
      "outbox",
      "reports",
      "people",
      "channels",
      "conversation",
      "vault",
      "database",
      "config",
      "log",
      "enrolment",
    ],
    uses: ["node:*", "zod"],
  },
  {
    name: "privacy",
    knows: ["submissions", "audit", "outbox", "people", "vault", "database", "log", "enrolment"],
    uses: ["node:*"],
  },
  {
    name: "submissions",
    knows: ["audit", "vault", "database", "enrolment"],
    uses: ["node:*", "kysely", "zod"],
  },
  {
    name: "staff",
    knows: ["audit", "vault", "database"],
    uses: [
      "node:*",
      "kysely",
      "otpauth",
      "@zxcvbn-ts/core",
      "@zxcvbn-ts/language-common",
      "@zxcvbn-ts/language-id",
    ],
  },
  { name: "audit", knows: ["vault", "database"], uses: ["node:*"] },
  {
    name: "outbox",
    knows: ["people", "channels", "conversation", "vault", "database", "log"],
    uses: ["node:*", "kysely", "zod"],
  },
  { name: "reports", knows: ["database", "enrolment"], uses: [] },
  { name: "people", knows: ["vault", "database"], uses: ["node:*", "kysely"] },
  { name: "channels/terminal", knows: ["channels", "conversation"], uses: ["node:*"] },
  {
    name: "channels/web-chat",
    knows: ["channels", "web", "conversation", "log"],
    uses: ["node:*", "hono", "zod"],
  },
  {
    name: "channels/whatsapp-cloud",
    knows: ["rendering", "channels", "web", "conversation", "config"],
    uses: ["node:*", "hono", "zod"],
  },
  {
    name: "channels/telegram",
    knows: ["channels", "rendering", "web", "conversation", "config"],
    uses: ["node:*", "hono", "telegraf", "telegraf/types", "zod"],
  },
  {
    name: "channels/whatsapp-web",
    knows: ["rendering", "channels", "conversation", "config"],
    uses: ["node:*", "qrcode", "whatsapp-web.js", "zod"],
  },
  // What channels share: a saying as messages.
  { name: "rendering", knows: ["channels", "conversation"], uses: [] },
  { name: "channels", knows: ["conversation"], uses: ["node:crypto"] },
  {
    name: "web",
    knows: ["conversation", "config", "log", "said"],
    uses: ["node:*", "hono", "@hono/node-server", "rate-limiter-flexible"],
  },
  {
    name: "conversation",
    knows: ["enrolment"],
    uses: ["intl-messageformat", "fastest-levenshtein", "minisearch", "@orama/stemmers", "zod"],
  },
  { name: "vault", knows: ["database", "said", "enrolment"], uses: ["node:*"] },
  { name: "database", knows: ["log", "said"], uses: ["node:*", "better-sqlite3", "kysely", "pg"] },
  { name: "log", knows: ["config"], uses: ["pino"] },
  { name: "said", knows: [], uses: [] },
  { name: "config", knows: [], uses: ["node:*", "fastest-levenshtein", "zod"] },
  // The words: pure, so everybody may know them.
  {
    name: "enrolment",
    knows: [],
    uses: ["libphonenumber-js/mobile", "fastest-levenshtein", "zod"],
  },
];
