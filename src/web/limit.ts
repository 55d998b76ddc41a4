/** How often one key may do something. Counted in memory: per process, and forgotten at a restart. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Undefined: go on. Otherwise the seconds to wait. */
export type Limiter = (key: string) => Promise<{ readonly waitSeconds: number } | undefined>;

export function openLimiter(perMinute: number): Limiter {
  const counter = new RateLimiterMemory({ points: perMinute, duration: 60 /* seconds */ });
  return async (key) => {
    try {
      await counter.consume(key);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { waitSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
    }
  };
}
