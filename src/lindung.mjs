#!/usr/bin/env node
/**
 * Starts the command line (`npx lindung …`): installs what is missing, then runs cli.ts on Node 24, which the
 * packages bring along. Plain JavaScript without packages, because it runs on whatever Node the machine has.
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));
const cli = join(source, "cli.ts");
const nodeBrought = join(source, "..", "node_modules", ".bin", "node");

// Its progress goes beside the result, so that a command's output can be piped.
const ready = run(process.execPath, [join(source, "operations", "install", "ready.mjs")], 2);
if (ready !== 0) process.exit(ready);
if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import("./cli.ts");
} else {
  process.exitCode = run(nodeBrought, [cli, ...process.argv.slice(2)], 1);
}

/** Runs to the end, with this terminal; `output` is where its output goes: 1 the result, 2 beside it. */
function run(program, args, output) {
  const { status, signal } = spawnSync(program, args, { stdio: ["inherit", output, 2] });
  return signal === null ? (status ?? 1) : 1;
}
