/**
 * The floors: what remains of a bot when nothing is left to leave out. Prepared statements, written by hand, one
 * thread, `synchronous=FULL`, up to 64 turns a commit: duplicate check, state and what is said, and the submission.
 * The plain one seals nothing. The sealed one keeps the same promises as the vault: contact and message are found by
 * keyed hash (a message's id holds the phone number), state and sayings are sealed, by the same calls.
 */
import { randomInt } from "node:crypto";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { newSpokenNumber } from "../../src/enrolment/spoken-number.ts";
import { openVault } from "../../src/vault/vault.ts";
import { newState, type State, step } from "./machine.ts";
import type { Kept, Path } from "./path.ts";
import type { Said } from "./said.ts";

export type FloorNeeds = {
  readonly folder: string;
  readonly said: Said;
  /** The root key of the sealed floor; none for the plain one. */
  readonly root?: Buffer;
};

/** Turns that share a commit at most, as in the program. */
const mostPerCommit = 64;

export function openFloor({ folder, said, root }: FloorNeeds): Path {
  const db = new Sqlite(join(folder, "floor.db"));
  for (const pragma of ["journal_mode = wal", "synchronous = full"]) db.pragma(pragma);
  db.exec(tables);
  const [begin, commit] = [db.prepare("begin immediate"), db.prepare("commit")];
  const turns = preparedTurns(db, root === undefined ? plainSafe : sealedSafe(root));
  const waiting: Waiting[] = [];
  let isScheduled = false;

  const flush = () => {
    isScheduled = false;
    const group = waiting.splice(0, mostPerCommit);
    begin.run();
    const done = group.map(({ from, id, text }) => turns.take(from, id, text));
    commit.run();
    // Only now: nothing is said that could be forgotten.
    for (const [index, { from, resolve }] of group.entries()) {
      for (const says of done[index] ?? []) said.hear(from, says);
      resolve();
    }
    schedule();
  };
  const schedule = () => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(flush);
  };

  return {
    turn: ({ from, messages }, index) =>
      new Promise((resolve) => {
        waiting.push({ from, id: `wamid.${from}.${index}`, text: messages[index] ?? "", resolve });
        schedule();
      }),
    settle: async () => undefined,
    kept: async () => turns.kept(),
    unsent: async () => 0,
    close: async () => {
      db.close();
    },
  };
}

type Waiting = {
  readonly from: string;
  readonly id: string;
  readonly text: string;
  readonly resolve: () => void;
};

const tables = `
  create table if not exists inbox (contact blob, id blob, primary key (contact, id)) strict, without rowid;
  create table if not exists state (contact blob primary key, state blob) strict, without rowid;
  create table if not exists outbox (contact blob, n integer, text blob, primary key (contact, n)) strict, without rowid;
  create table if not exists submission (number text primary key, contact blob, answers blob) strict;
`;

type Says = { readonly id: number; readonly text: string };

function preparedTurns(db: Sqlite.Database, safe: Safe) {
  const seen = db.prepare("select 1 from inbox where contact = ? and id = ?").pluck();
  const hear = db.prepare("insert into inbox values (?, ?)");
  const load = db.prepare("select state from state where contact = ?").pluck();
  const save = db.prepare("insert or replace into state values (?, ?)");
  const say = db.prepare("insert into outbox values (?, ?, ?)");
  const submit = db.prepare("insert into submission values (?, ?, ?)");
  const taken = db.prepare("select 1 from submission where number = ?").pluck();
  const all = db.prepare("select number, contact, answers from submission");

  /** Among a few thousand two do draw the same. */
  const freeNumber = () => {
    for (;;) {
      const number = newSpokenNumber(randomInt);
      if (taken.get(number) === undefined) return number;
    }
  };

  return {
    take: (from: string, id: string, text: string): readonly Says[] => {
      const contact = safe.nameOf(from);
      const message = safe.nameOf(id);
      if (seen.get(contact, message) !== undefined) return [];
      hear.run(contact, message);
      const before = load.get(contact) as Buffer | undefined;
      const state: State =
        before === undefined ? newState() : JSON.parse(safe.open("state", contact, before));
      const first = state.says + 1;
      let number = "";
      const { texts, submits } = step(state, text, () => {
        number = freeNumber();
        return number;
      });
      save.run(contact, safe.seal("state", contact, JSON.stringify(state)));
      const says = texts.map((said, index) => ({ id: first + index, text: said }));
      for (const { id, text } of says) say.run(contact, id, safe.seal("outbox", contact, text));
      if (submits) {
        const answers = JSON.stringify(state.answers);
        submit.run(number, contact, safe.seal("submission", contact, answers));
      }
      return says;
    },
    kept: (): readonly Kept[] => {
      const rows = all.all() as { number: string; contact: Buffer; answers: Buffer }[];
      return rows.map(({ number, contact, answers }) => {
        const registration = JSON.parse(safe.open("submission", contact, answers));
        return { nik: registration.nik, number, registration };
      });
    },
  };
}

/** How a contact and a message are named and a text is laid down. */
type Safe = {
  readonly nameOf: (from: string) => Buffer;
  readonly seal: (table: string, contact: Buffer, text: string) => Buffer;
  readonly open: (table: string, contact: Buffer, sealed: Buffer) => string;
};

const plainSafe: Safe = {
  nameOf: (from) => Buffer.from(from),
  seal: (_table, _contact, text) => Buffer.from(text),
  open: (_table, _contact, bytes) => bytes.toString("utf8"),
};

function sealedSafe(root: Buffer): Safe {
  const vault = openVault(root);
  const placeOf = (table: string, contact: Buffer) => ({
    ...{ table, column: "sealed" },
    row: contact.toString("base64"),
  });
  return {
    nameOf: (from) => vault.hash("contact", from),
    seal: (table, contact, text) => vault.seal(vault.rootKey, placeOf(table, contact), text),
    open: (table, contact, bytes) => vault.open(vault.rootKey, placeOf(table, contact), bytes),
  };
}
