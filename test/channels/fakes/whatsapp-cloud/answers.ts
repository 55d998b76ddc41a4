/** How the Graph API answers: what it took, or an error in Meta's shape with Meta's titles. */

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type ErrorMore = {
  readonly details?: string;
  readonly subcode?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Code → title and HTTP status, as on Meta's page of error codes. */
export const metaErrors: Readonly<Record<number, readonly [title: string, status: number]>> = {
  0: ["AuthException", 401],
  1: ["API Unknown", 400],
  2: ["API Service", 503],
  3: ["API Method", 500],
  4: ["API Too Many Calls", 400],
  10: ["Permission Denied", 403],
  33: ["Parameter value is not valid", 400],
  100: ["Invalid parameter", 400],
  190: ["Access token has expired", 401],
  200: ["API Permission", 403],
  299: ["API Permission", 403],
  368: ["Temporarily blocked for policies violations", 403],
  80007: ["Rate limit issues", 400],
  130429: ["Rate limit hit", 400],
  130472: ["User's number is part of an experiment", 400],
  130497: ["Business account is restricted from messaging users in this country", 403],
  131000: ["Something went wrong", 500],
  131005: ["Access denied", 403],
  131008: ["Required parameter is missing", 400],
  131009: ["Parameter value is not valid", 400],
  131016: ["Service unavailable", 500],
  131021: ["Recipient cannot be sender", 400],
  131026: ["Message undeliverable", 400],
  131030: ["Recipient phone number not in allowed list", 400],
  131031: ["Account has been locked", 403],
  131042: ["Business eligibility payment issue", 400],
  131045: ["Incorrect certificate", 500],
  131047: ["Re-engagement message", 400],
  131048: ["Spam rate limit hit", 400],
  131049: ["Meta chose not to deliver", 400],
  131051: ["Unsupported message type", 400],
  131052: ["Media download error", 400],
  131053: ["Media upload error", 400],
  131056: ["(Business Account, Consumer Account) pair rate limit hit", 400],
  131057: ["Account in maintenance mode", 500],
  132000: ["Template param count mismatch", 400],
  132001: ["Template does not exist", 404],
  132005: ["Template hydrated text too long", 400],
  132007: ["Template format character policy violated", 400],
  132012: ["Template parameter format mismatch", 400],
  132015: ["Template is paused", 400],
  133010: ["Phone number not registered", 400],
};

const titleOf = (code: number): string => metaErrors[code]?.[0] ?? "Unknown error";

/** As the API answers a request. */
export function metaError(code: number, more: ErrorMore = {}): Answer {
  const { details = titleOf(code), subcode, status = metaErrors[code]?.[1] ?? 400 } = more;
  const error = {
    message: `(#${code}) ${titleOf(code)}`,
    type: "OAuthException",
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    error_data: { messaging_product: "whatsapp", details },
    fbtrace_id: "AbCdEfGhIjK",
  };
  return { status, body: { error }, ...(more.headers && { headers: more.headers }) };
}

/** As a delivery report tells it. */
export function reportedError(code: number) {
  const title = titleOf(code);
  return { code, title, message: title, error_data: { details: title } };
}
