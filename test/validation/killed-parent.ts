/** Starts the queue server that comes along, tells its process id, and waits to be killed. */
import { startEmbeddedQueue } from "../../src/validation/embedded-queue.ts";

const silent = () => undefined;
const server = startEmbeddedQueue({ info: silent, warn: silent, error: silent });
server.onChange(() => process.send?.(server.pid()));
