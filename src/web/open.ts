/** Listens, and stops gracefully: what is being answered is finished, event streams are ended. */
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { saidAs } from "../said.ts";
import { buildWeb, type WebNeeds } from "./build.ts";
import { bareHeaders } from "./headers.ts";

export type Web = {
  /** With scheme and port, without a slash at the end. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Milliseconds that requests under way get to finish when the program stops. */
const graceMs = 5_000;

/** `port` 0 takes any free port. Throws, naming host and port, when it cannot listen. */
export async function openWeb(
  needs: WebNeeds & { readonly host: string; readonly port: number },
): Promise<Web> {
  const web = buildWeb(needs);
  const listener = getRequestListener(web.fetch, {
    // A request that is not even HTTP as we know it (no Host, an impossible path) never reaches the application.
    errorHandler: () => new Response(null, { status: 400, headers: bareHeaders }),
  });
  const server = createServer(
    {
      // Slow networks get their time, slow attackers do not get for ever.
      headersTimeout: 20_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
    listener,
  );
  server.on("clientError", (_error, socket) => {
    if (!socket.writable) return;
    const headers = Object.entries(bareHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 400 Bad Request\r\n${headers.join("")}Connection: close\r\n\r\n`);
  });
  await listen(server, needs.host, needs.port);
  return {
    address: addressOf(server, needs.host),
    close: () => close(server, () => needs.doors.forEach((door) => void door.close?.())),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const { said, words } = reasonOf(cause);
      const error = new Error(`cannot listen on ${host} port ${port}: ${words}`, { cause });
      reject(saidAs(error, said, { host, port }));
    });
    server.listen(port, host, resolve);
  });
}

function reasonOf(cause: NodeJS.ErrnoException): { readonly said: string; readonly words: string } {
  switch (cause.code) {
    case "EADDRINUSE":
      return { said: "port-taken", words: "another program listens there; stop it or set PORT" };
    case "EACCES":
      return {
        said: "port-forbidden",
        words: "this user may not take the port; set PORT to 1024 or above",
      };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return { said: "no-address", words: "this machine has no such address; set HOST" };
    default:
      return { said: "not-listening", words: cause.code ?? cause.message };
  }
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  if (host === "0.0.0.0" || host === "::") return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function close(server: Server, endStreams: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  endStreams();
  // A browser keeps its connection after the answer; it is closed as soon as it is idle.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(late);
}
