/** `lindung doctor`: whether all is well, and what to do where it is not. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, readSettings } from "../config.ts";
import { openContent } from "../content/content.ts";
import { endingSoon } from "../content/coverage.ts";
import { printSettingFaults } from "../content/operator.ts";
import { explain } from "../content/operator-fault.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { lastSeen, type Seen } from "../operations/backup/seen.ts";
import { lookAtBackups, lookAtKey, lookAtRoom } from "../operations/doctor/look-around.ts";
import { lookAtData } from "../operations/doctor/look-at-data.ts";
import { looked, type Remark } from "../operations/doctor/remark.ts";
import { probeQueue } from "../validation/probe.ts";
import { backupKey } from "../vault/backup-key.ts";
import { lookAtChannels } from "./doctor-channels.ts";
import type { Terminal } from "./terminal.ts";

/** Prints a line for everything it looked at. The exit code: 1 when something is to be mended. */
export async function doctor(now: Date, terminal: Terminal): Promise<0 | 1> {
  const { print, wording, folder } = terminal;
  const read = readSettings(folder);
  const remarks = [
    ...("faults" in read
      ? settingFaults(printSettingFaults(read.faults, wording))
      : [
          settingsRemark(read.config),
          ...(await lookAtConfig(read.config, now)),
          await queueRemark(read.config),
          ...(await lookAtChannels(read.config, wording)),
        ]),
    ...looked("content", () => contentRemarks(folder, now, wording.date)),
  ];
  const say = (key: string, values = {}) => wording.text(`operator.doctor.${key}`, values);
  for (const { state, key, values, error } of remarks) {
    const why = error === undefined ? {} : { why: explain(error, wording) };
    print(`${say(`mark.${state}`)} ${say(key, { ...values, ...why })}`);
  }
  const count = (state: Remark["state"]) => remarks.filter((one) => one.state === state).length;
  print(say("sum", { bad: count("bad"), look: count("look") }));
  return count("bad") > 0 ? 1 : 0;
}

async function lookAtConfig(config: Config, now: Date): Promise<readonly Remark[]> {
  const { dataDir, database, backup } = config;
  const isSqlite = database.kind === "sqlite";
  const dataExist = !isSqlite || existsSync(join(dataDir, "lindung.db"));
  const { root, remarks } = lookAtKey(config.dataKey, dataExist, backup.folder);
  const where = { url: isSqlite ? undefined : database.url, folder: dataDir };
  const seen = isSqlite && root ? seenIn(backup.folder, root) : undefined;
  return [
    ...remarks,
    // To open it would make it.
    ...(dataExist
      ? await lookAtData({ where, root, seen, now })
      : [{ state: "well", key: "data.none" } as const]),
    ...looked("room", () => lookAtRoom(isSqlite ? [dataDir, backup.folder] : [])),
    ...(isSqlite
      ? looked("backups", () =>
          lookAtBackups({ ...{ folder: backup.folder, keep: backup, root, dataExist, now } }),
        )
      : [{ state: "look", key: "backups.postgres" } as const]),
  ];
}

/** Where the backups cannot be looked at, that is a remark of its own. */
function seenIn(folder: string, root: Buffer): Seen | undefined {
  try {
    return lastSeen(folder, backupKey(root));
  } catch {
    return undefined;
  }
}

/** A line each; without settings nothing else of the machine can be found. */
function settingFaults(lines: string): readonly Remark[] {
  return lines.split("\n").map((line) => {
    return { state: "bad", key: "settings.fault", values: { fault: line.trim() } };
  });
}

function settingsRemark({ trial }: Config): Remark {
  return trial ? { state: "look", key: "settings.trial" } : { state: "well", key: "settings.well" };
}

async function queueRemark({ redisUrl }: Config): Promise<Remark> {
  if (redisUrl === undefined) return { state: "well", key: "queue.embedded" };
  const probed = await probeQueue(redisUrl);
  switch (probed.kind) {
    case "answers":
      return { state: "well", key: "queue.answers" };
    case "evicts":
      return { state: "look", key: "queue.evicts", values: { policy: probed.policy } };
    case "away":
      return { state: "bad", key: "queue.away" };
  }
}

function contentRemarks(
  folder: string,
  now: Date,
  date: (date: string) => string,
): readonly Remark[] {
  const today = todayIn(now.toISOString());
  const opened = openContent(folder, today);
  if ("faults" in opened) {
    return [{ state: "bad", key: "content.faults", values: { count: opened.faults.length } }];
  }
  const endings = endingSoon(opened.content, today).map(
    ({ id, to }): Remark => ({
      state: "look",
      key: "content.ending",
      values: { rule: id, until: date(to) },
    }),
  );
  return [{ state: "well", key: "content.well" }, ...endings];
}
