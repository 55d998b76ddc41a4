/** The doctor's look at the channels: whether the other side knows our tokens, and calls here. Changes nothing. */
import { lookAtTelegram, type Look as TelegramLook } from "../channels/telegram/look.ts";
import { type Look as CloudLook, lookAt } from "../channels/whatsapp-cloud/look.ts";
import { findChromium } from "../channels/whatsapp-web/chromium.ts";
import { placeIn } from "../channels/whatsapp-web/folder/place.ts";
import { isSwitchedOff, readStatus } from "../channels/whatsapp-web/folder/switch.ts";
import { type Config, searchPath } from "../config.ts";
import type { Wording } from "../conversation/wording/wording.ts";
import type { Remark } from "../operations/doctor/remark.ts";
import { minuteOf } from "./minute.ts";

export async function lookAtChannels(config: Config, wording: Wording): Promise<readonly Remark[]> {
  const { telegram, whatsappWeb, whatsappCloud } = config.channels;
  const looks = [
    telegram && lookAtTelegram(telegram, config.publicUrl).then(telegramRemarks),
    whatsappCloud && lookAt({ settings: whatsappCloud }).then((look) => cloudRemarks(look, config)),
    whatsappWeb && [pairedRemark(config, whatsappWeb.chromium, wording)],
  ];
  const remarks = (await Promise.all(looks)).flatMap((found) => found ?? []);
  return remarks.length === 0 ? [{ state: "well", key: "reach.none" }] : remarks;
}

function telegramRemarks({ username = "?", waiting = 0, result }: TelegramLook): readonly Remark[] {
  const key = `reach.telegram.${result.kind}`;
  switch (result.kind) {
    case "well":
      return [{ state: "well", key, values: { username, waiting } }];
    case "token-refused":
    case "not-reachable":
    case "webhook-not-set":
      return [{ state: "bad", key }];
    case "webhook-in-the-way":
      return [{ state: "look", key }];
    case "too-often":
      return [{ state: "look", key, values: { seconds: result.retryAfter } }];
    case "webhook-elsewhere":
      return [{ state: "bad", key, values: { origin: result.origin } }];
    case "webhook-failing":
      return [{ state: "bad", key, values: { words: result.words, waiting } }];
  }
}

function cloudRemarks(look: CloudLook, { publicUrl }: Config): readonly Remark[] {
  const key = `reach.whatsapp-cloud.${look.state}`;
  if (look.state !== "well") return [{ state: "bad", key }];
  const { name = "?", number = "?", quality = "?" } = look;
  const ending = number.slice(-2);
  return [
    { state: "well", key, values: { name, ending, quality } },
    ...(publicUrl?.startsWith("https:") === true
      ? []
      : [{ state: "bad", key: "reach.whatsapp-cloud.no-address" } as const]),
  ];
}

/** The state is what the running program wrote down; nobody is asked. */
function pairedRemark({ dataDir }: Config, chromium: string | undefined, wording: Wording): Remark {
  if (findChromium(chromium, searchPath()) === undefined)
    return { state: "bad", key: "reach.whatsapp-web.no-chromium" };
  const place = placeIn(dataDir);
  if (isSwitchedOff(place)) return { state: "look", key: "reach.whatsapp-web.off" };
  const status = readStatus(place);
  if (status === undefined) return { state: "look", key: "reach.whatsapp-web.not-running" };
  const { state, since, why = "starts-again" } = status;
  const isWell = state === "ready" || state === "starting";
  return {
    state: isWell ? "look" : "bad",
    key: `reach.whatsapp-web.${isWell ? state : "ails"}`,
    values: { since: minuteOf(since), reason: wording.text(`operator.channels.why.${why}`) },
  };
}
