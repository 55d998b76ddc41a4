/** Takes a delivery apart: what people said is kept, what became of our messages is reported, the rest is named. */
import type { Inbound, Inward } from "../../channel.ts";
import type { CloudNeeds } from "../needs.ts";
import { openRecent } from "../recent.ts";
import { arrivalsIn, type Status } from "./arrivals.ts";
import { type Kept, openKeeping } from "./keep.ts";
import { type Translated, translate, translateCall } from "./translate.ts";

export type HearNeeds = CloudNeeds & {
  readonly inward: Inward;
  /** Somebody wrote just now. */
  readonly heard: (inbound: Inbound) => void;
  readonly report: (status: Status, inward: Inward) => Promise<void>;
};

/** Resolves when all of the delivery is kept; rejects when any of it is not, so that it is delivered again. */
export function openHearing(needs: HearNeeds): (raw: string) => Promise<void> {
  const { settings, log, clock, inward, heard, report } = needs;
  const keep = openKeeping(inward.receive, clock);
  /** New id → the one before; until they write. */
  const formerIds = openRecent<string>();

  async function keepOne({ inbound, at }: Kept): Promise<void> {
    heard(inbound);
    const formerly = formerIds.get(inbound.from) ?? inbound.formerly;
    await keep({ inbound: formerly === undefined ? inbound : { ...inbound, formerly }, at });
    formerIds.delete(inbound.from);
  }

  function heardIn(arrived: readonly Translated[]): readonly Kept[] {
    const messages: Kept[] = [];
    for (const one of arrived) {
      if (one.kind === "heard") messages.push(one);
      if (one.kind === "moved") formerIds.set(one.from, one.formerly);
      if (one.kind === "left") log.info({ event: "whatsapp-cloud.left", what: one.what });
    }
    return messages;
  }

  return async (raw) => {
    const { messages, calls, statuses, left } = arrivalsIn(raw, settings.phoneId);
    for (const what of new Set(left)) log.info({ event: "whatsapp-cloud.left", what });
    const account = settings.phoneId;
    const kept = heardIn([
      ...messages.map(({ message, contacts }) => translate(message, contacts, account)),
      ...calls.map((call) => translateCall(call, account)),
    ]);
    const done = await Promise.allSettled([
      ...kept.map(keepOne),
      ...statuses.map((status) => report(status, inward)),
    ]);
    const failed = done.find((one) => one.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  };
}
