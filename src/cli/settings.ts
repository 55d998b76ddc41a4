/** The settings, for a command: or what is wrong with them, said to whoever called it. */
import { type Config, readSettings } from "../config.ts";
import { printSettingFaults } from "../content/operator.ts";
import type { Terminal } from "./terminal.ts";

/** Undefined when something is wrong; it has been said then. */
export function settingsFor({ complain, wording, folder }: Terminal): Config | undefined {
  const read = readSettings(folder);
  if ("config" in read) return read.config;
  const faults = printSettingFaults(read.faults, wording);
  complain(wording.text("operator.start.settings", { faults }));
  return undefined;
}
