/** The delivery at work: at once when something was said, and every second for what is tried again. */
import { type DeliveryNeeds, deliver } from "./deliver.ts";

export type Delivery = {
  /** Something was said; neither waits nor throws. */
  readonly wake: () => void;
  /** Waits for what is on its way. */
  readonly close: () => Promise<void>;
};

export function openDelivery(needs: DeliveryNeeds, beatMs = 1_000): Delivery {
  let isClosed = false;
  let isAsked = false;
  let running: Promise<void> | undefined;

  const run = async () => {
    do {
      isAsked = false;
      // As long as messages go out there may be a next one of the same contact.
      if ((await deliver(needs)) > 0) isAsked = true;
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
  return {
    wake,
    close: async () => {
      isClosed = true;
      clearInterval(beat);
      await running;
    },
  };
}
