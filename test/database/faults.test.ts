import { expect, test } from "vitest";
import { isBroken, isBusy, isFull, isGivingWay } from "../../src/database/faults.ts";

const withCode = (code: unknown, cause?: unknown) =>
  Object.assign(new Error("x", { cause }), { code });

test.each([
  ["another program holds SQLite's lock", withCode("SQLITE_BUSY"), "busy"],
  ["a reader that wanted to write", withCode("SQLITE_BUSY_SNAPSHOT"), "busy"],
  ["PostgreSQL is starting", withCode("57P03"), "busy"],
  ["PostgreSQL does not answer", withCode("ECONNREFUSED"), "busy"],
  ["PostgreSQL went away in the middle", new Error("Connection terminated unexpectedly"), "busy"],
  ["no connection became free", new Error("timeout exceeded when trying to connect"), "busy"],
  ["the connection broke", withCode("08006"), "busy"],
  ["two transactions wait for each other", withCode("40P01"), "busy giving-way"],
  ["two transactions changed the same", withCode("40001"), "busy giving-way"],
  ["SQLite's disk is full", withCode("SQLITE_FULL"), "full"],
  ["no room for the index of the log", withCode("SQLITE_IOERR_SHMSIZE"), "full"],
  ["PostgreSQL's disk is full", withCode("53100"), "full"],
  ["the disk did not write", withCode("SQLITE_IOERR_FSYNC"), "broken"],
  ["the file is damaged", withCode("SQLITE_CORRUPT"), "broken"],
  ["the file is none of SQLite", withCode("SQLITE_NOTADB"), "broken"],
  ["PostgreSQL's disk fails", withCode("58030"), "broken"],
  ["PostgreSQL's file is damaged", withCode("XX001"), "broken"],
  ["a row that exists already", withCode("SQLITE_CONSTRAINT_UNIQUE"), ""],
  ["the cause counts as well", new Error("x", { cause: withCode("SQLITE_FULL") }), "full"],
  ["a code that is a number", withCode(11), ""],
  ["an error without a code", new Error("x"), ""],
  ["something that is no error", "SQLITE_BUSY", ""],
])("%s", (_why, error, expected) => {
  const tests = { busy: isBusy, full: isFull, broken: isBroken, "giving-way": isGivingWay };
  const found = Object.entries(tests).flatMap(([name, is]) => (is(error) ? [name] : []));
  expect(found.join(" ")).toBe(expected);
});
