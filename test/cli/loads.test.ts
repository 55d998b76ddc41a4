/** Help is read on slow machines too: it opens no database and loads no package of one. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Says each package that is loaded, by the folder it lies in. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({
    load: (url, context, next) => {
      const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
      if (name !== undefined) process.stderr.write(name + "\\n");
      return next(url, context);
    },
  });
`)}`;

test.each([[["--help"]], [["token", "add", "--help"]], [["audit", "--help"]]])(
  "%j loads the command line's package and that of the sentences, and no database",
  (args) => {
    const file = join(import.meta.dirname, "..", "..", "src", "cli.ts");
    const { status, stderr } = spawnSync(process.execPath, ["--import", telling, file, ...args], {
      encoding: "utf8",
    });
    expect(status).toBe(0);
    const loaded = new Set(stderr.split("\n").filter(Boolean));
    expect(loaded).toContain("commander");
    for (const heavy of ["kysely", "better-sqlite3", "pg", "bullmq", "hono", "@viz-js/viz"])
      expect(loaded).not.toContain(heavy);
  },
);
