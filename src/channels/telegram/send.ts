/** ONE attempt to send a saying: first what is to be taken out of the chat, then its messages one after another. */
import type { Outbound, Says, SendOutcome } from "../channel.ts";
import { openGone } from "../gone.ts";
import { pause } from "../pause.ts";
import { type Call, type Fault, wordsFor } from "./client.ts";
import type { Patience, TelegramNeeds } from "./needs.ts";
import { outcomeOf } from "./outcome.ts";
import { asksForContact, type Part, partsOf, withoutKeyboard } from "./shape.ts";
import type { Shown } from "./shown.ts";

type Needs = Pick<TelegramNeeds, "log" | "texts"> & {
  readonly call: Call;
  readonly patience: Pick<Patience, "betweenPartsMs">;
  readonly shown: Shown;
  /** Every fault is told here: what it says of the account is for others too. */
  readonly noticed: (fault: Fault) => void;
};

export function openSender({ call, log, texts, patience, shown, noticed }: Needs) {
  const gone = openGone();

  const sendPart = (chat_id: string, { text, markup }: Part) =>
    call("sendMessage", {
      ...{ chat_id, text, link_preview_options: { is_disabled: true } },
      ...(markup === undefined ? {} : { reply_markup: markup }),
    });

  /** Whether the person's message is gone; not knowing it is a fault. */
  const takeOut = async (chat_id: string, ref: string): Promise<boolean | Fault> => {
    const called = await call("deleteMessage", { chat_id, message_id: Number(ref) });
    if (called.ok) return true;
    const { fault } = called;
    if (fault.kind !== "refused" || fault.code !== 400) return fault;
    log.info({ event: "telegram.not-removed", ...wordsFor(fault) });
    // Taken out in a try that did not get to its end.
    return /message to delete not found/i.test(fault.description);
  };

  const textFor = async (to: string, says: Says): Promise<Says | Fault> => {
    if (says.removes === undefined) return says;
    const isOut = await takeOut(to, says.removes.ref);
    if (isOut === true) return says;
    return isOut === false ? { ...says, text: says.removes.failed } : isOut;
  };

  const outcomeFor = (fault: Fault, key: string, part: number): SendOutcome => {
    noticed(fault);
    const outcome = outcomeOf(fault);
    log.warn({ event: "telegram.not-sent", key, part, outcome: outcome.kind, ...wordsFor(fault) });
    return outcome;
  };

  const partsFor = (to: string, says: Says, language: Outbound["language"]) => {
    const parts = partsOf(says);
    if (!shown.hasKeys(to) || asksForContact(says)) return parts;
    return withoutKeyboard(parts, texts[language]("channels.telegram.goes-on"));
  };

  const note = (to: string, { markup }: Part, message: number) => {
    if (markup === undefined) return;
    if ("remove_keyboard" in markup) shown.keysAreGone(to);
    if ("keyboard" in markup) shown.keysAreThere(to);
    if ("inline_keyboard" in markup) shown.buttonsAreUnder(to, message);
  };

  /** The place of the last message, or the fault and which message met it. */
  const sendParts = async (to: string, key: string, parts: readonly Part[]) => {
    let ref: string | undefined;
    const wentBefore = gone.before(key);
    for (const [index, part] of parts.entries()) {
      if (wentBefore(part.text)) continue;
      if (ref !== undefined) await pause(patience.betweenPartsMs);
      const called = await sendPart(to, part);
      if (!called.ok) return { kind: "fault", fault: called.fault, at: index + 1 } as const;
      const { message_id } = called.result;
      note(to, part, message_id);
      ref = String(message_id);
      gone.went(key, part.text);
    }
    gone.forget(key);
    return { kind: "sent", ref } as const;
  };

  return async ({ to, says, key, language }: Outbound): Promise<SendOutcome> => {
    const saying = await textFor(to, says);
    if ("kind" in saying) return outcomeFor(saying, key, 0);
    const sent = await sendParts(to, key, partsFor(to, saying, language));
    if (sent.kind === "fault") return outcomeFor(sent.fault, key, sent.at);
    return { kind: "sent", ...(sent.ref === undefined ? {} : { ref: sent.ref }) };
  };
}
