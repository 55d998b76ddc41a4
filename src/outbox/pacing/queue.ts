/**
 * Who waits to be sent to, and who is next: first come first served among those whose own limit allows it, so that
 * nobody who is spoken to much holds up another; each one's messages in their order.
 */
import type { Pace } from "../../channels/channel.ts";
import { evenly } from "./limits.ts";
import { soonestFirst } from "./soonest.ts";

export type Waiting = {
  readonly contactId: string;
  /** When it came. */
  readonly since: number;
  /** Called once, with whether it leaves. */
  readonly end: (verdict: "go" | "back") => void;
};

type Person<W> = {
  readonly bucket: ReturnType<typeof evenly>;
  /** The channel asked for a pause until then. */
  pausedUntil: number;
  /** When what is on its way left. */
  leftAt: number | undefined;
  readonly waiting: W[];
  /** Where it stands in line; `none` while nothing of it waits. Once at the most. */
  place: "none" | "ready" | "resting";
};

export type Queue<W extends Waiting> = {
  readonly add: (waiting: W) => void;
  /** The next that may be sent to now, as far as its own limit goes; it stays the first until it is taken. */
  readonly first: (now: number) => W | undefined;
  /** It leaves now, or is let go of. */
  readonly take: (waiting: W, now: number, verdict: "go" | "back") => void;
  /** When the soonest of those that their own limit holds up may be sent to. */
  readonly at: () => number | undefined;
  readonly pause: (contactId: string, now: number, ms: number) => void;
  /** Whether the contact's own limit lets something leave at once. */
  readonly isFree: (contactId: string, now: number) => boolean;
  /** Something leaves that did not wait. */
  readonly pass: (contactId: string, now: number) => void;
  /** What left is there, or given up: only now the contact's own limit begins to count. */
  readonly arrive: (contactId: string, now: number) => void;
  /** In the order in which they came. */
  readonly all: ReadonlySet<W>;
};

export function queueOf<W extends Waiting>({ perContact: { burst, everyMs } }: Pace): Queue<W> {
  const people = new Map<string, Person<W>>();
  const ready = new Set<string>();
  const resting = soonestFirst<string>();
  const all = new Set<W>();

  const personOf = (id: string, now: number): Person<W> => {
    const known = people.get(id);
    if (known !== undefined) return known;
    forgetTwo(now);
    const bucket = evenly(burst, everyMs);
    const pausedUntil = Number.NEGATIVE_INFINITY;
    const leftAt = undefined;
    const person: Person<W> = { bucket, pausedUntil, leftAt, waiting: [], place: "none" };
    people.set(id, person);
    return person;
  };
  /** As many are forgotten as come, and some more: nobody is kept whom nothing holds up. */
  const forgetTwo = (now: number) => {
    let left = 2;
    for (const [id, person] of people) {
      if (left === 0) return;
      left -= 1;
      people.delete(id);
      const { place, bucket, pausedUntil } = person;
      if (place !== "none" || !bucket.isAtRest(now) || pausedUntil > now) people.set(id, person);
    }
  };
  const freeAt = ({ bucket, pausedUntil }: Person<W>, now: number) =>
    Math.max(now + bucket.wait(now), pausedUntil);

  const leave = (person: Person<W>, now: number) => {
    person.bucket.take(now);
    person.leftAt = now;
  };
  const line = (id: string, person: Person<W>, now: number) => {
    const at = freeAt(person, now);
    person.place = at <= now ? "ready" : "resting";
    if (at <= now) ready.add(id);
    else resting.add(at, id);
  };
  const wake = (now: number) => {
    for (let id = resting.takeBy(now); id !== undefined; id = resting.takeBy(now)) {
      const person = people.get(id);
      if (person === undefined) continue;
      person.place = "none";
      // A pause may have been asked for since.
      if (person.waiting.length > 0) line(id, person, now);
    }
  };
  return {
    add: (waiting) => {
      const { contactId, since } = waiting;
      wake(since);
      const person = personOf(contactId, since);
      person.waiting.push(waiting);
      all.add(waiting);
      if (person.place === "none") line(contactId, person, since);
    },
    first: (now) => {
      wake(now);
      for (const id of ready) {
        const person = people.get(id);
        const [waiting] = person?.waiting ?? [];
        if (person !== undefined && waiting !== undefined && freeAt(person, now) <= now)
          return waiting;
        ready.delete(id);
        if (person === undefined) continue;
        person.place = "none";
        if (waiting !== undefined) line(id, person, now);
      }
      return undefined;
    },
    take: (waiting, now, verdict) => {
      if (!all.delete(waiting)) return;
      const { contactId, end } = waiting;
      const person = personOf(contactId, now);
      person.waiting.splice(person.waiting.indexOf(waiting), 1);
      if (verdict === "go") leave(person, now);
      if (ready.delete(contactId)) {
        person.place = "none";
        if (person.waiting.length > 0) line(contactId, person, now);
      }
      end(verdict);
    },
    at: resting.at,
    pause: (contactId, now, ms) => {
      const person = personOf(contactId, now);
      person.pausedUntil = Math.max(person.pausedUntil, now + ms);
    },
    isFree: (contactId, now) => {
      const person = people.get(contactId);
      return person === undefined || (person.waiting.length === 0 && freeAt(person, now) <= now);
    },
    pass: (contactId, now) => leave(personOf(contactId, now), now),
    arrive: (contactId, now) => {
      const person = people.get(contactId);
      if (person?.leftAt === undefined) return;
      person.bucket.delay(now - person.leftAt);
      person.leftAt = undefined;
    },
    all,
  };
}
