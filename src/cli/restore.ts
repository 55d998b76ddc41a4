/** `lindung restore FILE`: puts a backup back while the program is stopped. */
import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { restore as putBack, type Restored } from "../operations/backup/restore.ts";
import { megabytes } from "./megabytes.ts";
import { openProgress } from "./progress.ts";
import { rootKeys } from "./root-keys.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** The exit code: 0 when the backup's data are in place, also where the audit in them is not whole. */
export async function restore(named: string, terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const say = (key: string, values = {}) => wording.text(`operator.restore.${key}`, values);
  if (config.database.kind === "postgres") {
    complain(say("postgres"));
    return 1;
  }
  const from = placeOf(named, config.backup.folder);
  const found = statSync(from, { throwIfNoEntry: false });
  if (found?.isFile() !== true) {
    complain(say(found === undefined ? "no-file" : "no-backup-file", { file: from }));
    return 1;
  }
  const progress = openProgress(process.stderr, performance.now);
  let unpacked = 0;
  const restored = await putBack({
    ...{ from, data: config.dataDir, backups: config.backup.folder, now: new Date() },
    roots: rootKeys(config),
    tell: (step, done) => {
      if (step === "unpack") unpacked += done;
      const shown = step === "unpack" ? `${megabytes(unpacked)} MB` : done || "";
      progress.show(`${say(`step.${step}`)} ${shown}`);
    },
  }).finally(progress.end);
  if (restored.kind !== "restored") {
    complain(say(restored.kind, { file: from, folder: config.dataDir }));
    return 1;
  }
  for (const line of linesOf(restored, say, wording.date)) print(line);
  const { audit } = restored;
  if (audit.kind === "broken") complain(say("audit-broken", { seq: audit.seq }));
  return 0;
}

/** A bare name that is not in this folder is looked for among the backups. */
function placeOf(named: string, backups: string): string {
  const kept = join(backups, named);
  return basename(named) === named && !existsSync(named) && existsSync(kept)
    ? kept
    : resolve(named);
}

function linesOf(
  { madeAt, rows, aside, erased }: Extract<Restored, { kind: "restored" }>,
  say: (key: string, values?: object) => string,
  date: (date: string) => string,
): readonly string[] {
  const at = madeAt.toISOString();
  return [
    say("restored", { date: date(at.slice(0, 10)), time: at.slice(11, 16), rows }),
    ...(aside === undefined ? [] : [say("aside", { folder: aside })]),
    erased === undefined ? say("erased-unknown") : say("erased", { count: erased }),
    say("tokens"),
    say("next"),
  ];
}
