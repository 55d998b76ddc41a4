// The page's whole life: take up the conversation, draw what is said, send what the person says, listen on.

import {
  clearAnswer,
  openAnswer,
  reveal,
  revealPending,
  revealSaid,
  showPending,
  showStatus,
} from "./answer.js";
import { beginTalk, followTalk, languageToTell } from "./begin.js";
import {
  clearLog,
  drawGone,
  drawLetter,
  drawNote,
  drawSays,
  hasErased,
  isAsking,
  isFarewell,
  isPending,
  markLetter,
  reopenLastChoices,
  settleBefore,
} from "./draw.js";
import {
  forgetAll,
  forgetErased,
  keepUnsent,
  keptToken,
  openKeep,
  sentLetters,
  unsentLetters,
} from "./keep.js";
import { backOff, newId, openLetters, pause } from "./letters.js";
import { listen, saysAfter } from "./server.js";
import { element, say } from "./words.js";

/**
 * @typedef {import("./server.js").Says} Says
 * @typedef {import("./keep.js").Letter} Letter
 * @typedef {{ token: string, last: number, end: AbortController, letters: ReturnType<typeof openLetters> }} Talk
 */

const log = element("log");
const help = element("help");
const composer = element("composer");

/** @type {Talk | undefined} */
let talk;

/** What was said last is kept first: messages stay in order. */
let keeping = Promise.resolve();

openAnswer((text) => talk !== undefined && tell({ text }));
help.addEventListener("click", () => tell({ text: help.dataset.says ?? "" }));
void openKeep().then(() => (followTalk() ? undefined : takeUp()));

/** Takes up the conversation of this browser, or begins one. */
async function takeUp() {
  for (let failures = 1; talk === undefined; failures += 1) {
    const token = keptToken() ?? (await beginTalk());
    const answer = token === undefined ? undefined : await saysAfter(token, 0);
    if (answer?.kind === "erased") return forgetGone();
    if (token !== undefined && answer?.kind === "says") {
      if (isFarewell(answer.says)) return forgetGone();
      return show(token, answer.says);
    }
    if (answer?.kind === "unknown") forgetUnknown();
    showStatus(say("connecting"));
    await pause(backOff(failures));
  }
}

/** @param {string} token @param {Says[]} says All of the conversation so far. */
function show(token, says) {
  element("loading").hidden = true;
  log.hidden = false;
  help.hidden = false;
  showStatus("");
  const unsent = unsentLetters();
  const now = {
    token,
    last: 0,
    end: new AbortController(),
    letters: openLetters(token, unsent, {
      onState: letterChanged,
      onSays: hear,
      onErased: () => forgetGone(),
      onUnknown: restart,
    }),
  };
  talk = now;
  void forgetErased(says.map(({ id }) => id));
  const sent = sentLetters();
  for (const one of [...says, undefined]) {
    const isOver = (/** @type {Letter} */ { after }) =>
      after < (one?.id ?? Number.POSITIVE_INFINITY);
    for (; sent[0] !== undefined && isOver(sent[0]); sent.shift()) drawLetter(sent[0], "sent");
    if (one !== undefined) draw(now, one);
  }
  for (const letter of unsent) drawLetter(letter, "sending");
  revealPending();
  void listenOn(now);
  for (const said of languageToTell()) tell(said);
}

/** The answer to what the person said. @param {Says[]} says */
function hear(says) {
  take(says);
  settleBefore(says[0]?.id ?? 0);
}

/** Draws what is new; fetches what was missed in between. @param {Says[]} says */
function take(says) {
  const now = talk;
  const fresh = says.filter(({ id }) => now !== undefined && id > now.last);
  const [next] = fresh;
  if (now === undefined || next === undefined) return;
  if (next.id > now.last + 1) return void catchUp(now);
  drawFresh(now, fresh);
}

/** @param {Talk} now */
async function catchUp(now) {
  const answer = await saysAfter(now.token, now.last);
  if (answer.kind === "says" && talk === now) {
    drawFresh(
      now,
      answer.says.filter(({ id }) => id > now.last),
    );
  }
}

/** @param {Talk} now @param {Says[]} fresh */
function drawFresh(now, fresh) {
  const [first] = fresh.map((one) => draw(now, one));
  if (first !== undefined) reveal(first);
  if (!fresh.some(isAsking)) void lookBack(now);
}

/**
 * When nothing is asked any more, somebody may just have been erased, here or in another window: the server then
 * holds less than stands here, and no more stays here than there.
 * @param {Talk} now
 */
async function lookBack(now) {
  const answer = await saysAfter(now.token, 0);
  if (talk !== now || answer.kind !== "says") return;
  const ids = answer.says.map(({ id }) => id);
  if (!hasErased(ids)) return;
  if (isFarewell(answer.says)) return forgetGone(ids);
  leaveTalk();
  clearLog();
  show(now.token, answer.says);
}

/** @param {Talk} now @param {Says} one */
function draw(now, one) {
  now.last = one.id;
  const bubble = drawSays(one, ({ value, label }) =>
    tell({ text: label, choice: value, under: one.id }),
  );
  if (isPending(one)) showPending(one, bubble);
  return bubble;
}

/** @param {Pick<Letter, "text" | "choice" | "under" | "quiet">} said */
function tell(said) {
  keeping = keeping.then(() => post(said));
  return true;
}

/** @param {Pick<Letter, "text" | "choice" | "under" | "quiet">} said */
async function post(said) {
  const now = talk;
  if (now === undefined) return;
  const letter = { id: newId(), after: now.last, ...said };
  // What stands on the screen is not lost any more, whatever dies.
  await keepUnsent(letter);
  if (talk !== now) return;
  const bubble = drawLetter(letter, "sending");
  // The tapped button cannot hold the focus any more; from here Tab goes on to the next buttons.
  if (said.under !== undefined && document.activeElement === document.body)
    log.focus({ preventScroll: true });
  if (bubble !== undefined) revealSaid(bubble);
  now.letters.post(letter);
}

/** @param {Letter} letter @param {"sent" | "waiting" | "refused"} state */
function letterChanged(letter, state) {
  markLetter(letter, state);
  showStatus(state === "waiting" ? say("offline") : "");
  if (state === "refused" && letter.choice !== undefined) reopenLastChoices();
}

/** Listens for what is said without being asked, for as long as the conversation lasts. @param {Talk} now */
async function listenOn(now) {
  let failures = 0;
  while (talk === now) {
    const begun = Date.now();
    const end = await listen(now.token, now.last, take, now.end.signal);
    if (talk !== now) return;
    if (end === "unknown") return restart();
    // A farewell on its way is read before the rest is taken away.
    if (end === "erased" && !now.letters.isSending()) return forgetGone();
    failures = Date.now() - begun > 10_000 ? 1 : failures + 1;
    await pause(backOff(failures));
  }
}

/** The person's data are gone: nothing of them stays in this browser. @param {number[]} left What is still held. */
function forgetGone(left = []) {
  leave();
  element("loading").hidden = true;
  log.hidden = false;
  composer.hidden = true;
  drawGone(left, () => {
    clearLog();
    composer.hidden = false;
    void takeUp();
  });
}

function restart() {
  forgetUnknown();
  void takeUp();
}

function forgetUnknown() {
  leave();
  clearLog();
  drawNote(say("restarted"));
}

function leaveTalk() {
  talk?.letters.stop();
  talk?.end.abort();
  talk = undefined;
}

function leave() {
  leaveTalk();
  void forgetAll();
  help.hidden = true;
  clearAnswer();
  showStatus("");
}
