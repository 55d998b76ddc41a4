/** How much memory the browser takes, with everything it has started. */
import { readdirSync, readFileSync } from "node:fs";

/**
 * Resident bytes of all processes of the group. Pages that are shared count once for each, so that it is too much by
 * half or so: with a page of almost nothing it says 0.9 GB. 0 where there is no /proc.
 */
export function residentBytes(group: number): number {
  return listed()
    .map(statOf)
    .filter((stat) => stat?.group === group)
    .reduce((sum, stat) => sum + (stat?.resident ?? 0), 0);
}

/** WhatsApp's page was seen to grow from 100 to 500 MB in hours; with all that is shared this is far beyond it. */
export const mostBytes = 3_000_000_000;

const pageBytes = 4_096;

function listed(): readonly string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** See proc_pid_stat(5); the name in brackets may hold anything. */
function statOf(pid: string): { readonly group: number; readonly resident: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { group: Number(fields[2]), resident: Number(fields[21]) * pageBytes };
  } catch {
    return undefined;
  }
}
