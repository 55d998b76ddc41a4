/** Stands between the program and its queue server and keeps every byte that passes, in either direction. */
import { connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type Recorder = {
  /** To be used in place of the server's own address. */
  readonly url: string;
  /** All that has passed. */
  readonly heard: () => Buffer;
};

/** Closed when the test has finished. */
export async function record(url: string): Promise<Recorder> {
  const behind = new URL(url);
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const keep = (chunk: Buffer) => void chunks.push(chunk);
  const server = createServer((asker) => {
    const answerer = connect(Number(behind.port), behind.hostname);
    for (const [socket, other] of [
      [asker, answerer],
      [answerer, asker],
    ] as const) {
      sockets.add(socket);
      socket.on("data", keep);
      socket.on("error", () => other.destroy());
      socket.pipe(other);
    }
  });
  const port = await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const own = new URL(url);
  own.port = String(port);
  return { url: own.href, heard: () => Buffer.concat(chunks) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
