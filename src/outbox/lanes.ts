/**
 * What is said in a turn leaves straight from memory: its row is written as under way in the turn's own transaction,
 * and after the commit the text goes to the channel without being claimed and read back. A lane is one contact's way
 * out, open only while nothing older of that contact is still to be sent; whatever does not go well goes back to the
 * table, where `deliver.ts` finds it. After a crash so does what was under way.
 */
import type { Outbound, Sender, SendOutcome } from "../channels/channel.ts";
import type { Db } from "../database/open.ts";
import { release, releaseAll, stateOf } from "./due-store.ts";
import type { SendingNeeds } from "./needs.ts";
import type { Gate } from "./pacing/gate.ts";
import { sendBy } from "./send.ts";
import { settle } from "./settle.ts";

export type Lane = {
  readonly contactId: string;
  readonly channel: Sender;
  readonly gate: Gate;
  /** The last saying that was handed over. */
  last: number;
  readonly waiting: Handed[];
  isRunning: boolean;
  /** Something has to wait: from now on everything of the contact goes by way of the table. */
  isClosed: boolean;
};

type Handed = { readonly outbound: Outbound; readonly since: number };

/** Whoever would wait longer goes by the table: the lease of a row must not run out on its way. */
const patienceMs = 25_000;

export type Lanes = {
  /** What a sender had in hand that is no more is due again; no lane opens before. Done once. */
  readonly takeOver: () => Promise<void>;
  /**
   * Whether what is said to the contact now may leave straight away, and how. To be asked in the turn's transaction,
   * under the contact's lock.
   */
  readonly laneFor: (db: Db, contact: Contact) => Promise<Lane | undefined>;
  /** After the commit. Neither waits nor throws. */
  readonly hand: (lane: Lane, outbounds: readonly Outbound[]) => void;
  /** What waits goes back to the table: whoever it is about may be gone. */
  readonly giveBack: (contactId: string) => void;
  /** Contacts whose messages are in hand here. */
  readonly inHand: ReadonlyMap<string, unknown>;
  /** Writes down what could not be written before. */
  readonly write: () => Promise<void>;
  /** Waits for what is being sent; what has not begun goes back to the table. */
  readonly close: () => Promise<void>;
};

type Contact = { readonly id: string; readonly says: number; readonly channel: string };

type LanesNeeds = Omit<SendingNeeds, "vault">;

type Ended = {
  readonly contactId: string;
  readonly saysId: number;
  readonly heardAt: string;
  /** `back`: it was not tried. */
  readonly outcome: SendOutcome | "back";
  readonly written: () => void;
};

export function openLanes(needs: LanesNeeds): Lanes {
  const { database, channels, gates, clock, time, log } = needs;
  const open = new Map<string, Lane>();
  const running = new Set<Promise<void>>();
  const ended: Ended[] = [];
  let writing: Promise<void> | undefined;
  let isReady = false;
  let takingOver: Promise<void> | undefined;
  let isClosed = false;

  /** Resolves when it is written down, however long the database is away. */
  const end = ({ contactId }: Lane, { says, heardAt = "" }: Outbound, outcome: Ended["outcome"]) =>
    new Promise<void>((written) => {
      ended.push({ contactId, saysId: says.id, heardAt, outcome, written });
      void write();
    });

  /** All that ended until the transaction begins is written in one piece. */
  const write = (): Promise<void> => {
    if (writing !== undefined || ended.length === 0) return writing ?? Promise.resolve();
    let taken: readonly Ended[] = [];
    writing = database
      .grouped(async (db) => {
        // The piece may run again from its beginning.
        taken = [...taken, ...ended.splice(0)];
        for (const one of taken) await writeOne(db, one, clock());
      })
      .then(
        () => {
          writing = undefined;
          for (const { written } of taken) written();
          void write();
        },
        (err: unknown) => {
          writing = undefined;
          ended.unshift(...taken);
          log.warn({ event: "outbox.unwritten", count: ended.length, err });
          // The next beat tries again; until then nothing of these contacts is sent a second time. Where there is
          // none any more they are due at the next start, as after a crash.
          if (isClosed) for (const { written } of ended.splice(0)) written();
        },
      );
    return writing;
  };

  /** One after another, each written down before the next is sent: a crash repeats one message at most. */
  const run = async (lane: Lane): Promise<void> => {
    for (;;) {
      const next = lane.waiting.shift();
      if (next === undefined) break;
      const outcome = await send(lane, next);
      if (!leavesFree(outcome)) lane.isClosed = true;
      await end(lane, next.outbound, outcome);
    }
    lane.isRunning = false;
    if (open.get(lane.contactId) === lane) open.delete(lane.contactId);
  };

  const send = async (lane: Lane, { outbound, since }: Handed): Promise<Ended["outcome"]> => {
    if (lane.isClosed || isClosed) return "back";
    const { contactId, channel, gate } = lane;
    const verdict = await gate.pass({
      contactId,
      patienceMs: since + patienceMs - time.now(),
      typing: () => channel.typing?.(outbound),
    });
    if (verdict === "back") return "back";
    if (lane.isClosed || isClosed) {
      gate.ended(contactId, undefined);
      return "back";
    }
    const outcome = await sendBy(needs, channel, outbound);
    gate.ended(contactId, outcome);
    return outcome;
  };

  return {
    takeOver: () => {
      takingOver ??= database
        .grouped((db) => releaseAll(db, { now: clock().toISOString() }))
        .then(
          () => {
            isReady = true;
          },
          (err: unknown) => {
            takingOver = undefined;
            throw err;
          },
        );
      return takingOver;
    },
    laneFor: async (db, { id, says, channel: name }) => {
      const channel = channels.get(name);
      const gate = gates.of(name);
      if (channel === undefined || gate === undefined || !isReady || isClosed) return undefined;
      if (!gate.isOpen()) return undefined;
      const lane = open.get(id);
      if (lane !== undefined) return lane.isClosed || lane.last !== says ? undefined : lane;
      if (says > 0 && !(await hasEnded(db, id, says))) return undefined;
      return { ...{ contactId: id, channel, gate, last: says, waiting: [] }, ...atRest };
    },
    hand: (lane, outbounds) => {
      if (outbounds.length === 0) return;
      open.set(lane.contactId, lane);
      const since = time.now();
      lane.waiting.push(...outbounds.map((outbound) => ({ outbound, since })));
      lane.last += outbounds.length;
      if (lane.isRunning) return;
      lane.isRunning = true;
      const done: Promise<void> = run(lane).finally(() => running.delete(done));
      running.add(done);
    },
    giveBack: (contactId) => {
      const lane = open.get(contactId);
      if (lane !== undefined) lane.isClosed = true;
    },
    inHand: open,
    write,
    close: async () => {
      isClosed = true;
      void write();
      await Promise.all(running);
    },
  };
}

const atRest = { isRunning: false, isClosed: false };

/** A contact's messages end in order, so where the last one has ended all have. */
async function hasEnded(db: Db, contact_id: string, says_id: number): Promise<boolean> {
  const [last] = await stateOf(db, { contact_id, says_id });
  return last !== undefined && last.state !== "due" && last.state !== "sending";
}

/** Whether what comes next may leave straight away. */
function leavesFree(outcome: Ended["outcome"]): boolean {
  if (outcome === "back") return false;
  return outcome.kind === "sent" || (outcome.kind === "refused" && outcome.why !== "blocked");
}

async function writeOne(
  db: Db,
  { contactId, saysId, heardAt, outcome }: Ended,
  now: Date,
): Promise<void> {
  const row = { contact_id: contactId, says_id: saysId };
  if (outcome === "back") await release(db, { ...row, now: now.toISOString() });
  else await settle(db, { ...row, attempts: 0, heardAt }, outcome, now);
}
