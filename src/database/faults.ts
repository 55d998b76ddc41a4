/**
 * What went wrong with the database, in the three ways a caller can act on: come again, make room, stop.
 * The error itself or one of its causes tells. Everything else is a mistake of ours.
 */

/** Somebody else holds the lock, or the server is away for the moment: the same work may succeed later. */
export function isBusy(error: unknown): boolean {
  return codes(error).some((code) => busy.test(code) || lost.test(code));
}

/** The disk (or the file's limit) is full: nothing was written, nothing that was acknowledged is lost. */
export function isFull(error: unknown): boolean {
  return codes(error).some((code) => full.test(code));
}

/** The disk fails or the file is damaged: stop and tell the operator. */
export function isBroken(error: unknown): boolean {
  return !isFull(error) && codes(error).some((code) => broken.test(code));
}

/** What is in the SQLite file is not what was written there: a later try finds the same. */
export function isDamaged(error: unknown): boolean {
  return codes(error).some((code) => damaged.test(code));
}

/** PostgreSQL chose this transaction to give way; run again it may pass. */
export function isGivingWay(error: unknown): boolean {
  return codes(error).some((code) => code === "40001" || code === "40P01");
}

// SQLite: https://sqlite.org/rescode.html. PostgreSQL: appendix A, "Error Codes"; ECONN… are Node's.
const busy =
  /^(SQLITE_(BUSY|LOCKED)(_.*)?|40001|40P01|55P03|53300|57P0[1-3]|08.{3}|ECONN(REFUSED|RESET)|EPIPE)$/;
// The driver gives these no code.
const lost = /^(timeout exceeded when trying to connect|Connection terminated.*|timeout expired)$/;
// Growing the WAL's index on a full disk is reported as an input/output error.
const full = /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|53100)$/;
const damaged = /^SQLITE_(CORRUPT|NOTADB)(_.*)?$/;
const broken = /^(SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY)(_.*)?|58.{3}|XX00[12])$/;

/** The code of the error and of its causes; the message of one that has none. */
function codes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const code = "code" in error && typeof error.code === "string" ? error.code : error.message;
  return [code, ...codes(error.cause)];
}
