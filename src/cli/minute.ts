/** A time as operators read it, of UTC: `2026-11-25 02:03`. */
export function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}
