/** Which browser is there. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Looked through as well: a service manager may give a program hardly any PATH. */
const usual = ["/usr/local/bin", "/usr/bin", "/bin", "/snap/bin"];

/**
 * The path of a browser that can be run: the one that is set (a path, or a name along `path`), else the first that is
 * found. `path` is the machine's PATH. Undefined where there is none; a set one that is not there is not made up for.
 */
export function findChromium(set: string | undefined, path: string): string | undefined {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...usual];
  if (set?.includes("/")) return canRun(set) ? set : undefined;
  return (set === undefined ? names : [set])
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
