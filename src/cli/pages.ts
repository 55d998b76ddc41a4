/** Long output on a screen, a page at a time. */
import { spawnSync } from "node:child_process";
import type { Terminal } from "./terminal.ts";

/**
 * On a screen the lines of the result are collected and shown by `less`, which ends at once where they fit one page;
 * where there is no `less`, and in a pipe or a file, they are printed as they come.
 */
export function onPages<Code>(
  terminal: Terminal,
  onScreen: boolean,
  run: (terminal: Terminal) => Code,
  pager = "less",
): Code {
  if (!onScreen) return run(terminal);
  const lines: string[] = [];
  const code = run({ ...terminal, print: (line) => lines.push(line) });
  const input = `${lines.join("\n")}\n`;
  const shown =
    lines.length === 0 ||
    spawnSync(pager, ["-FRX"], { input, stdio: ["pipe", "inherit", "inherit"] }).error ===
      undefined;
  if (!shown) for (const line of lines) terminal.print(line);
  return code;
}
