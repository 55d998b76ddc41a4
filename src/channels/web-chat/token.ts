/** The bearer token of one browser: 256 random bits, kept there; here only its SHA-256 is known. */
import { createHash, randomBytes } from "node:crypto";

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Who the token stands for. */
export function fromOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token of an Authorization header (RFC 6750 §2.1); undefined when it cannot be one of ours. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9_-]{43})$/i.exec(header ?? "")?.[1];
}
