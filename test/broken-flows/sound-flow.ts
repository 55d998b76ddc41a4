/** Copies of the small sound flow beside this file, to be broken. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commandNames } from "../../src/conversation/besides/command-names.ts";
import type { BrokenFlow } from "./broken-flow.ts";

export type Workshop = {
  readonly sound: string;
  /** A copy with one change. */
  readonly broken: (change: Pick<BrokenFlow, "file" | "text" | "by">) => string;
  readonly close: () => void;
};

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "lindung-flows-"));
  const sound = join(folder, "sound");
  // The vocabulary of answers is the real one; commands have one phrase each, so that a new one breaks nothing here.
  for (const language of ["id", "en"]) {
    const inside = join("locales", language, "words");
    cpSync(join(project, inside), join(sound, inside), { recursive: true });
    const phrases = commandNames.map((name) => `${name}: [${name}]\n`).join("");
    writeFileSync(join(sound, inside, "commands.yaml"), `polite: [tolong]\n${phrases}`);
  }
  cpSync(join(import.meta.dirname, "sound"), sound, { recursive: true });
  let copies = 0;
  return {
    sound,
    broken: ({ file, text, by }) => {
      copies += 1;
      const copy = join(folder, String(copies));
      cpSync(sound, copy, { recursive: true });
      change(join(copy, file), text, by);
      return copy;
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

const project = join(import.meta.dirname, "..", "..");

function change(path: string, text: string | undefined, by: string | undefined): void {
  if (by === undefined) {
    rmSync(path);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text === undefined ? by : replaced(readFileSync(path, "utf8"), text, by));
}

/** A text that is not there, or twice, would break nothing or something else. */
function replaced(whole: string, text: string, by: string): string {
  const parts = whole.split(text);
  if (parts.length !== 2) throw new Error(`stands there ${parts.length - 1} times: ${text}`);
  return parts.join(by);
}
