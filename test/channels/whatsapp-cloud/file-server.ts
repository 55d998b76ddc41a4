/** A machine that hands out files badly. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export async function openFileServer() {
  let count = 0;
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    count += 1;
    const every = (milliseconds: number, bytes: number) => {
      response.writeHead(200);
      timers.add(setInterval(() => response.write(Buffer.alloc(bytes)), milliseconds));
    };
    const ways: Readonly<Record<string, () => void>> = {
      big: () =>
        response.writeHead(200, { "content-length": "1000000" }).end(Buffer.alloc(10 ** 6)),
      endless: () => every(1, 16_384),
      drip: () => every(50, 1),
      stall: () => response.writeHead(200, { "content-length": "100" }).flushHeaders(),
      silent: () => undefined,
      cut: () => {
        response.writeHead(200, { "content-length": "100" });
        response.write("half", () => request.socket.destroy());
      },
      redirect: () => response.writeHead(302, { location: "/big" }).end(),
      "redirect-to-meta": () =>
        response.writeHead(307, { location: "https://lookaside.fbsbx.com/x" }).end(),
      forbidden: () => response.writeHead(403).end(),
      broken: () => response.writeHead(500).end(),
    };
    ways[request.url?.slice(1) ?? ""]?.();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often it was. */
    asked: () => count,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
