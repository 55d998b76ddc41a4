/** What a token may be for. By itself, so that the help of a command can name it without opening anything. */
export const scopes = [
  "submissions:read",
  "submissions:reveal",
  "submissions:decide",
  "reports:read",
] as const;
export type Scope = (typeof scopes)[number];
