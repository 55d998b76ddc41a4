/**
 * The other side of the WhatsApp Cloud API: Meta's Graph API over real HTTP, with the people behind it. It enforces the
 * limits, the 24 hours and the pace that Meta enforces, delivers signed batches until they are taken, and fails on
 * request. It knows nothing of who is tested with it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, metaError, reportedError } from "./answers.ts";
import { type Delivered, openHook, type PostMore } from "./hook.ts";
import { openShelf, type StoredFile } from "./media.ts";
import { metaPace, type PaceLimits } from "./pace.ts";
import { type Details, type Person, personOf, type Sent } from "./person.ts";
import { openSending } from "./sending.ts";

/** What happens to a sending instead of what would. */
export type Trouble =
  /** None: so that the one after it meets something. */
  | { readonly kind: "none" }
  /** An error of that code, in the answer. */
  | { readonly kind: "code"; readonly code: number; readonly answer?: Answer }
  /** Taken, and then reported as failed with that code: after the answer, or before it. */
  | { readonly kind: "report"; readonly code: number; readonly when?: "before" | "after" }
  /** Anything that is not of Meta's shape. */
  | {
      readonly kind: "raw";
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The line breaks before anything is done, when all is done, or when that is reported too. */
  | { readonly kind: "cut"; readonly when: "before" | "after" | "reported" }
  /** Done, but no answer ever comes. */
  | { readonly kind: "silence" };

export type GraphOptions = {
  /** Milliseconds. */
  readonly now?: () => number;
  readonly pace?: PaceLimits;
  readonly redeliveryMs?: number;
  /** How a message out of the 24 hours is refused; Meta does both. */
  readonly window?: "answer" | "report";
};

export const account = {
  token: "EAAGm0PX4ZCpsBAtest0secret0token",
  phoneId: "106540352242922",
  appSecret: "0123456789abcdef-app-secret",
  verifyToken: "verify-me-please",
  version: "v26.0",
} as const;

/** Listens on a free port of this machine. */
export async function openGraph(options: GraphOptions = {}) {
  const { now = Date.now, pace = metaPace, redeliveryMs = 40, window = "report" } = options;
  const people: Person[] = [];
  const sent: Sent[] = [];
  const troubles: Trouble[] = [];
  const requests: { readonly method: string; readonly path: string; readonly body: object }[] = [];
  let url: string | undefined;
  let origin = "";
  let asked = 0;
  let fate: () => Trouble | undefined = () => undefined;

  const hook = openHook({
    secret: account.appSecret,
    url: () => url,
    redeliveryMs: () => redeliveryMs,
  });
  const shelf = openShelf({ origin: () => origin, now });
  const deliver = (line: string, value: object) => hook.deliver(line, batchOf([value]));
  const sending = openSending({
    ...{ now, people, sent, window },
    limits: () => pace,
    report: (report) => {
      if (url !== undefined) void deliver("reports", { statuses: [report] });
    },
  });

  async function answer(request: IncomingMessage, raw: Buffer): Promise<Answer | Trouble> {
    const { pathname, searchParams } = new URL(request.url ?? "/", origin);
    if (request.headers.authorization !== `Bearer ${account.token}`) {
      return metaError(190, { details: "Invalid OAuth access token" });
    }
    if (pathname === attachments) return bytesOf(shelf.fetch(searchParams.get("mid") ?? ""));
    const [version, id = "", edge] = pathname.split("/").filter(Boolean);
    if (version !== account.version) return metaError(100, { details: "Unknown version" });
    if (request.method === "GET") return described(id);
    if (id !== account.phoneId) return metaError(100, { subcode: 33, details: "No such object" });
    return edge === "messages" ? message(pathname, raw) : metaError(100);
  }

  function described(id: string): Answer {
    return id === account.phoneId ? { status: 200, body: ourNumber } : shelf.describe(id);
  }

  async function message(path: string, raw: Buffer): Promise<Answer | Trouble> {
    const body = JSON.parse(raw.toString("utf8"));
    requests.push({ method: "POST", path, body });
    if (body.status === "read") return { status: 200, body: { success: true } };
    const trouble = troubles.shift() ?? fate();
    return trouble === undefined ? sending.take(body) : met(trouble, body);
  }

  /** A trouble of which the message goes out all the same takes it first. */
  async function met(trouble: Trouble, body: Record<string, unknown>): Promise<Answer | Trouble> {
    if (trouble.kind === "none") return sending.take(body);
    if (trouble.kind === "code") return trouble.answer ?? metaError(trouble.code);
    if (trouble.kind === "report") {
      const isBefore = trouble.when === "before";
      const { id, answer } = sending.accept(body);
      const report = sending.reportOf(id, body, "failed", [reportedError(trouble.code)]);
      const told = deliver("reports", { statuses: [report] });
      if (isBefore) await told;
      return answer;
    }
    if (isDone(trouble)) sending.take(body);
    if (trouble.kind === "cut" && trouble.when === "reported") await hook.settled();
    return trouble;
  }

  const server = createServer((request, response) => {
    asked += 1;
    void read(request).then(async (raw) => {
      write(request, response, await answer(request, raw));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    ...{ shelf, sent, requests, people, hook },
    /** From now on everything is delivered there; what waits goes there too. */
    listensAt: (address: string | undefined) => {
      url = address;
    },
    person(details: Details): Person {
      const person = personOf(details, {
        ...{ now, sent, deliver },
        postOnce: (value: object, more?: PostMore) => hook.post(batchOf([value]), more),
      });
      people.push(person);
      return person;
    },
    /** One delivery with all of these. */
    batch: (values: readonly object[], more?: PostMore): Promise<Delivered> =>
      hook.post(batchOf(values), more),
    reportOf: sending.reportOf,
    /** Every sending from now on for which nothing else is set. */
    leavesToFate: (choose: () => Trouble | undefined) => {
      fate = choose;
    },
    /** How many requests came, of any kind. */
    asked: () => asked,
    /** The next so many sendings. */
    meets: (trouble: Trouble, times = 1) => {
      for (let count = 0; count < times; count += 1) troubles.push(trouble);
    },
    /** Meta asks whether the address is ours; the challenge comes back as text. */
    verifies: (token: string = account.verifyToken, challenge = "1158201444") => {
      const query = { "hub.mode": "subscribe", "hub.challenge": challenge };
      const asked = new URLSearchParams({ ...query, "hub.verify_token": token });
      return fetch(`${url}?${asked}`);
    },
    stop: async () => {
      hook.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As Meta wraps what it delivers, an entry each. */
export function batchOf(values: readonly object[], phoneId: string = account.phoneId): object {
  const metadata = { display_phone_number: "6281200009999", phone_number_id: phoneId };
  return {
    object: "whatsapp_business_account",
    entry: values.map((value) => ({
      id: "102290129340398",
      changes: [
        { field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } },
      ],
    })),
  };
}

const ourNumber = {
  id: account.phoneId,
  verified_name: "Lindung",
  display_phone_number: "+62 812-0000-9999",
  quality_rating: "GREEN",
};

const attachments = "/whatsapp_business/attachments/";

function bytesOf(file: StoredFile | undefined): Answer {
  if (file === undefined) return { status: 404, body: "" };
  return { status: 200, body: file.bytes, headers: { "content-type": file.type } };
}

function isDone(trouble: Trouble): boolean {
  return trouble.kind === "silence" || (trouble.kind === "cut" && trouble.when !== "before");
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function write(request: IncomingMessage, response: ServerResponse, answer: Answer | Trouble): void {
  if ("kind" in answer) {
    if (answer.kind === "cut") request.socket.destroy();
    if (answer.kind === "raw") response.writeHead(answer.status, answer.headers).end(answer.body);
    return;
  }
  const { status, body, headers } = answer;
  if (Buffer.isBuffer(body)) {
    response.writeHead(status, headers).end(body);
    return;
  }
  const type = { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
}
