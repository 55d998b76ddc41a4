/**
 * Two installations at once would take each other's files away: the second waits for the first.
 * The claim is a folder beside node_modules (which `npm ci` removes), kept fresh by a beat.
 */
import * as fs from "node:fs";
import { join } from "node:path";

/** A claim without a beat for so long belongs to a process that was killed. */
const silentSeconds = 15;

/** Resolves when the claim is ours. `onWait` is called once if somebody else has it. */
export async function takeClaim(root, onWait) {
  const folder = join(root, ".installing");
  let isTold = false;
  while (!make(folder)) {
    if (isAbandoned(folder)) {
      drop(folder);
      continue;
    }
    if (!isTold) onWait();
    isTold = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const beat = () => fs.writeFileSync(join(folder, "beat"), "");
  beat();
  const beating = setInterval(beat, 1000);
  return {
    /** npm outlives the process that started it, and goes on writing: the claim holds as long as npm does. */
    holdFor: (pid) => fs.writeFileSync(join(folder, "npm"), String(pid)),
    release: () => {
      clearInterval(beating);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function make(folder) {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(folder) {
  const last = lastBeat(folder);
  if (last === undefined || Date.now() - last < silentSeconds * 1000) return false;
  const npm = Number(read(join(folder, "npm")));
  return npm === 0 || !isAlive(npm);
}

/** When the holder last said that it lives; the folder's own time before its first word. */
function lastBeat(folder) {
  for (const path of [join(folder, "beat"), folder]) {
    try {
      return fs.statSync(path).mtimeMs;
    } catch {
      // Not there (any more): look at the next.
    }
  }
  return undefined;
}

/** Moved before it is removed: of two that find it abandoned, one moves it. */
function drop(folder) {
  const aside = `${folder}-${process.pid}`;
  try {
    fs.renameSync(folder, aside);
  } catch {
    return;
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
