/** The methods of the Bot API that a chat assistant calls, with the real limits and the real words of refusal. */
import { messageMethods } from "./message-methods.ts";
import { type Bot, BotApiError, type Fields } from "./state.ts";

export type Method = (bot: Bot, params: Fields) => unknown;

export const methods: Readonly<Record<string, Method>> = {
  ...messageMethods,
  getMe: (bot) => bot.me,
  getWebhookInfo: ({ webhook, updates }) => ({
    url: webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: updates.length,
    ...(webhook === undefined ? {} : { max_connections: webhook.maxConnections }),
    ...(webhook?.lastError === undefined ? {} : { last_error_message: webhook.lastError }),
  }),
  setMyCommands: (bot, params) => {
    const commands = Array.isArray(params["commands"]) ? params["commands"] : [];
    if (commands.length > 100) throw new BotApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(String(command)))
        throw new BotApiError(400, "Bad Request: BOT_COMMAND_INVALID");
      const { length } = String(description ?? "");
      if (length < 1 || length > 256)
        throw new BotApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    }
    const language = String(params["language_code"] ?? "");
    if (language !== "" && !/^[a-z]{2}$/.test(language))
      throw new BotApiError(400, "Bad Request: invalid language code specified");
    const scope = Object(params["scope"]).type ?? "default";
    bot.commands.set(`${scope}:${language}`, commands);
    return true;
  },
};
