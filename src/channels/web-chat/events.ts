/**
 * Event streams: each says is one event, `id` its number, so that a client goes on where it stopped.
 * A stream looks again at every wake and at every heartbeat, so a lost wake only means late.
 */
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { WebEnv } from "../../web/door.ts";
import { failureOf } from "../../web/failure.ts";
import type { WebChatNeeds } from "./needs.ts";

/** Shorter than phone networks keep a silent connection. */
const heartbeatMs = 20_000;

/** Streams of one token: a few tabs. The newest is the one somebody looks at, so the oldest ends. */
const mostStreams = 3;

export type Streams = {
  readonly open: (c: Context<WebEnv>, from: string, after: number) => Response;
  /** Ends every stream; those opened afterwards end at once. */
  readonly close: () => void;
};

export function openStreams(needs: WebChatNeeds): Streams {
  const open = new Map<string, AbortController[]>();
  let isClosed = false;

  function enter(from: string): AbortController {
    const end = new AbortController();
    const streams = [...(open.get(from) ?? []), end];
    if (streams.length > mostStreams) streams.shift()?.abort();
    open.set(from, streams);
    if (isClosed) end.abort();
    return end;
  }

  function leave(from: string, end: AbortController): void {
    const others = (open.get(from) ?? []).filter((stream) => stream !== end);
    if (others.length === 0) open.delete(from);
    else open.set(from, others);
  }

  return {
    open: (c, from, after) => {
      const end = enter(from);
      return streamSSE(c, async (stream) => {
        stream.onAbort(() => end.abort());
        try {
          await tell(needs, stream, { from, after, end: end.signal });
        } catch (error) {
          // The client comes back by itself, with the number of the last event it saw.
          const id = needs.newId();
          needs.log.error({ event: "web-chat.stream-failed", id, ...failureOf(error) });
        } finally {
          leave(from, end);
        }
      });
    },
    close: () => {
      isClosed = true;
      for (const stream of [...open.values()].flat()) stream.abort();
    },
  };
}

async function tell(
  needs: WebChatNeeds,
  stream: SSEStreamingApi,
  to: { readonly from: string; readonly after: number; readonly end: AbortSignal },
): Promise<void> {
  const bell = openBell(to.end);
  // Listening begins before the first look: what is said in between rings.
  const stopListening = needs.listen(to.from, bell.ring);
  let last = to.after;
  try {
    await stream.write(": lindung\n\n");
    while (!to.end.aborted) {
      const told = await needs.saysAfter(to.from, last);
      if (told.kind === "erased") return;
      for (const say of told.says) {
        await stream.writeSSE({ event: "says", id: String(say.id), data: JSON.stringify(say) });
        last = say.id;
      }
      // Having written something it looks again at once: that also marks what was written as read.
      if (told.says.length === 0 && !(await bell.heard())) await stream.write(": \n\n");
    }
  } finally {
    stopListening();
  }
}

/** Remembers a ring until somebody listens, so that none is lost between two looks. */
function openBell(end: AbortSignal): {
  readonly ring: () => void;
  /** True when it rang, false when a heartbeat is due or the stream ends. */
  readonly heard: () => Promise<boolean>;
} {
  let hasRung = false;
  let wake = (): void => {};
  const ring = (): void => {
    hasRung = true;
    wake();
  };
  end.addEventListener("abort", () => wake());
  return {
    ring,
    heard: async () => {
      if (!hasRung && !end.aborted) {
        await new Promise<void>((resolve) => {
          const beat = setTimeout(resolve, heartbeatMs);
          wake = () => {
            clearTimeout(beat);
            resolve();
          };
        });
      }
      const rang = hasRung;
      hasRung = false;
      return rang;
    },
  };
}
