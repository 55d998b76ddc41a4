/**
 * Nothing of a person lies anywhere in the clear: whole conversations as WhatsApp brings them, then every byte of
 * the database, of what its files hold, of what went to the queue server and of the log is looked at.
 */
import { randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Sender } from "../../src/channels/channel.ts";
import { readConfig } from "../../src/config.ts";
import type { Sealed } from "../../src/database/schema.ts";
import { openHouse } from "../../src/house.ts";
import type { InboxNeeds } from "../../src/inbox/needs.ts";
import { openLog } from "../../src/log.ts";
import { startEmbeddedQueue } from "../../src/validation/embedded-queue.ts";
import { openVault, type Vault } from "../../src/vault/vault.ts";
import { eachDatabase, type Opened } from "../databases.ts";
import { unhurried } from "../outbox/unhurried.ts";
import { statesOf } from "../validation/room.ts";
import { eventually, everythingIn, keepingLog, lookInto } from "../validation/servers.ts";
import { openWorld, realMaterial } from "../world.ts";
import { type Marks, marksIn } from "./marks.ts";
import { answer, budi, type Phone, say, siti, whatsAppPhone } from "./person.ts";
import { record } from "./recorder.ts";
import { bytesOf } from "./tables.ts";

/** What is told in the conversation below, in the ways in which it is told or would be kept. */
const marks: Marks = {
  "her name": ["Qonawati"],
  "her NIK": ["1699016711710007", "1699 0167 1171 0007"],
  "a NIK with a digit missing": ["169901671171000"],
  "her telephone": ["81377552091", "813-7755-2091"],
  "her birth date": ["1971-11-27", "27 November 1971", "27-11-1971"],
  "her work": ["Qomaruddin"],
  "her income": ["2137000", "2.137.000"],
  "her address": ["Mangkubuyut"],
  "the address she corrected": ["Pagarsirih"],
  "his name": ["Prawiroqusno"],
  "his telephone": ["85266419037", "852-6641-9037"],
  "his birth date": ["1974-08-19", "19 Agustus 1974"],
  "his work": ["Xaverindo"],
  "his address": ["Wijayakusumo"],
  "somebody in a question": ["Zulqarnain"],
  "the telephone they write from": ["6281234567890"],
  "the id of a message": ["3EB0C0FFEE"],
};

/** Corrections, wrong answers, questions, a photo, a call for staff, and a second person on the phone. */
async function talk(needs: InboxNeeds, phone: Phone): Promise<void> {
  await answer(needs, phone, siti, "birth_date");
  await say(needs, phone, "31 Februari 1971");
  await answer(needs, phone, siti, "address");
  await answer(needs, phone, { ...siti, address: "Lorong Pagarsirih 9 RT 1" }, "nik");
  await say(needs, phone, "1699 0167 1171 000");
  await say(needs, phone, "kata pak Zulqarnain apa itu JKK?");
  await say(needs, phone, { kind: "media", what: "photo" });
  await answer(needs, phone, siti, "confirm");
  await say(needs, phone, "ubah alamat");
  await answer(needs, phone, siti, "confirm");
  await say(needs, phone, "data saya");
  await say(needs, phone, "petugas");
  await answer(needs, phone, siti);
  await say(needs, phone, "daftarkan orang lain");
  await answer(needs, phone, budi);
  await say(needs, phone, "data saya");
  await say(needs, phone, "petugas");
}

/** The program's own rooms on this database, with a log of everything and a queue that is listened to. */
async function openRecorded({ database, where }: Opened) {
  const queue = startEmbeddedQueue(keepingLog());
  onTestFinished(() => queue.close());
  const queueUrl = await eventually(() => queue.url() ?? Promise.reject(new Error("not yet")));
  const recorder = await record(queueUrl);
  const read = readConfig({
    DATA_DIR: where.folder,
    DATABASE_URL: where.url,
    REDIS_URL: recorder.url,
    DATA_KEY: randomBytes(32).toString("base64"),
    LOG_LEVEL: "debug",
  });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const lines: string[] = [];
  const log = openLog(read.config.logLevel, { write: (line) => void lines.push(line) });
  const house = await openHouse(read.config, log, realMaterial(), failing);
  onTestFinished(() => house.close());
  return { database, house, lines, recorder, queueUrl };
}

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("nothing of two people is found in the database, its files, the queue or the log", async () => {
    const { database, house, lines, recorder, queueUrl } = await openRecorded(await fresh());
    await talk(house.inbox, whatsAppPhone());
    await eventually(async () => expect(await statesOf(database)).toEqual(["awaiting-review"]));
    expect(await findings(database)).toEqual(["nik-date-differs-as-said", "nik-known"]);

    const told = Buffer.from(lines.join(""));
    const queued = Buffer.from(await lookInto(queueUrl, everythingIn));
    if (database.kind === "sqlite") await database.copyTo(`${database.file}.copy`);
    const kept = await bytesOf(database);

    // Each was looked at while it held what it is there for.
    expect(told.includes("submission.checked")).toBe(true);
    expect(told.includes("cannot send to")).toBe(true);
    expect(recorder.heard().includes("validation:")).toBe(true);
    expect(kept.includes("awaiting-review")).toBe(true);
    expect({
      database: marksIn(kept, marks),
      queue: marksIn(Buffer.concat([queued, recorder.heard()]), marks),
      log: marksIn(told, marks),
    }).toEqual({ database: [], queue: [], log: [] });
  });

  test("without sealing every one of them is found", async () => {
    const { database } = await fresh();
    const world = openWorld(database, { vault: openly(openVault(randomBytes(32))) });
    await talk(world, whatsAppPhone());
    await world.machineLooks();
    const hits = marksIn(await bytesOf(database), marks);
    const named = new Set(hits.map((hit) => hit.replace(/ as .*/, "")));
    // What was asked in between is not kept at all, and of a message's id there is only a hash.
    const notKept = ["somebody in a question", "the id of a message"];
    expect(Object.keys(marks).filter((name) => !named.has(name))).toEqual(notKept);
  });
});

const word = "Siti Qonawati";

test.each([
  ["as it was typed", Buffer.from(word)],
  ["in small letters", Buffer.from(word.toLowerCase())],
  ["in UTF-16", Buffer.from(word, "utf16le")],
  ["in UTF-16 the other way round", Buffer.from(word, "utf16le").swap16()],
  ["in hex", Buffer.from(Buffer.from(word).toString("hex").toUpperCase())],
  ["in base64", Buffer.from(Buffer.from(word).toString("base64"))],
  ["in base64 after a letter", Buffer.from(Buffer.from(`a${word}`).toString("base64"))],
  ["in base64 after two letters", Buffer.from(Buffer.from(`ab${word}z`).toString("base64"))],
])("a name is found %s", (_how, bytes) => {
  const around = Buffer.concat([randomBytes(100), bytes, randomBytes(100)]);
  expect(marksIn(around, { name: ["Qonawati"] })).not.toEqual([]);
});

test("among random bytes nothing is found", () => {
  expect(marksIn(randomBytes(1_000_000), marks)).toEqual([]);
});

/** Libraries of channels put the address into what they throw. */
const failing: ReadonlyMap<string, Sender> = new Map([
  [
    "whatsapp-web",
    {
      ...unhurried,
      send: async ({ to }) => {
        throw new Error(`cannot send to ${to}: no chat of ${to.replace("@c.us", "")}`);
      },
    },
  ],
]);

async function findings(database: Opened["database"]): Promise<readonly string[]> {
  const rows = await database.read.selectFrom("finding").select("kind").distinct().execute();
  return rows.map(({ kind }) => kind).toSorted();
}

/** A vault that forgets to seal: long enough for the tables, and readable. */
function openly(vault: Vault): Vault {
  const mark = "not sealed, not sealed, not sealed: ";
  return {
    ...vault,
    seal: (_key, _place, text): Sealed => Buffer.from(`${mark}${text}`),
    open: (_key, _place, sealed) => sealed.toString().slice(mark.length),
  };
}
