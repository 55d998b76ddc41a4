// Sends what the person said: one message after another, each until the server has answered it. A message keeps
// its id through every try, so that it counts once however often it is sent.

import { forgetUnsent, keepSent } from "./keep.js";
import { send } from "./server.js";

/**
 * @typedef {import("./keep.js").Letter} Letter
 * @typedef {{
 *   onState: (letter: Letter, state: "sent" | "waiting" | "refused") => void,
 *   onSays: (says: import("./server.js").Says[]) => void,
 *   onErased: () => void,
 *   onUnknown: () => void,
 * }} Needs
 */

/** The pause after the first failure; it doubles up to the longest. */
const shortestPauseMs = 1_000;
const longestPauseMs = 30_000;

/** @param {string} token @param {Letter[]} unsent Left from an earlier visit. @param {Needs} needs */
export function openLetters(token, unsent, needs) {
  const waiting = [...unsent];
  let isStopped = false;
  /** @type {Promise<void> | undefined} */
  let sending;

  /** @param {Letter} letter Kept already. */
  function post(letter) {
    waiting.push(letter);
    begin();
  }

  function begin() {
    if (sending !== undefined) return;
    sending = sendAll().finally(() => {
      sending = undefined;
      if (waiting.length > 0 && !isStopped) begin();
    });
  }

  async function sendAll() {
    let failures = 0;
    for (let letter = waiting[0]; letter !== undefined; letter = waiting[0]) {
      const answer = await send(token, letter);
      if (isStopped) return;
      failures = answer.kind === "later" ? failures + 1 : 0;
      if (answer.kind !== "later") settle(letter, answer);
      else {
        needs.onState(letter, "waiting");
        await pause(Math.max(answer.waitMs, backOff(failures)));
      }
    }
  }

  /** @param {Letter} letter @param {Exclude<import("./server.js").Answer, { kind: "later" }>} answer */
  function settle(letter, answer) {
    if (answer.kind === "erased") return needs.onErased();
    if (answer.kind === "unknown") return needs.onUnknown();
    waiting.shift();
    needs.onState(letter, answer.kind === "says" ? "sent" : "refused");
    if (answer.kind === "refused") return void forgetUnsent(letter);
    void keepSent(letter);
    needs.onSays(answer.says);
  }

  function stop() {
    isStopped = true;
    waiting.length = 0;
  }

  if (waiting.length > 0) begin();
  return { post, stop, isSending: () => sending !== undefined };
}

/** @param {number} failures In a row, from 1. */
export function backOff(failures) {
  return Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - 1));
}

/**
 * Waits, or less when the network comes back or the person looks at the page again.
 * @param {number} ms @returns {Promise<void>}
 */
export function pause(ms) {
  return new Promise((resolve) => {
    const wake = () => {
      if (document.visibilityState === "hidden") return;
      clearTimeout(timer);
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      resolve();
    };
    const timer = setTimeout(() => {
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      resolve();
    }, ms);
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
  });
}

/** The id of a letter: sorts by time, unlike any other. Plain http addresses have no crypto.randomUUID. */
export function newId() {
  const chance =
    typeof crypto.randomUUID === "function"
      ? crypto.randomUUID()
      : [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join("");
  return `${Date.now().toString(36)}-${chance}`;
}
