/** Drawn from the token, so that a webhook needs no further settings and nobody can guess where it is. */
import { createHash, hkdfSync, timingSafeEqual } from "node:crypto";
import type { TelegramSettings } from "../../config/channels.ts";

/** Digits before the colon: the bot's own id, which everybody may know. */
export function accountOf({ token }: Pick<TelegramSettings, "token">): string {
  return token.split(":")[0] ?? "";
}

/** Where Telegram delivers, below the program's address. */
export function webhookPath({ token }: Pick<TelegramSettings, "token">): string {
  return `/webhooks/telegram/${drawn(token, "path", 16)}`;
}

/** What stands in the header of each delivery: only Telegram and we know it. */
export function webhookSecret({
  token,
  webhookSecret: given,
}: Pick<TelegramSettings, "token" | "webhookSecret">): string {
  return given ?? drawn(token, "secret", 32);
}

/** Takes the same time whatever is given. */
export function isSecret(given: string | undefined, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given ?? ""), digest(secret));
}

function drawn(token: string, label: "path" | "secret", bytes: number): string {
  const key = hkdfSync("sha256", token, "", `lindung telegram webhook ${label} 1`, bytes);
  return Buffer.from(key).toString("base64url");
}
