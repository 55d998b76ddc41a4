/**
 * What a tap asks for beside being heard: the little wheel on the button stops, and what was chosen is to be seen.
 * Both are courtesies: they are not waited for, not tried again, and left out while Telegram asks for a pause.
 */
import type { Call, Fault } from "./client.ts";
import { chosen, isChosen } from "./shape.ts";
import type { Shown } from "./shown.ts";
import type { Tapped } from "./translate.ts";

export type Taps = ReturnType<typeof openTaps>;

/** So many may be under way; more people than tap within a second. */
const mostAtOnce = 50;
const withinMs = 5_000;

type Needs = { readonly call: Call; readonly clock: () => Date; readonly shown: Shown };

export function openTaps({ call, clock, shown }: Needs) {
  let quietUntil = 0;
  const counts = { done: 0, failed: 0, dropped: 0 };
  const underWay = new Set<Promise<void>>();

  const courtesy = (ask: () => ReturnType<Call>) => {
    if (underWay.size >= mostAtOnce || clock().getTime() < quietUntil) {
      counts.dropped += 1;
      return;
    }
    const doing: Promise<void> = ask().then((called) => {
      underWay.delete(doing);
      if (called.ok) counts.done += 1;
      else {
        counts.failed += 1;
        noticed(called.fault);
      }
    });
    underWay.add(doing);
  };

  /** Whoever is asked for a pause says so here. */
  const noticed = (fault: Fault) => {
    if (fault.kind !== "refused" || fault.code !== 429) return;
    quietUntil = clock().getTime() + Math.max(5, fault.retryAfter ?? 0) * 1_000;
  };

  return {
    answer: ({ query }: Tapped) =>
      courtesy(() => call("answerCallbackQuery", { callback_query_id: query }, { withinMs })),
    mark: ({ chat, message, data, label }: Tapped) => {
      if (chat === undefined || message === undefined) return;
      if (data === undefined || label === undefined || isChosen(label)) return;
      // What stands under older buttons was not chosen: the talk says so.
      if (shown.isOld(String(chat), message)) return;
      const where = { chat_id: chat, message_id: message };
      const reply_markup = chosen(label, data);
      courtesy(() => call("editMessageReplyMarkup", { ...where, reply_markup }, { withinMs }));
    },
    typing: (chat_id: string) =>
      courtesy(() => call("sendChatAction", { chat_id, action: "typing" }, { withinMs })),
    noticed,
    counts: () => ({ ...counts }),
    /** What is under way is not broken off, but need not be waited for either. */
    settled: () => Promise.all(underWay),
  };
}
