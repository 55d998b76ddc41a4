/** One delivery to a webhook. Its body comes in two pieces, cut in the middle of a letter wherever it has a long one. */
import { request } from "node:http";
import type { Update, Webhook } from "./state.ts";

export type Delivery = {
  readonly updateId: number;
  readonly isTaken: boolean;
  readonly status?: number;
  readonly body?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly error?: string;
};

export function deliverTo({ url, secret }: Webhook, update: Update): Promise<Delivery> {
  const updateId = update.update_id;
  const body = Buffer.from(JSON.stringify(update));
  return new Promise((resolve) => {
    const failed = (error: string) => resolve({ updateId, isTaken: false, error });
    const sending = request(
      url,
      {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": body.length,
          ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
        timeout: 60_000,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", () => failed("Connection reset by peer"));
        response.on("end", () => {
          const { statusCode: status = 0, headers } = response;
          const isTaken = status >= 200 && status < 300;
          const wait = Number(headers["retry-after"]);
          resolve({
            ...{ updateId, isTaken, status, body: Buffer.concat(pieces).toString() },
            ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
            ...(isTaken ? {} : { error: `Wrong response from the webhook: ${status}` }),
          });
        });
      },
    );
    sending.on("timeout", () => sending.destroy());
    sending.on("error", () => failed("Connection refused"));
    sending.setNoDelay(true);
    const cut = cutIn(body);
    sending.write(body.subarray(0, cut));
    setTimeout(() => sending.end(body.subarray(cut)), 3);
  });
}

/** Behind the first byte of the first letter that has more than one; else in the middle. */
function cutIn(body: Buffer): number {
  const first = body.findIndex((byte) => byte >= 0xc2);
  return first < 0 ? body.length >> 1 : first + 1;
}
