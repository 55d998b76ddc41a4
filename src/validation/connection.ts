/** Connections to the queue server. */
import { Redis, type RedisOptions } from "ioredis";
import { z } from "zod";

/** A connection that comes back by itself until it is cut; what BullMQ copies from it ends with it. */
export function connect(url: string, options: RedisOptions): { redis: Redis; cut: () => void } {
  let isCut = false;
  const redis = new Redis(url, {
    connectTimeout: 2_000,
    retryStrategy: (tries) => (isCut ? null : Math.min(100 * tries, 1_000)),
    ...options,
  });
  // Said by `down`; without a listener ioredis would write to the terminal.
  redis.on("error", () => undefined);
  const cut = () => {
    isCut = true;
    redis.disconnect();
  };
  return { redis, cut };
}

/** What the server does when its memory is full; anything but `noeviction` may throw jobs away. */
export async function policyOf(redis: Redis): Promise<string | undefined> {
  const [, policy] = z
    .tuple([z.string(), z.string()])
    .parse(await redis.config("GET", "maxmemory-policy"));
  return policy;
}
