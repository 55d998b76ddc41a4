/** Our name of a message as Meta carries it: the outbox's key, with the number of the part where more parts follow. */

/** Parts are counted from 0; the last has the key itself. At most 512 bytes: keys are ids. */
export function nameOfPart(key: string, index: number, count: number): string {
  return index === count - 1 ? key : `${key} ${index + 1}`;
}

export function keyIn(name: string): string {
  return name.replace(/ \d+$/, "");
}

export function isPart(name: string): boolean {
  return keyIn(name) !== name;
}
