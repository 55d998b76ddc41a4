/** A command as an operator calls it: a process of its own, on a shelf of its own. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Environment } from "../../src/config.ts";

export type Ran = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

type Places = { readonly data: string; readonly keyFile: string; readonly backups: string };

/** In English, unless LANG is set otherwise. */
export function lindung(places: Places, args: readonly string[], more: Environment = {}): Ran {
  const { data, keyFile, backups } = places;
  const settings = { DATA_DIR: data, DATA_KEY_FILE: keyFile, BACKUP_DIR: backups };
  const file = join(import.meta.dirname, "..", "..", "src", "cli.ts");
  const env = { PATH: process.env["PATH"], LANG: "en_GB.UTF-8", ...settings, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    ...{ encoding: "utf8", cwd: "/", env },
  });
  return { status, stdout, stderr };
}
