/** How Meta delivers: signed batches, again and again until they are taken with 200. */
import { createHmac } from "node:crypto";

export type Delivered = { readonly status: number; readonly text: string };

export type PostMore = {
  /** Another key than the app's secret. */
  readonly secret?: string;
  /** Characters beyond ASCII as \uXXXX on the wire, as Meta does. */
  readonly escaped?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
};

export type HookNeeds = {
  readonly secret: string;
  /** Where the app listens; undefined while it has none. */
  readonly url: () => string | undefined;
  readonly redeliveryMs: () => number;
};

export function openHook({ secret, url, redeliveryMs }: HookNeeds) {
  const lines = new Map<string, Promise<void>>();
  let isStopped = false;

  /** Once, whatever comes of it; 0 where nobody answers. */
  async function post(body: object | string, more: PostMore = {}): Promise<Delivered> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const wire = more.escaped === false ? text : escaped(text);
    const address = url();
    if (address === undefined) return { status: 0, text: "" };
    return fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "facebookexternalua",
        "x-hub-signature-256": signatureOf(text, more.secret ?? secret),
        ...more.headers,
      },
      body: wire,
      signal: AbortSignal.timeout(10_000),
    }).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      () => ({ status: 0, text: "" }),
    );
  }

  async function untilTaken(body: object): Promise<void> {
    for (;;) {
      if (isStopped || (await post(body)).status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, redeliveryMs()).unref());
    }
  }

  return {
    post,
    /** Until it is taken. What stands in one line goes one after the other; lines do not wait for each other. */
    deliver(line: string, body: object): Promise<void> {
      const before = lines.get(line) ?? Promise.resolve();
      const done = before.then(() => untilTaken(body));
      lines.set(line, done);
      return done;
    },
    /** All that was to be delivered so far has been taken. */
    settled: async () => {
      await Promise.all(lines.values());
    },
    stop: () => {
      isStopped = true;
    },
  };
}

/** Meta signs the escaped form, whatever the wire has. */
export function signatureOf(text: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(escaped(text)).digest("hex")}`;
}

export function escaped(text: string): string {
  return text.replace(
    /[^\0-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
