/** One child with a browser, seen from the program: what it tells, what it is asked, and its end. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { killBrowser } from "../folder/way.ts";
import { type Answer, type Asked, type Begin, type Cause, type Told, told } from "./protocol.ts";

export type Child = {
  /** It has loaded what it needs; before that it may take its time. */
  readonly hasBegun: () => boolean;
  /** Never rejects: where nothing is answered in time, or it ends before, that is an answer. */
  readonly ask: (question: Unnumbered, limitMs: number) => Promise<Answer>;
  /** Politely; by force after the time. Resolves when the child is gone. */
  readonly end: (graceMs: number) => Promise<void>;
  /** At once, with the browser and everything it has started. */
  readonly kill: () => void;
};

/** How a child ended: why it said it would, or how it died. */
export type Ended = {
  readonly cause: Cause | undefined;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
};

type Hooks = {
  readonly tells: (told: Exclude<Told, { readonly told: "answer" | "browser" | "ending" }>) => void;
  readonly ended: (how: Ended) => void;
  /** Something that is nothing of ours. */
  readonly strange: () => void;
};

type WithoutNumber<Q> = Q extends Asked ? Omit<Q, "n"> : never;
export type Unnumbered = WithoutNumber<Asked>;

export function startChild(begin: Begin, hooks: Hooks): Child {
  mkdirSync(join(begin.folder, "home"), { recursive: true, mode: 0o700 });
  const child = forkChild(begin.folder);
  const open = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let browser: number | undefined;
  let cause: Cause | undefined;
  let isGone = false;

  const kill = () => {
    if (child.pid !== undefined) killGroup(child.pid);
    if (browser !== undefined) killBrowser(browser);
  };
  const gone = (code: number | null, signal: NodeJS.Signals | null) => {
    if (isGone) return;
    isGone = true;
    for (const settle of open.values()) settle({ failed: "browser-gone" });
    open.clear();
    // Killed from outside, it could not take its browser with it.
    kill();
    hooks.ended({ cause, code, signal });
  };
  const take = (given: Told) => {
    switch (given.told) {
      case "answer":
        open.get(given.n)?.(given.answer);
        open.delete(given.n);
        break;
      case "browser":
        browser = given.pid;
        break;
      case "ending":
        cause ??= given.cause;
        break;
      default:
        hooks.tells(given);
    }
  };
  child.on("message", (message) => {
    const parsed = told.safeParse(message);
    if (parsed.success) take(parsed.data);
    else hooks.strange();
  });
  child.once("exit", gone);
  // One that could not even be made does not exit.
  child.on("error", () => (child.pid === undefined ? gone(null, null) : undefined));

  const ask = (question: Unnumbered, limitMs: number): Promise<Answer> => {
    if (isGone || !child.connected) return Promise.resolve({ failed: "browser-gone" });
    last += 1;
    const n = last;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        open.delete(n);
        resolve({ failed: "timed-out" });
      }, limitMs);
      open.set(n, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      child.send({ ...question, n }, () => undefined);
    });
  };
  let hasBegun = false;
  void ask({ ask: "begin", begin }, begin.times.startMs).then((answer) => {
    if ("done" in answer) hasBegun = true;
    else kill();
  });

  return {
    hasBegun: () => hasBegun,
    ask,
    kill,
    end: (graceMs) =>
      new Promise((resolve) => {
        if (isGone) return resolve();
        const force = setTimeout(kill, graceMs);
        child.once("exit", () => {
          clearTimeout(force);
          resolve();
        });
        void ask({ ask: "end" }, graceMs);
      }),
  };
}

function forkChild(folder: string): ChildProcess {
  return fork(new URL("../paired/child.ts", import.meta.url), [], {
    // It gets nothing of our environment: there are keys in it.
    env: {},
    cwd: folder,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    // What the library and the browser print may hold anything.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // A group of its own: Ctrl-C in a terminal goes to the program alone, which then ends this one.
    detached: true,
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left in it.
  }
}
