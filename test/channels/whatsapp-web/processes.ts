/** The processes of a channel, found as an operator would find them: by their command lines. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

type Process = { readonly pid: number; readonly command: string };

function running(): readonly Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return command === "" ? [] : [{ pid: Number(name), command }];
      } catch {
        return [];
      }
    });
}

/** All processes of browsers whose profile is in that data folder. */
function browsersOf(dataDir: string): readonly Process[] {
  return running().filter(
    ({ command }) =>
      command.includes(join(dataDir, "whatsapp-web")) && !command.includes("child.ts"),
  );
}

/** The main one. */
export function browserOf(dataDir: string): number | undefined {
  return browsersOf(dataDir).find(({ command }) => !command.includes("--type="))?.pid;
}

/** Those that draw pages; one of them may be there in reserve. */
export function renderersOf(dataDir: string): readonly number[] {
  const main = browserOf(dataDir);
  const renderers = running().filter(({ command }) => command.includes("--type=renderer"));
  return renderers.map(({ pid }) => pid).filter((pid) => groupOf(pid) === main);
}

/** The child that drives the browser. */
export function childOf(dataDir: string): number | undefined {
  const children = running().filter(({ command }) => command.includes("paired/child.ts"));
  return children.find(({ pid }) => folderOf(pid) === join(dataDir, "whatsapp-web"))?.pid;
}

function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

function groupOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
  } catch {
    return 0;
  }
}

/** Whatever belongs to the channel. */
export function leftOf(dataDir: string): readonly number[] {
  const child = childOf(dataDir);
  return [...(child === undefined ? [] : [child]), ...browsersOf(dataDir).map(({ pid }) => pid)];
}
