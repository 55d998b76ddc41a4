/** Asks Meta at the start how our number is, and goes on asking, ever more rarely, until it is well. */
import type { Graph } from "./graph.ts";
import type { CloudHealth } from "./health.ts";
import { lookBy } from "./look.ts";

export type Watch = {
  readonly begin: () => void;
  readonly end: () => void;
  /** Our number, digits alone; undefined while Meta has not told it. */
  readonly number: () => string | undefined;
};

/** Milliseconds between two looks: at first, at last. */
const firstMs = 5_000;
const lastMs = 300_000;

export function openWatch(needs: {
  readonly graph: Graph;
  readonly health: CloudHealth;
  readonly phoneId: string;
}): Watch {
  const { graph, health, phoneId } = needs;
  let timer: NodeJS.Timeout | undefined;
  let number: string | undefined;
  /** Of the look that counts; an older one has nothing to say any more. */
  let round = 0;

  async function look(current: number, pauseMs: number): Promise<void> {
    const found = await lookBy(graph, phoneId);
    if (current !== round) return;
    if (found.state === "well") {
      number = found.number ?? number;
      health.ready();
      return;
    }
    health.troubled(found.state);
    timer = setTimeout(() => void look(current, Math.min(pauseMs * 2, lastMs)), pauseMs).unref();
  }

  return {
    number: () => number,
    begin: () => {
      round += 1;
      void look(round, firstMs);
    },
    end: () => {
      round += 1;
      clearTimeout(timer);
    },
  };
}
