/**
 * Updates on their way to the bot, by long polling or by webhook. As in Telegram's own server, deliveries of a webhook
 * are queued by chat: the next one of a chat goes out when the one before was taken, those of different chats side by
 * side; taps have queues of their own. What is not taken comes again after `Retry-After`, or ever later.
 */
import { type Delivery, deliverTo } from "./deliver.ts";
import { type Bot, BotApiError, type Fields, type Update } from "./state.ts";

export type Updates = ReturnType<typeof openUpdates>;

/** Not told of unless they are asked for. */
const rare = ["chat_member", "message_reaction", "message_reaction_count"];

/** `secondMs`: how long a second of waiting before another delivery lasts. */
export function openUpdates(bot: Bot, secondMs: number) {
  const queues = new Map<string, { wait: number; failures: number; isBusy: boolean }>();
  const deliveries: Delivery[] = [];
  let underWay = 0;
  let waiter: ((conflict?: BotApiError) => void) | undefined;
  let isClosed = false;

  const wake = () => {
    if (bot.webhook === undefined) waiter?.();
    else pump();
  };

  /** Starts what may start: the first update of each queue that is not busy. */
  const pump = () => {
    const { webhook } = bot;
    if (webhook === undefined || isClosed) return;
    const seen = new Set<string>();
    for (const update of [...bot.updates]) {
      const name = queueOf(update);
      if (seen.has(name)) continue;
      seen.add(name);
      const queue = queues.get(name) ?? { wait: 0, failures: 0, isBusy: false };
      queues.set(name, queue);
      if (queue.isBusy || underWay >= webhook.maxConnections) continue;
      queue.isBusy = true;
      underWay += 1;
      void deliverTo(webhook, update).then((delivery) => {
        underWay -= 1;
        deliveries.push(delivery);
        if (delivery.isTaken) {
          bot.updates = bot.updates.filter((one) => one !== update);
          queues.delete(name);
          pump();
          return;
        }
        webhook.lastError = delivery.error;
        queue.failures += 1;
        const pause = delivery.retryAfter ?? Math.min(60, 2 ** (queue.failures - 1) - 1);
        setTimeout(() => {
          queue.isBusy = false;
          pump();
        }, pause * secondMs).unref();
        pump();
      });
    }
  };

  return {
    /** Each try to deliver to the webhook, in the order in which they ended. */
    deliveries,
    push: (fields: Fields): Update => {
      const update = { update_id: bot.nextUpdate++, ...fields };
      const [kind = ""] = Object.keys(fields);
      const isWanted = bot.allowed?.includes(kind) ?? !rare.includes(kind);
      if (isWanted) bot.updates.push(update);
      wake();
      return update;
    },
    /**
     * The same once more, as where an acknowledgement was lost; to a poller under a new number, as it has confirmed
     * the old one.
     */
    repeat: ({ update_id, ...fields }: Update) => {
      const again = bot.webhook === undefined ? bot.nextUpdate++ : update_id;
      bot.updates.push({ update_id: again, ...fields });
      wake();
    },
    setWebhook: (params: Fields) => {
      const url = String(params["url"] ?? "");
      if (url !== "" && !/^https?:\/\//.test(url))
        throw new BotApiError(
          400,
          "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        );
      const secret = params["secret_token"];
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(String(secret)))
        throw new BotApiError(400, "Bad Request: secret token contains unallowed characters");
      if (params["drop_pending_updates"] === true) bot.updates = [];
      remember(bot, params);
      waiter?.(new BotApiError(409, "Conflict: terminated by setWebhook request"));
      queues.clear();
      bot.webhook =
        url === ""
          ? undefined
          : {
              url,
              secret: secret === undefined ? undefined : String(secret),
              maxConnections: Number(params["max_connections"] ?? 40),
              lastError: undefined,
            };
      pump();
      return true;
    },
    /** Resolves when there is something, the time is over, or `gone` says that nobody listens any more. */
    getUpdates: async (params: Fields, gone: AbortSignal): Promise<readonly Update[]> => {
      if (bot.webhook !== undefined)
        throw new BotApiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      waiter?.(
        new BotApiError(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
      );
      remember(bot, params);
      const offset = Number(params["offset"] ?? 0);
      // A number from far ahead is none of its own: it then begins with what it has.
      if (offset > 0 && offset <= bot.nextUpdate + 10)
        bot.updates = bot.updates.filter(({ update_id }) => update_id >= offset);
      const timeoutMs = Number(params["timeout"] ?? 0) * 1_000;
      if (bot.updates.length === 0 && timeoutMs > 0) {
        await new Promise<void>((resolve, reject) => {
          const stop = (conflict?: BotApiError) => {
            clearTimeout(timer);
            if (waiter === stop) waiter = undefined;
            if (conflict === undefined) resolve();
            else reject(conflict);
          };
          const timer = setTimeout(stop, timeoutMs);
          waiter = stop;
          gone.addEventListener("abort", () => stop());
        });
      }
      return bot.updates.slice(0, Math.min(Number(params["limit"] ?? 100), 100));
    },
    close: () => {
      isClosed = true;
      waiter?.();
    },
  };
}

function remember(bot: Bot, { allowed_updates }: Fields): void {
  if (Array.isArray(allowed_updates)) bot.allowed = allowed_updates.map(String);
}

function queueOf(update: Update): string {
  const [, kind = ""] = Object.keys(update);
  const inside = Object(Object.values(update)[1]);
  if (kind === "callback_query") return `taps of ${inside.from?.id}`;
  return `chat ${inside.chat?.id}`;
}
