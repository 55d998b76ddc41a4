/**
 * The child with the browser: whatsapp-web.js throws rejections that end a process, and hears nothing of a browser that
 * dies. It lives for one client, says why it ends, and ends when the program is gone. Started by `process/children.ts`.
 */
import { type Asked, asked, type Begin, type Cause, type Told } from "../process/protocol.ts";
import { causeOf } from "./cause.ts";
import { doAsked } from "./do-asked.ts";
import { beginLife, killBrowserOf, type Life } from "./life.ts";

let life: Life | undefined;
let times: Begin["times"] | undefined;

const tell = (told: Told) => {
  if (process.connected) process.send?.(told, undefined, undefined, () => undefined);
};
/** What was told last still has to go out. */
const gone = () => void setTimeout(() => process.exit(0), 20);

function end(cause: Cause): void {
  if (life === undefined) gone();
  else void life.end(cause);
}

process.on("disconnect", () => end("parent-gone"));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.on(signal, () => end("asked"));
for (const trouble of ["unhandledRejection", "uncaughtException"] as const) {
  process.on(trouble, (error: unknown) => end(causeOf(error)));
}
process.on("exit", () => {
  if (life !== undefined) killBrowserOf(life.client);
});

process.on("message", (message) => {
  const parsed = asked.safeParse(message);
  if (parsed.success) take(parsed.data);
});
if (!process.connected) process.exit(1);

function take(wanted: Asked): void {
  switch (wanted.ask) {
    case "begin":
      times = wanted.begin.times;
      life ??= beginLife(wanted.begin, tell, gone);
      tell({ told: "answer", n: wanted.n, answer: { done: true } });
      break;
    case "end":
      end("asked");
      break;
    default:
      if (life === undefined || times === undefined) return;
      void doAsked(wanted, life, times).then((answer) =>
        tell({ told: "answer", n: wanted.n, answer }),
      );
  }
}
