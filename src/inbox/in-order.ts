/**
 * One piece of work after another for each name, in the order in which it was asked for; different names do not wait
 * for each other. A database that works on many things at once keeps two messages of a contact apart, but not in
 * order: what was sent first could be the one that waits.
 */
export type InOrder = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function openOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = last.get(name);
    const done = before === undefined ? work() : before.then(work, work);
    last.set(name, done);
    const leave = () => {
      if (last.get(name) === done) last.delete(name);
    };
    done.then(leave, leave);
    return done;
  };
}
