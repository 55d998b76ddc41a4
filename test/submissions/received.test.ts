import { describe, expect, test } from "vitest";
import type { Finding, SubmissionState } from "../../src/enrolment/submission.ts";
import { loadFindings, loadSubmission } from "../../src/submissions/load.ts";
import {
  dueForBell,
  markRung,
  needsAttention,
  ringAfresh,
} from "../../src/submissions/received-store.ts";
import { storeFindings } from "../../src/submissions/store-findings.ts";
import { submit } from "../../src/submissions/submit.ts";
import { eachDatabase } from "../databases.ts";
import { at, handIn, historyOf, put, ready, siti, testVault } from "./hand-in.ts";

const later = "2026-11-26T02:00:00.000Z";

const finding: Finding = {
  check: "nik-birth-date",
  kind: "nik-date-differs",
  level: "warning",
  about: "birth_date",
  detail: { nik_date: "1990-01-15", birth_date: "1990-01-16" },
};

describe.each(eachDatabase)("received submissions on $kind", ({ fresh }) => {
  test("findings are stored once, with the new state", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = await ready(database, vault, siti);
    const { dataKey } = submitting;
    const id = String(await database.grouped((db) => submit(db, vault, submitting)));
    const other: Finding = { ...finding, kind: "nik-known", about: "nik", detail: { count: 2 } };
    const checked = { id, revision: 1, dataKey, findings: [finding, other], now: later };
    const stored = await Promise.all(
      [1, 2, 3].map(() => database.grouped((db) => storeFindings(db, vault, checked))),
    );
    expect(stored.filter((isStored) => isStored)).toHaveLength(1);
    expect(await loadFindings(database.read, vault, dataKey, { id, revision: 1 })).toEqual([
      finding,
      other,
    ]);
    expect(await loadSubmission(database.read, id)).toMatchObject({ state: "awaiting-review" });
    expect(await historyOf(database)).toEqual([
      [1, null, "received", "applicant"],
      [1, "received", "awaiting-review", "checks"],
    ]);
    const [row] = await database.read.selectFrom("finding").select("detail").execute();
    expect(row?.detail.toString("latin1")).not.toContain("1990");
  });

  test.each<[string, number, SubmissionState]>([
    ["of an earlier revision", 0, "received"],
    ["after staff have decided", 1, "accepted"],
    ["after the person withdrew", 1, "withdrawn"],
  ])("findings come too late: %s", async (_why, revision, state) => {
    const { database } = await fresh();
    const vault = testVault();
    const submitting = await ready(database, vault, siti);
    const { dataKey } = submitting;
    const id = String(await database.grouped((db) => submit(db, vault, submitting)));
    await database.grouped((db) => put(db, id, state));
    const checked = { id, revision, dataKey, findings: [finding], now: later };
    expect(await database.grouped((db) => storeFindings(db, vault, checked))).toBe(false);
    expect(await loadFindings(database.read, vault, dataKey, { id, revision })).toEqual([]);
    expect(await loadSubmission(database.read, id)).toMatchObject({ state });
  });

  test("the bell is due at once, then not for a while, then again, and never with too many in flight", async () => {
    const { database } = await fresh();
    const vault = testVault();
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push(await handIn(database, vault));
    const due = async (rungBefore: string, inFlight: number) =>
      (await dueForBell(database.read, rungBefore, inFlight)).map(({ id, rings }) => [id, rings]);
    expect((await due(at, 50)).toSorted()).toEqual(ids.toSorted().map((id) => [id, 0]));
    expect(await due(at, 2)).toHaveLength(2);
    const [first = "", second = "", third = ""] = ids;
    await database.grouped((db) => markRung(db, [{ id: first, revision: 1 }], at));
    await database.grouped((db) => markRung(db, [{ id: second, revision: 1 }], later));
    // `first` was rung before `later`: it is due again, after those that never were.
    expect(await due(later, 50)).toEqual([
      [third, 0],
      [first, 1],
    ]);
    // One is rung and unfinished, so of two only one more may ring.
    expect(await due(later, 2)).toEqual([[third, 0]]);
    expect(await due(later, 1)).toEqual([]);
    await database.grouped((db) => put(db, third, "awaiting-review"));
    await database.grouped((db) => markRung(db, [{ id: third, revision: 1 }], later));
    expect(await due("2027-01-01T00:00:00.000Z", 50)).toEqual([
      [first, 1],
      [second, 1],
    ]);
  });

  test("what needs attention is not rung for until staff want it looked at again", async () => {
    const { database } = await fresh();
    const id = await handIn(database, testVault());
    const revision = { id, revision: 1 };
    await database.grouped((db) => markRung(db, [revision], at));
    expect(await database.grouped((db) => ringAfresh(db, revision))).toBe(false);
    expect(await database.grouped((db) => needsAttention(db, revision, later))).toBe(true);
    expect(await database.grouped((db) => needsAttention(db, revision, later))).toBe(false);
    expect(await dueForBell(database.read, "2027-01-01T00:00:00.000Z", 50)).toEqual([]);
    expect(await database.grouped((db) => ringAfresh(db, revision))).toBe(true);
    expect(await dueForBell(database.read, at, 50)).toEqual([{ id, revision: 1, rings: 0 }]);
  });
});
