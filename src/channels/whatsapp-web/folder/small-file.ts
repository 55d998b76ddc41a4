/** A small file of JSON: whole or not there, whatever process dies; a cut of the power may leave it empty. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { z } from "zod";

/** Undefined where there is none, or none that can be read. */
export function readSmall<T>(file: string, shape: z.ZodType<T>): T | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** In seconds; undefined where there is no such file. */
export function writtenAt(file: string): number | undefined {
  try {
    return Math.floor(statSync(file).mtimeMs / 1_000);
  } catch {
    return undefined;
  }
}

/** Throws as the disk does. */
export function writeSmall(file: string, value: unknown): void {
  const beside = `${file}.new`;
  writeFileSync(beside, JSON.stringify(value), { mode: 0o600 });
  renameSync(beside, file);
}

export function removeSmall(file: string): void {
  rmSync(file, { force: true });
}
