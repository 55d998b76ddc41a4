/** `lindung key rotate`: another root key, while the program is stopped. */
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "../config/key-file.ts";
import type { Config } from "../config.ts";
import { migrate, schemaVersion } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import { rotate } from "../operations/keys/rotate.ts";
import { openProgress } from "./progress.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export type RotateOptions = {
  /** Where DATA_KEY is set: the file for the new key. */
  readonly to?: string;
};

/** The exit code: 0 when the new key is the key. */
export async function keyRotate({ to }: RotateOptions, terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const say = (key: string, values = {}) => wording.text(`operator.key.${key}`, values);
  const sqlite = config.database.kind === "sqlite" ? join(config.dataDir, "lindung.db") : undefined;
  if (sqlite !== undefined && !existsSync(sqlite)) {
    complain(wording.text("operator.backup.nothing", { folder: config.dataDir }));
    return 1;
  }
  const fault = faultOf(to, config);
  if (fault !== undefined) {
    complain(
      say(fault, {
        file: to ?? "",
        ...("file" in config.dataKey ? { key: config.dataKey.file } : {}),
      }),
    );
    return 1;
  }
  const url = config.database.kind === "postgres" ? config.database.url : undefined;
  const now = new Date();
  const progress = openProgress(process.stderr, performance.now);
  const rotated = await rotate({
    open: async () => {
      const database = await openDatabase({ url, folder: config.dataDir });
      if ((await schemaVersion(database)) > 0) await migrate(database, now);
      return database;
    },
    key: "given" in config.dataKey ? { given: config.dataKey.given, to: to ?? "" } : config.dataKey,
    sqlite,
    now,
    tell: (done, total) => progress.show(`${say("step")} ${done}/${total}`),
  }).finally(progress.end);
  if (rotated.kind !== "changed") {
    complain(say(rotated.kind, { file: to ?? "" }));
    return 1;
  }
  const { values, keyFile, old } = rotated;
  print(say("changed", { values, file: keyFile }));
  print(old === undefined ? say("set-it", { file: keyFile }) : say("old", { file: old }));
  print(say("search"));
  return 0;
}

/** Why the new key cannot be written there, as a text `operator.key.…`; asked before anything is changed. */
function faultOf(to: string | undefined, { dataKey, dataDir, backup }: Config): string | undefined {
  if ("file" in dataKey) return to === undefined ? undefined : "to-without-data-key";
  if (to === undefined) return "needs-to";
  if (isInside(dataDir, to) || isInside(backup.folder, to)) return "to-inside-data";
  const folder = statSync(dirname(to), { throwIfNoEntry: false });
  return folder?.isDirectory() === true ? undefined : "to-without-folder";
}
