/** Whether something can be kept in a folder that may not be there yet. */
import { statSync } from "node:fs";
import { dirname } from "node:path";

/** The file that stands where the folder, or one above it, must be; undefined where none does, or nobody may look. */
export function fileInTheWay(folder: string): string | undefined {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined) return found.isDirectory() ? undefined : folder;
  } catch {
    return undefined;
  }
  const above = dirname(folder);
  return above === folder ? undefined : fileInTheWay(above);
}
