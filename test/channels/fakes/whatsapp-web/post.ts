/** What the bot sends: taken, refused, or lost on the way, as the test wants it. */
import type { Chats } from "./chats.ts";
import type { Message } from "./wire.ts";

/** WhatsApp's own limit of a text, in UTF-16 units. */
const textMax = 65_536;

type Answer = (given: { readonly value?: unknown; readonly error?: string }) => void;

export const noFaultsOfPost = {
  /** So many of the next are refused. */
  refusals: 0,
  /** So many are taken before they begin. */
  goodBefore: 0,
  /** So many of the next are never heard of again. */
  losses: 0,
  /** How long the server takes for each. */
  sendDelayMs: 0,
};

export function openPost(chats: Chats, faults: typeof noFaultsOfPost) {
  const taken: Message[] = [];
  const take = (message: Message, answer: Answer) => {
    if ((message.body ?? "").length > textMax) return answer({ error: "text too long" });
    if (chats.whose(message.chat) === undefined) return answer({ error: "unknown recipient" });
    if (faults.goodBefore > 0) faults.goodBefore -= 1;
    else if (faults.refusals > 0) {
      faults.refusals -= 1;
      return answer({ error: "not now" });
    }
    if (faults.losses > 0) {
      faults.losses -= 1;
      return;
    }
    setTimeout(() => {
      chats.keep(message);
      // Who blocks is not told of: the message is taken and never shown.
      if (!chats.hasBlocked(message.chat)) taken.push(message);
      answer({ value: true });
    }, faults.sendDelayMs);
  };
  return { take, seen: { /** What people have on their screens, oldest first. */ taken } };
}
