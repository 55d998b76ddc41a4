/** Where the key of all that is encrypted stands, and where it must not. */
import { createHash } from "node:crypto";
import { basename, join, relative } from "node:path";

/** One file per data folder, in the home of whoever runs the program; undefined where they have none. */
export function defaultKeyFile(dataDir: string, home: () => string): string | undefined {
  try {
    const mark = createHash("sha256").update(dataDir).digest("hex").slice(0, 8);
    return join(home(), ".config", "lindung", `${basename(dataDir)}-${mark}.key`);
  } catch {
    return undefined;
  }
}

export function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith("../") && !way.startsWith("..\\");
}
