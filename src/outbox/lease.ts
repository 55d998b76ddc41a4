/** A row that is being sent belongs to its sender for so long; afterwards it is taken for lost on the way. */
export const leaseMs = 60_000;

export function leasedUntil(now: Date): string {
  return new Date(now.getTime() + leaseMs).toISOString();
}
