/** Fetches bytes with limits: of size, of time, and of where they may come from. Redirects are not followed. */
import { lookup as lookupByDns } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublic } from "./addresses.ts";

export type Limits = {
  readonly maxBytes: number;
  /** Milliseconds for everything, and between two pieces. */
  readonly wholeMs: number;
  readonly idleMs: number;
};

export type Downloaded =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "fault"; readonly fault: "too-large" | "too-slow" | "not-allowed" | "away" };

type DownloadNeeds = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** Asks for the addresses of the host; one that is not public ends it. Undefined: any address will do. */
  readonly lookup: LookupFunction | undefined;
};

/** Never rejects. The connection is made to the very address that was looked at. */
export function download({ url, headers, limits, lookup }: DownloadNeeds): Promise<Downloaded> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    let asked: ClientRequest | undefined;
    const finish = (downloaded: Downloaded) => {
      clearTimeout(late);
      resolve(downloaded);
      asked?.destroy();
    };
    const fail = (fault: "too-large" | "too-slow" | "not-allowed" | "away") =>
      finish({ kind: "fault", fault });
    const late = setTimeout(() => fail("too-slow"), limits.wholeMs);
    asked = request(url, { headers, agent: false, ...(lookup && { lookup }) });
    asked.setTimeout(limits.idleMs, () => fail("too-slow"));
    asked.on("error", (error) => fail(error instanceof NotPublic ? "not-allowed" : "away"));
    asked.on("response", (response) => {
      if (response.statusCode !== 200) {
        finish({ kind: "status", status: response.statusCode ?? 0 });
        return;
      }
      collect(response, limits.maxBytes).then(
        (bytes) => (bytes === undefined ? fail("too-large") : finish({ kind: "bytes", bytes })),
        () => fail("away"),
      );
    });
    asked.end();
  });
}

/** Undefined as soon as it is more than allowed. */
async function collect(response: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  if (Number(response.headers["content-length"] ?? 0) > most) return undefined;
  for await (const piece of response) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

class NotPublic extends Error {}

/** As the system looks up, refused where any of the addresses is not public. */
export function publicOnly(lookup: typeof lookupByDns = lookupByDns): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = error === null ? found : [];
      const [first] = addresses;
      if (error !== null) callback(error, "");
      else if (first === undefined || !addresses.every(({ address }) => isPublic(address))) {
        callback(new NotPublic("the host is at an address that is not public"), "");
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
