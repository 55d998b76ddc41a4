/** One backup in a thread of its own: looking through a copy takes seconds, and people are talking meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { type BackUpNeeds, backUp } from "./back-up.ts";

const given: Omit<BackUpNeeds, "tell"> = workerData;
// Over the wall between threads a Buffer comes as plain bytes.
const backup = { key: Buffer.from(given.backup.key), mark: Buffer.from(given.backup.mark) };
parentPort?.postMessage(await backUp({ ...given, backup }));
