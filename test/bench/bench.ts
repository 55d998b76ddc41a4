/**
 * `npm run bench`: the workload through the program's own path beside both floors, in one run; then what must hold
 * whatever the speed; then the parts by themselves. `--json` prints one object, `--quick` takes few contacts.
 */
import { parseArgs } from "node:util";
import { projectFolder } from "../world.ts";
import { measure } from "./measure.ts";
import { printReport } from "./report.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    contacts: { type: "string" },
    rounds: { type: "string" },
  },
});

process.chdir(projectFolder);
const report = await measure({
  contacts: counted("contacts", values.contacts, values.quick ? 200 : 2_000),
  rounds: counted("rounds", values.rounds, values.quick ? 1 : 3),
  isQuick: values.quick,
  // Progress is no result: it goes where it can be thrown away.
  tell: (what) => process.stderr.write(`${what}\n`),
});
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : printReport(report));
if (report.wrong > 0) process.exitCode = 1;

function counted(name: string, given: string | undefined, usual: number): number {
  if (given === undefined) return usual;
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`--${name} takes a whole number from 1`);
  return count;
}
