/** Meta lets a business write within 24 hours after the person last wrote; after that only an approved template. */

const dayMs = 24 * 3_600_000;
/** Before the end nothing is begun: the message would come too late, or our clock be late. */
const marginMs = 5 * 60_000;

/** `heardAt` is UTC, of who last wrote. */
export function isOpenAt(heardAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(heardAt) < dayMs - marginMs;
}
