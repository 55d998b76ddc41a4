/** What the house has said to people on Telegram, as its database tells it. */
import type { Database } from "../../src/database/open.ts";
import { spokenBetween } from "../../src/outbox/say.ts";
import { type Home, look, vaultOf } from "../whole/home.ts";

/** The texts, in order. */
export async function saidOnTelegram(home: Home, id: number): Promise<readonly string[]> {
  const vault = vaultOf(home);
  const [account = ""] = (home.settings["TELEGRAM_BOT_TOKEN"] ?? "").split(":");
  return look(home, async ({ read }) => {
    const contact = await read
      .selectFrom("contact")
      .select(["id", "says"])
      .where("external_hash", "=", vault.hash("contact", "telegram", account, String(id)))
      .executeTakeFirstOrThrow();
    const spoken = await spokenBetween(read, vault, contact.id, 1, contact.says);
    return spoken.map(({ says }) => says.text);
  });
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
