/** Asks Meta at the start how our number is, and goes on asking, ever more rarely, until it is well. */
import type { Graph } from "./graph.ts";
import type { CloudHealth } from "./health.ts";
import { lookBy } from "./look.ts";

export type Watch = { readonly begin: () => void; readonly end: () => void };

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
  /** Of the look that counts; an older one has nothing to say any more. */
  let round = 0;

  async function look(current: number, pauseMs: number): Promise<void> {
    const { state } = await lookBy(graph, phoneId);
    if (current !== round) return;
    if (state === "well") {
      health.ready();
      return;
    }
    health.troubled(state);
    timer = setTimeout(() => void look(current, Math.min(pauseMs * 2, lastMs)), pauseMs).unref();
  }

  return {
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
