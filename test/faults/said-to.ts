/** What the house has said to people, as its database tells it. */
import type { Inbound } from "../../src/channels/channel.ts";
import type { Database } from "../../src/database/open.ts";
import { spokenBetween } from "../../src/outbox/say.ts";
import { type Home, look, vaultOf } from "../whole/home.ts";

type Address = Pick<Inbound, "channel" | "account" | "from">;

/** The texts, in order. */
export async function saidTo(
  home: Home,
  { channel, account, from }: Address,
): Promise<readonly string[]> {
  const vault = vaultOf(home);
  return look(home, async ({ read }) => {
    const contact = await read
      .selectFrom("contact")
      .select(["id", "says"])
      .where("external_hash", "=", vault.hash("contact", channel, account, from))
      .executeTakeFirstOrThrow();
    const spoken = await spokenBetween(read, vault, contact.id, 1, contact.says);
    return spoken.map(({ says }) => says.text);
  });
}

/** Of the chat, with the bot of these settings. */
export function saidOnTelegram(home: Home, id: number): Promise<readonly string[]> {
  const [account = ""] = (home.settings["TELEGRAM_BOT_TOKEN"] ?? "").split(":");
  return saidTo(home, { channel: "telegram", account, from: String(id) });
}

/** How many messages have not arrived yet, or were given up. */
export async function unsent({ read }: Database): Promise<number> {
  const rows = await read
    .selectFrom("outbox")
    .select("says_id")
    .where("state", "!=", "sent")
    .execute();
  return rows.length;
}
