/** One backup in a thread of its own: looking through a copy takes seconds, and people are talking meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { backUp } from "./back-up.ts";
import type { ThreadNeeds } from "./hourly.ts";

const given: ThreadNeeds = workerData;
// Over the wall between threads a Buffer comes as plain bytes.
const backup = { key: Buffer.from(given.backup.key), mark: Buffer.from(given.backup.mark) };
const chainKey = async () => Buffer.from(given.chainKey);
parentPort?.postMessage(await backUp({ ...given, backup, chainKey }));
