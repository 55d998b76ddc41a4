import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";

const packages = { "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } };
const elsewhere = { "node_modules/b": { version: "1.0.0", integrity: "sha512-b", optional: true } };
const otherVersion = { "node_modules/a": { version: "2.0.0", integrity: "sha512-z" } };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A project with a lock of one package (and one for another kind of machine), and an npm that does as told. */
function project(npm: string) {
  const root = mkdtempSync(join(tmpdir(), "lindung-install-"));
  folders.push(root);
  cpSync("src/operations/install", join(root, "src/operations/install"), { recursive: true });
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode });
  };
  write("package-lock.json", JSON.stringify({ packages: { "": {}, ...packages, ...elsewhere } }));
  write("installed.json", JSON.stringify({ packages }));
  write(
    "bin/npm",
    `#!/bin/sh\n[ "$1" = --version ] && echo 11.0.0 && exit\necho "$1" >> asked\n${npm}\n`,
    0o755,
  );
  /** Runs it to the end. `path` is where npm is looked for. */
  const ready = (path = `${join(root, "bin")}:/usr/bin:/bin`) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const script = join(root, "src/operations/install/ready.mjs");
      const child = spawn(process.execPath, [script], { env: { PATH: path } });
      let said = "";
      child.stdout.on("data", (chunk) => (said += chunk));
      child.stderr.on("data", (chunk) => (said += chunk));
      child.once("close", (code) => resolve({ code, said }));
    });
  const asked = () =>
    existsSync(join(root, "asked"))
      ? readFileSync(join(root, "asked"), "utf8").split("\n").length - 1
      : 0;
  const installed = (list: object) =>
    write("node_modules/.package-lock.json", JSON.stringify({ packages: list }));
  return { root, write, ready, asked, installed };
}

const works =
  "rm -rf node_modules; mkdir node_modules; sleep 0.3; cp installed.json node_modules/.package-lock.json";

test("a fresh clone is installed, says so first in both languages, and then it is quiet", async () => {
  const { root, ready, asked } = project(works);
  const first = await ready();
  expect(first.code).toBe(0);
  expect(first.said).toMatch(/^Lindung memasang .*\nLindung is installing /);
  expect(await ready()).toEqual({ code: 0, said: "" });
  expect(asked()).toBe(1);
  expect(existsSync(join(root, ".installing"))).toBe(false);
});

test("what somebody installed by hand is taken as it is", async () => {
  const { ready, asked, installed } = project(works);
  installed(packages);
  expect(await ready()).toEqual({ code: 0, said: "" });
  expect(asked()).toBe(0);
});

test.each([
  ["an older version", otherVersion],
  ["a package too many", { ...packages, "node_modules/c": { version: "1.0.0" } }],
  ["a package missing", elsewhere],
])("packages that do not fit the lock are installed again: %s", async (_why, list) => {
  const { ready, asked, installed } = project(works);
  installed(list);
  expect((await ready()).code).toBe(0);
  expect(asked()).toBe(1);
});

test("a new lock file means a new installation", async () => {
  const { ready, asked, write } = project(works);
  await ready();
  write("package-lock.json", JSON.stringify({ packages: otherVersion }));
  write("installed.json", JSON.stringify({ packages: otherVersion }));
  expect((await ready()).code).toBe(0);
  expect(asked()).toBe(2);
});

test("an installation that was broken off is done again", async () => {
  const { ready, asked, write } = project(works);
  write("node_modules/a/package.json", "{}");
  expect((await ready()).code).toBe(0);
  expect(asked()).toBe(1);
});

test("of two at once, one installs and the other waits", async () => {
  const { ready, asked } = project(`sleep 1; ${works}`);
  const both = await Promise.all([ready(), ready()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(asked()).toBe(1);
  expect(both.some(({ said }) => said.includes("waiting"))).toBe(true);
});

test("a claim whose holder was killed is taken over", async () => {
  const { root, ready, asked, write } = project(works);
  write(".installing/beat", "");
  write(".installing/npm", "999999999");
  utimesSync(join(root, ".installing/beat"), 0, 0);
  expect((await ready()).code).toBe(0);
  expect(asked()).toBe(1);
});

test("Node is linked where npm brought it and took the link away", async () => {
  const { root, ready, write, installed } = project(works);
  const packed = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
  write(packed, "node");
  write("node_modules/.bin/other", "");
  installed(packages);
  expect((await ready()).code).toBe(0);
  expect(readFileSync(join(root, "node_modules/.bin/node"), "utf8")).toBe("node");
});

test.each([
  ["no network", "npm error code EAI_AGAIN\\nnpm error request failed", /No network/],
  ["a full disk", "npm error code ENOSPC", /disk is full/],
  ["a folder of somebody else", "npm error code EACCES", /may not be written/],
  ["a lock that does not fit", "npm error code EUSAGE", /do not fit each other/],
  ["a damaged download", "npm error code EINTEGRITY", /damaged/],
  ["something unheard of: npm has the word", "npm error wat", /did not finish:\nnpm error wat/],
])("in one sentence: %s", async (_why, output, sentence) => {
  const { root, ready } = project(`printf '${output}\\n' >&2; exit 1`);
  const { code, said } = await ready();
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(existsSync(join(root, ".installing"))).toBe(false);
  expect(existsSync(join(root, "node_modules/.lindung-ready"))).toBe(false);
});

test("in one sentence: no npm", async () => {
  const { root, ready } = project(works);
  const { code, said } = await ready(join(root, "src"));
  expect(code).toBe(1);
  expect(said).toMatch(/^Perintah npm tidak ada.*\n$/);
});

test("in one sentence: an npm that is too old", async () => {
  const { ready, write } = project(works);
  write("bin/npm", "#!/bin/sh\necho 6.14.18\n", 0o755);
  const { code, said } = await ready();
  expect(code).toBe(1);
  expect(said).toMatch(/too old: 8\.3/);
});
