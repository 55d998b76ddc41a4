/**
 * Before `npm start` and `npm test`: are the packages there, and are they those of package-lock.json? If not,
 * `npm ci`, with a sign of life every few seconds. Otherwise it is gone in a blink.
 * Plain JavaScript without packages, because it runs on whatever Node the machine has (16 and later) before
 * anything is installed. On Linux the packages bring Node 24 along; elsewhere it must be there already.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeClaim } from "./claim.mjs";
import { leastNode, leastNpm, readFailure, sentences } from "./sentences.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const lockFile = join(root, "package-lock.json");
const modules = join(root, "node_modules");
const stampFile = join(modules, ".lindung-ready");
const beatSeconds = 3;
const npmArguments = [
  "ci",
  "--no-audit",
  "--no-fund",
  "--prefer-offline",
  "--loglevel=error",
  // Without a network it is said within half a minute; npm alone would try for more than one.
  "--fetch-retries=3",
  "--fetch-retry-mintimeout=2000",
  "--fetch-retry-maxtimeout=8000",
];

async function main() {
  if (isReady()) return 0;
  const obstacle = obstacleBefore();
  if (obstacle !== undefined) return fail(obstacle);

  const claim = await takeClaim(root, () => say(sentences.waiting));
  try {
    // Whoever held the claim before may have done the work.
    return isReady() ? 0 : await install(claim);
  } finally {
    claim.release();
  }
}

function isReady() {
  if (read(stampFile) === stampOf()) return true;
  if (!fitsLock()) return false;
  stamp();
  return true;
}

/** So that the next look is quick. Written last: an installation that was broken off has none. */
function stamp() {
  try {
    fs.writeFileSync(stampFile, stampOf());
  } catch {
    // The packages belong to somebody else, as in a container: the long look works too.
  }
}

/** Of the lock and of the machine: a folder carried to another kind of machine does not fit it. */
function stampOf() {
  const hash = createHash("sha256").update(fs.readFileSync(lockFile)).digest("hex");
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/** Whether somebody has run npm by hand: npm writes down what it installed, and that must be what the lock says. */
function fitsLock() {
  const installed = packagesOf(join(modules, ".package-lock.json"));
  const locked = packagesOf(lockFile);
  if (installed === undefined || locked === undefined) return false;
  return (
    bringsNode() &&
    Object.keys(installed).every((path) => path in locked) &&
    Object.keys(locked).every((path) => {
      const there = installed[path];
      if (there === undefined) return locked[path].optional === true;
      return there.version === locked[path].version && there.integrity === locked[path].integrity;
    })
  );
}

function packagesOf(file) {
  try {
    const packages = JSON.parse(fs.readFileSync(file, "utf8")).packages;
    // The project itself is in one of the two lists only.
    return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ""));
  } catch {
    return undefined;
  }
}

/** Node 24 for the scripts: from the packages, or the one that runs this. */
function bringsNode() {
  linkNode();
  if (nodeMajor(process.version) >= leastNode) return true;
  const { stdout } = spawnSync(join(modules, ".bin", "node"), ["--version"], { encoding: "utf8" });
  return nodeMajor(String(stdout)) >= leastNode;
}

/**
 * npm 10 and earlier unpack Node for this machine, then pass over the package for the other one and take away
 * the link `.bin/node` with it, since both packages claim that name. So it is made again here.
 */
function linkNode() {
  const packed = join(`node-${process.platform}-${process.arch}`, "bin", "node");
  const link = join(modules, ".bin", "node");
  if (fs.existsSync(link) || !fs.existsSync(join(modules, packed))) return;
  fs.symlinkSync(join("..", packed), link);
}

function nodeMajor(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}

/** Why it is no use to try, or undefined. */
function obstacleBefore() {
  const broughtAlong = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);
  if (!broughtAlong && nodeMajor(process.version) < leastNode) return sentences.node;
  const asked = runNpmSync(["--version"]);
  if (asked.error !== undefined || asked.status !== 0) return sentences.npm;
  const [major = 0, minor = 0] = asked.stdout.trim().split(".").map(Number);
  const isOld = major < leastNpm[0] || (major === leastNpm[0] && minor < leastNpm[1]);
  return isOld ? sentences.oldNpm : undefined;
}

/** On Windows npm is a .cmd file, which only a shell starts. The arguments are ours, never a person's. */
const npmOptions = { cwd: root, shell: process.platform === "win32" };

function runNpmSync(args) {
  return spawnSync("npm", args, { ...npmOptions, encoding: "utf8" });
}

async function install(claim) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(sentences.installing);
  const ticking = setInterval(() => say(`  … ${seconds()} s`), beatSeconds * 1000);
  const { code, output } = await runNpm(npmArguments, claim);
  clearInterval(ticking);
  if (code === "stopped") return 130;
  if (code !== 0) return fail(readFailure(output));
  // npm passes over an optional package that it could not get, and says nothing.
  if (!bringsNode()) return fail(isDiskFull() ? sentences.disk : sentences.noNode);
  stamp();
  say(`Siap / ready (${seconds()} s).`);
  return 0;
}

/** Runs npm to its end. Output is kept and not shown: what matters in it is said in one sentence. */
function runNpm(args, claim) {
  return new Promise((resolve) => {
    const npm = spawn("npm", args, { ...npmOptions, stdio: ["ignore", "pipe", "pipe"] });
    claim.holdFor(npm.pid);
    let output = "";
    let stopped = false;
    const keep = (chunk) => {
      output += chunk;
    };
    npm.stdout.on("data", keep);
    npm.stderr.on("data", keep);
    const stop = () => {
      stopped = true;
      npm.kill("SIGTERM");
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    npm.once("error", (error) => resolve({ code: 1, output: String(error) }));
    npm.once("close", (code) => resolve({ code: stopped ? "stopped" : (code ?? 1), output }));
  });
}

/** Less than Node itself takes (120 MB). Nodes before 18 cannot tell. */
function isDiskFull() {
  if (fs.statfsSync === undefined) return false;
  const { bavail, bsize } = fs.statfsSync(root);
  return bavail * bsize < 120_000_000;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.exitCode = fail(readFailure(String(error)));
  },
);
