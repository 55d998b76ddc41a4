/** The delivery at work: straight away what was said in a turn, and every second what waits in the table. */
import { type DeliveryNeeds, deliver } from "./deliver.ts";
import { type Lanes, openLanes } from "./lanes.ts";

export type Delivery = {
  readonly lanes: Lanes;
  /** Something was said; neither waits nor throws. */
  readonly wake: () => void;
  /** Waits for what is on its way. */
  readonly close: () => Promise<void>;
};

/** One in each database at a time. */
export function openDelivery(needs: DeliveryNeeds, beatMs = 1_000): Delivery {
  const lanes = openLanes(needs);
  let isClosed = false;
  let isAsked = false;
  let running: Promise<void> | undefined;

  const run = async () => {
    await lanes.takeOver();
    await lanes.write();
    do {
      isAsked = false;
      // As long as messages go out there may be a next one of the same contact.
      if ((await deliver({ ...needs, inHand: lanes.inHand })) > 0) isAsked = true;
    } while (isAsked && !isClosed);
  };
  const wake = () => {
    isAsked = true;
    if (isClosed || running !== undefined) return;
    running = run()
      .catch((err: unknown) => needs.log.warn({ event: "outbox.unreadable", err }))
      .finally(() => {
        running = undefined;
      });
  };
  const beat = setInterval(wake, beatMs);
  beat.unref();
  wake();
  return {
    wake,
    lanes,
    close: async () => {
      isClosed = true;
      clearInterval(beat);
      await running;
      await lanes.close();
    },
  };
}
