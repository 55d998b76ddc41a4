/** Puts a job in (one is enough, however often it is put in), takes it up, and is killed by it. */
import { givenQueue } from "../../src/validation/embedded-queue.ts";
import { usualPace } from "../../src/validation/pace.ts";
import { openQueue } from "../../src/validation/queue.ts";

const [url = ""] = process.argv.slice(2);
const silent = () => undefined;
const queue = openQueue({
  server: givenQueue(url),
  work: async () => {
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => undefined);
  },
  gaveUp: async () => undefined,
  connected: silent,
  log: { info: silent, warn: silent, error: silent },
  pace: { ...usualPace, lockMs: 800, stalledMs: 300 },
});
await queue.add([{ submission: "s-siti", revision: 1 }]);
