/** The root keys a command may need: the one in use, and those of before that lie beside its file. */
import type { Config } from "../config.ts";
import { oldKeyFiles, readKeyFile } from "../operations/keys/key-files.ts";

/** Throws with the file's name when the key in use is missing or may not be used. */
export function rootKeys({ dataKey }: Config): readonly [Buffer, ...Buffer[]] {
  if ("given" in dataKey) return [dataKey.given];
  return [readKeyFile(dataKey.file), ...oldKeyFiles(dataKey.file).map(readKeyFile)];
}
