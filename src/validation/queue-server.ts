/**
 * The queue server that comes along where no `REDIS_URL` is set: a child of the program that speaks Redis,
 * keeps everything in memory and may be lost at any time (the database knows what is still to do).
 *
 * Left to itself the library listens on every address, asks for no password and outlives a killed parent.
 * Here it listens on loopback, wants a password that is drawn at each start and told to the parent alone,
 * and ends when the parent's channel closes, whatever the parent died of.
 */
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createRedisCommandExecutor, RedisServerState, Resp2Server } from "js-redis-server/core";

/** What the parent is told, once. */
export type QueueServerStarted = { readonly port: number; readonly password: string };

process.on("disconnect", () => process.exit(0));
// Ctrl-C and a service manager signal the whole group. The parent still needs the queue while it stops.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const password = randomBytes(24).toString("base64url");
const state = new RedisServerState({ databaseCount: 1, requirepass: password });
const server = new Resp2Server({ server: state, executor: createRedisCommandExecutor() });

// `Resp2Server.listen` takes no address, so its inner server is asked.
server.server.listen(0, "127.0.0.1", () => {
  const { port } = server.server.address() as AddressInfo;
  const started: QueueServerStarted = { port, password };
  process.send?.(started);
});
// Started by hand, or the parent was gone before the listener above stood.
if (!process.connected) process.exit(1);
