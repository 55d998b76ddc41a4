/**
 * The end of the audit is noted in the log, at the start and every day: the log is kept elsewhere, so that it shows
 * when rows were cut off the end (`lindung audit verify --through <seq>:<hash>`).
 */
import { headOf } from "../audit/verify.ts";
import type { Db } from "../database/open.ts";

export type NoteNeeds = {
  readonly read: Db;
  readonly log: Readonly<Record<"info" | "error", (event: object) => void>>;
  readonly everyMs?: number;
};

const dayMs = 24 * 3_600_000;

export function noteHead({ read, log, everyMs = dayMs }: NoteNeeds): { readonly stop: () => void } {
  const note = () => {
    headOf(read)
      .then((head) => log.info({ event: "audit.head", ...head }))
      .catch((err: unknown) => log.error({ event: "audit.head-unread", err }));
  };
  note();
  const timer = setInterval(note, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
