/**
 * Updates in hand: those of one person one after another, different people's side by side, and each tried again until
 * it is kept. The house's own order begins only when it is told of a message; here it is not told of the second
 * before it has the first.
 */
import { failureOf } from "../../web/failure.ts";
import { backOff, pause } from "../pause.ts";
import type { Hearing } from "./hear.ts";
import type { Patience, TelegramNeeds } from "./needs.ts";

type Held = { readonly name: string; failures: number; keptBefore: number };

/**
 * A message that fails on and on while so many others were kept is not kept from it by a database that is away: it
 * would stand in the way of everybody for ever. Where what its own sender wrote takes all the room that Telegram gives,
 * fewer have to do.
 */
const othersKept = 50;
const leastTries = 5;

type Needs = Pick<TelegramNeeds, "log"> & {
  readonly patience: Pick<Patience, "firstPauseMs" | "longestPauseMs">;
  readonly stop: AbortSignal;
};

export function openInHand({ log, patience, stop }: Needs) {
  const held = new Map<number, Held>();
  const last = new Map<string, Promise<void>>();
  /** Of the one who waits; most wait in vain, and must not add up. */
  let troubled = () => {};
  let kept = 0;
  let isFull = false;

  const isHopeless = ({ name, failures, keptBefore }: Held) => {
    const others = kept - keptBefore;
    const isAlone = () => [...held.values()].every((one) => one.name === name);
    return failures >= leastTries && (others >= othersKept || (isFull && others > 0 && isAlone()));
  };

  /** Whether there is nothing more to be done about it. */
  const tryOnce = async (update: number, hearing: Hearing, one: Held): Promise<boolean> => {
    try {
      await hearing.keep();
      kept += 1;
      return true;
    } catch (error) {
      if (one.failures === 0) one.keptBefore = kept;
      one.failures += 1;
      const note = { update, tries: one.failures, ...failureOf(error) };
      if (isHopeless(one)) {
        log.error({ event: "telegram.given-up", ...note });
        return true;
      }
      log.warn({ event: "telegram.not-kept", ...note });
      troubled();
      return false;
    }
  };

  /** Until it is kept, given up, or the program stops. */
  const keep = async (update: number, hearing: Hearing, one: Held): Promise<void> => {
    const pauses = backOff(patience.firstPauseMs, patience.longestPauseMs);
    while (!stop.aborted) {
      if (await tryOnce(update, hearing, one)) {
        held.delete(update);
        return;
      }
      await pause(pauses.next(), stop);
    }
  };

  return {
    /** Neither waits nor throws. */
    take: (update: number, hearing: Hearing): void => {
      const one = { name: hearing.name, failures: 0, keptBefore: kept };
      held.set(update, one);
      const before = last.get(hearing.name) ?? Promise.resolve();
      const done = before.then(() => keep(update, hearing, one));
      last.set(hearing.name, done);
      void done.then(() => {
        if (last.get(hearing.name) === done) last.delete(hearing.name);
      });
    },
    /** Whether Telegram gives nothing new before something of this is done. */
    fills: (all: boolean): void => {
      isFull = all;
    },
    /** The first that is not kept yet. */
    oldest: (): number | undefined => {
      let oldest: number | undefined;
      for (const update of held.keys()) {
        if (oldest === undefined || update < oldest) oldest = update;
      }
      return oldest;
    },
    /** Resolves when something could not be kept; only for who asked last. */
    trouble: () =>
      new Promise<void>((tell) => {
        troubled = tell;
      }),
    /** Resolves when nothing is being kept any more; after the stop nothing new is begun. */
    settled: async (): Promise<void> => {
      await Promise.all(last.values());
    },
  };
}
