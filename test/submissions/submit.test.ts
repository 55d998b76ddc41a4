import { describe, expect, test } from "vitest";
import type { Db } from "../../src/database/open.ts";
import type { Finding, SubmissionState } from "../../src/enrolment/submission.ts";
import { type Deciding, decide } from "../../src/submissions/decide.ts";
import { loadSubmission } from "../../src/submissions/load.ts";
import { dueForBell, markRung } from "../../src/submissions/received-store.ts";
import {
  countWithNikHash,
  eraseSubmissions,
  findByNumber,
  stateOf,
  submissionsOfApplicant,
  submissionsUntouchedSince,
} from "../../src/submissions/store.ts";
import { storeFindings } from "../../src/submissions/store-findings.ts";
import { NumberTaken, submit } from "../../src/submissions/submit.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { eachDatabase } from "../databases.ts";
import { at, budi, handIn, historyOf, put, ready, siti, testVault } from "./hand-in.ts";

const later = "2026-11-26T02:00:00.000Z";
/** Nobody has it in hand any longer. */
const longAfter = "2026-12-26T02:00:00.000Z";

const finding: Finding = {
  check: "nik-birth-date",
  kind: "nik-date-differs",
  level: "warning",
  about: "birth_date",
  detail: { nik_date: "1990-01-15", birth_date: "1990-01-16" },
};

describe.each(eachDatabase)("submissions on $kind", ({ fresh }) => {
  test("what was handed in is read back as it was, under its number", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const siti1 = await ready(database, vault, siti);
    const id = await database.grouped((db) => submit(db, vault, siti1));
    const loaded = await loadSubmission(database.read, String(id));
    expect(loaded).toMatchObject({ id, state: "received", revision: 1, number: siti1.number });
    expect(loaded?.registration(vault, siti1.dataKey)).toEqual(siti);
    expect(loaded?.contribution(vault, siti1.dataKey)).toEqual(siti1.contribution);
    expect(await findByNumber(database.read, siti1.number)).toEqual({
      number: siti1.number,
      state: "received",
      receivedAt: at,
    });
    expect(await submissionsOfApplicant(database.read, siti1.applicantId)).toEqual([
      {
        id,
        applicantId: siti1.applicantId,
        number: siti1.number,
        state: "received",
        revision: 1,
        receivedAt: at,
        updatedAt: at,
      },
    ]);
    expect(await historyOf(database)).toEqual([[1, null, "received", "applicant"]]);
  });

  test("nothing of the person stands there in the clear", async () => {
    const { database } = await fresh();
    await handIn(database, testVault());
    const rows = await Promise.all(
      (["submission", "submission_revision", "submission_history", "search_token"] as const).map(
        (table) => database.read.selectFrom(table).selectAll().execute(),
      ),
    );
    const clear = rows
      .flat()
      .flatMap((row) => Object.values(row).map((v) => Buffer.from(String(v))));
    const everything = Buffer.concat(clear).toString("latin1");
    expect(everything).toContain("own-account");
    for (const marker of ["Siti", "Aminah", siti.nik, siti.phone, siti.birth_date, "Dusun"]) {
      expect(everything).not.toContain(marker);
    }
  });

  test("unknown ids and numbers give nothing", async () => {
    const { database } = await fresh();
    expect(await loadSubmission(database.read, "s-nobody")).toBeUndefined();
    expect(await findByNumber(database.read, "LD-7K3M-92")).toBeUndefined();
    expect(await submissionsOfApplicant(database.read, "a-nobody")).toEqual([]);
  });

  test("handing in twice changes nothing", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = await ready(database, vault, siti);
    await database.grouped((db) => submit(db, vault, submitting));
    const again = await database.grouped((db) => submit(db, vault, submitting));
    expect(again).toBeUndefined();
    expect(await historyOf(database)).toHaveLength(1);
  });

  test("a number that somebody has is refused, and the whole work with it", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const first = await ready(database, vault, siti);
    const second = await ready(database, vault, budi);
    await database.grouped((db) => submit(db, vault, first));
    const taken = { ...second, number: first.number };
    await expect(database.grouped((db) => submit(db, vault, taken))).rejects.toThrow(NumberTaken);
    expect(await submissionsOfApplicant(database.read, second.applicantId)).toEqual([]);
    expect(await database.grouped((db) => submit(db, vault, second))).toMatch(/^s-/);
  });

  test("what was returned becomes the next revision, is found by what it says now, and is rung for anew", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const first = await ready(database, vault, siti);
    const id = String(await database.grouped((db) => submit(db, vault, first)));
    await database.grouped(async (db) => {
      await markRung(db, [{ id, revision: 1 }], at);
      await put(db, id, "returned");
    });
    const corrected = { ...first, registration: { ...siti, name: "Siti Nurbaya" }, now: later };
    expect(await database.grouped((db) => submit(db, vault, corrected))).toBe(id);
    const loaded = await loadSubmission(database.read, id);
    expect(loaded).toMatchObject({ state: "received", revision: 2, number: first.number });
    expect(loaded?.registration(vault, first.dataKey).name).toBe("Siti Nurbaya");
    expect(await dueForBell(database.read, at, 50)).toEqual([{ id, revision: 2, rings: 0 }]);
    expect(await historyOf(database)).toEqual([
      [1, null, "received", "applicant"],
      [2, "returned", "received", "applicant"],
    ]);
    const tokens = await database.read.selectFrom("search_token").select("token").execute();
    const found = (word: string) =>
      tokens.some(({ token }) => token.equals(vault.hash("search-name", word)));
    expect([found("siti"), found("nurbaya"), found("aminah")]).toEqual([true, true, false]);
  });

  test.each([
    ["whoever gave it back has it in hand", ["staff:wati"], "staff:wati"],
    ["of two who gave it back, the last one", ["staff:wati", "staff:joko"], "staff:joko"],
    ["a program that gave it back claims nothing", ["token:t-1"], null],
    ["nor does one before a program", ["staff:wati", "token:t-1"], null],
  ] as const)("when it comes back, %s", async (_who, deciders, expected) => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = { ...(await ready(database, vault, siti)), now: later };
    const id = String(await database.grouped((db) => submit(db, vault, submitting)));
    for (const [at, by] of deciders.entries()) {
      await database.grouped((db) => put(db, id, "awaiting-review"));
      const deciding = { id, revision: at + 1, by, now: longAfter };
      await database.grouped((db) => giveBack(db, vault, deciding));
      expect(await database.grouped((db) => submit(db, vault, submitting))).toBe(id);
    }
    const claim = await database.read
      .selectFrom("submission")
      .select(["claimed_by", "claimed_until"])
      .executeTakeFirstOrThrow();
    const claimed_until = expected === null ? null : "2026-11-28T02:00:00.000Z";
    expect(claim).toEqual({ claimed_by: expected, claimed_until });
  });

  test("for two days it is for the same reviewer alone, then for everybody", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = { ...(await ready(database, vault, siti)), now: later };
    const id = String(await database.grouped((db) => submit(db, vault, submitting)));
    await database.grouped((db) => put(db, id, "awaiting-review"));
    await database.grouped((db) => giveBack(db, vault, { id, revision: 1, by: "staff:wati" }));
    await database.grouped((db) => submit(db, vault, submitting));
    await database.grouped((db) => put(db, id, "awaiting-review"));
    const again = (by: string, now: string) =>
      database.grouped((db) => giveBack(db, vault, { id, revision: 2, by, now }));
    expect(await again("staff:joko", "2026-11-28T02:00:00.000Z")).toEqual({ kind: "claimed" });
    expect(await again("staff:joko", "2026-11-28T02:00:00.001Z")).toMatchObject({
      kind: "decided",
    });
  });

  test.each<[string, SubmissionState]>([
    ["staff are looking", "awaiting-review"],
    ["it was accepted", "accepted"],
    ["it was rejected", "rejected"],
    ["the person withdrew", "withdrawn"],
  ])("is not handed in again while %s", async (_why, state) => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = await ready(database, vault, siti);
    const id = String(await database.grouped((db) => submit(db, vault, submitting)));
    await database.grouped((db) => put(db, id, state));
    expect(await database.grouped((db) => submit(db, vault, submitting))).toBeUndefined();
    expect(await loadSubmission(database.read, id)).toMatchObject({ state, revision: 1 });
  });

  test("other people with the same NIK are counted, each once, and never oneself", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const mine = await ready(database, vault, siti);
    const id = String(await database.grouped((db) => submit(db, vault, mine)));
    const nikHash = (await loadSubmission(database.read, id))?.nikHash ?? Buffer.alloc(0);
    const count = () => countWithNikHash(database.read, nikHash, mine.applicantId);
    expect(await count()).toBe(0);
    await handIn(database, vault, budi);
    expect(await count()).toBe(0);
    const other = await handIn(database, vault, { ...budi, nik: siti.nik });
    expect(await count()).toBe(1);
    await database.grouped((db) => put(db, other, "withdrawn"));
    expect(await count()).toBe(0);
  });

  test("a person is kept for as long as anything of theirs has changed of late", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = await ready(database, vault, siti);
    await database.grouped((db) => submit(db, vault, submitting));
    const untouched = (before: string) => submissionsUntouchedSince(database.read, before, 10);
    expect(await untouched(at)).toEqual([]);
    expect(await untouched(later)).toEqual([submitting.applicantId]);
  });

  test("erasing a person leaves nothing of theirs, and everything of the others", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const gone = await ready(database, vault, siti);
    const id = String(await database.grouped((db) => submit(db, vault, gone)));
    const checked = { id, revision: 1, dataKey: gone.dataKey, findings: [finding], now: later };
    await database.grouped((db) => storeFindings(db, vault, checked));
    const kept = await handIn(database, vault, budi);
    await database.grouped((db) => eraseSubmissions(db, gone.applicantId));
    const left = async (table: "submission_revision" | "submission_history" | "search_token") =>
      database.read.selectFrom(table).select("submission_id").distinct().execute();
    for (const table of ["submission_revision", "submission_history", "search_token"] as const) {
      expect(await left(table)).toEqual([{ submission_id: kept }]);
    }
    expect(await database.read.selectFrom("finding").selectAll().execute()).toEqual([]);
    expect(await loadSubmission(database.read, id)).toBeUndefined();
  });
});

/** Staff ask for the address again. */
function giveBack(db: Db, vault: Vault, { now = later, ...deciding }: GivingBack) {
  const reasons = [{ about: "address", code: "incomplete" }];
  return decide(db, vault, { ...deciding, verdict: "returned", reasons, now });
}

type GivingBack = Pick<Deciding, "id" | "revision" | "by"> & { readonly now?: string };

test("a state of a newer program is not taken for another", () => {
  expect(() => stateOf("half-accepted")).toThrow("unknown state half-accepted");
});
