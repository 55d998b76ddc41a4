/** Among several people nobody shall be asked for a NIK: it is said once where the bot works, and then it leaves. */
import { type Call, wordsFor } from "./client.ts";
import type { TelegramNeeds } from "./needs.ts";

type Needs = Pick<TelegramNeeds, "log" | "texts"> & { readonly call: Call };

/** Never rejects: a group that does not let the bot speak is left without a word. */
export async function leave({ call, log, texts }: Needs, chat_id: number): Promise<void> {
  // Nobody knows which language a group speaks.
  await call("sendMessage", { chat_id, text: texts.id("channels.telegram.private-only") });
  const left = await call("leaveChat", { chat_id });
  if (left.ok) log.info({ event: "telegram.left-group" });
  else log.warn({ event: "telegram.not-left", ...wordsFor(left.fault) });
}
