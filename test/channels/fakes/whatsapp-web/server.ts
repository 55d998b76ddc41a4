/**
 * A WhatsApp for tests and demos: an HTTPS server with the page that whatsapp-web.js opens, the telephone the page is
 * paired with, and the people who write to it. It knows nothing of the bot.
 *
 * Chromium finds it by `chromiumArgs`; every other host is nowhere. What it cannot show: whether the real page still
 * has these modules, how the real one encrypts, bans, and times its acknowledgements.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { throwAwayCertificate } from "./certificate.ts";
import { openChats } from "./chats.ts";
import { pageFile } from "./page-files.ts";
import { peopleOf } from "./people.ts";
import { noFaultsOfPost, openPost } from "./post.ts";
import type { ToPage, ToServer } from "./wire.ts";

export type FakeWhatsApp = Awaited<ReturnType<typeof startFakeWhatsApp>>;

/** Our own number there. */
export const ownPhone = "628120000099";

const me = { pn: `${ownPhone}@c.us`, lid: "990000000000099@lid", name: "Lindung" };

export async function startFakeWhatsApp() {
  const chats = openChats();
  const pages = new Set<WebSocket>();
  /** What is to go wrong; may be set at any time. */
  const faults = {
    /** From the connection to the synchronisation; below 0 before anybody listens. */
    syncDelayMs: 30,
    /** The server answers 503. */
    isDown: false,
    ...noFaultsOfPost,
  };
  const seen: string[] = [];
  const typing: string[] = [];
  const rejectedCalls: string[] = [];
  let refs = 0;
  let resumed = 0;
  const newRef = () => {
    refs += 1;
    return `2@fake-ref-${refs}-${randomBytes(24).toString("base64url")}`;
  };
  const push = (message: ToPage) => {
    for (const page of pages) page.send(JSON.stringify(message));
  };
  const post = openPost(chats, faults);

  const told = (page: WebSocket, message: ToServer) => {
    const answer = (to: number, given: { readonly value?: unknown; readonly error?: string }) =>
      page.send(JSON.stringify({ kind: "answer", to, ...given } satisfies ToPage));
    switch (message.kind) {
      case "resumed":
        resumed += 1;
        return;
      case "refresh-qr":
        return push({ kind: "ref", ref: newRef() });
      case "seen":
        chats.seen(message.chat);
        return void seen.push(message.chat);
      case "typing":
        return message.on ? void typing.push(message.chat) : undefined;
      case "call-rejected":
        return void rejectedCalls.push(message.call);
      case "exists":
        return answer(message.n, { value: chats.known(message.wid) });
      case "send":
        return post.take(message.message, (given) => answer(message.n, given));
    }
  };

  const server = createServer(throwAwayCertificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://web.whatsapp.com");
    const file = faults.isDown ? undefined : pageFile(pathname);
    response.writeHead(file === undefined ? (faults.isDown ? 503 : 404) : 200, {
      "content-type": file?.type ?? "text/plain",
    });
    response.end(file?.body);
  });
  new WebSocketServer({ server, path: "/fake/wire" }).on("connection", (page) => {
    pages.add(page);
    page.on("close", () => pages.delete(page));
    page.on("message", (data) => told(page, JSON.parse(String(data))));
    const hello = { me, ref: newRef(), known: [], chats: chats.all() };
    const message: ToPage = { kind: "hello", ...hello, syncDelayMs: faults.syncDelayMs };
    page.send(JSON.stringify(message));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    /** Lead an unchanged client here; no other host is found, so that no test ever meets the real one. */
    chromiumArgs: [
      `--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      "--ignore-certificate-errors",
    ],
    ...peopleOf(chats, push),
    ...post.seen,
    faults,
    /** Chats, in the order in which they were marked as read, and in which somebody was seen writing. */
    ...{ seen, typing, rejectedCalls },
    chats,
    /** How many pages came back with a session. */
    resumed: () => resumed,
    /** A page waits, paired or not. */
    isOpen: () => pages.size > 0,
    refs: () => refs,
    // What the telephone and the network do.
    scanQr: () => push({ kind: "scanned", syncDelayMs: faults.syncDelayMs, chats: chats.all() }),
    rotateQr: () => push({ kind: "ref", ref: newRef() }),
    becomes: (state: string) => push({ kind: "state", state }),
    unlink: () => push({ kind: "logout" }),
    reload: () => push({ kind: "reload" }),
    stop: async () => {
      for (const page of pages) page.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
