// The page's whole life: take up the conversation, draw what is said, send what the person says, listen on.

import {
  closeAnswer,
  leaveQuestion,
  openAnswer,
  reveal,
  showPending,
  showStatus,
} from "./answer.js";
import {
  clearLog,
  drawGone,
  drawLetter,
  drawNote,
  drawSays,
  hasErased,
  isFarewell,
  isPending,
  markLetter,
  reopenLastChoices,
  settleBefore,
} from "./draw.js";
import {
  forgetAll,
  forgetErased,
  keepToken,
  keptToken,
  sentLetters,
  unsentLetters,
} from "./keep.js";
import { backOff, newId, openLetters, pause } from "./letters.js";
import { listen, newSession, saysAfter } from "./server.js";
import { element, say } from "./words.js";

/**
 * @typedef {import("./server.js").Says} Says
 * @typedef {import("./keep.js").Letter} Letter
 * @typedef {{ token: string, last: number, end: AbortController, letters: ReturnType<typeof openLetters> }} Talk
 */

const log = element("log");
const help = element("help");

/** @type {Talk | undefined} */
let talk;

openAnswer((text) => tell({ text }));
help.addEventListener("click", () => tell({ text: help.dataset.says ?? "" }));
void takeUp();

/** Takes up the conversation of this browser, or begins one. */
async function takeUp() {
  for (let failures = 1; talk === undefined; failures += 1) {
    const token = keptToken() ?? (await begin());
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

async function begin() {
  const link = new URLSearchParams(location.search).get("l") ?? undefined;
  const token = await newSession(link !== undefined && link.length <= 64 ? link : undefined);
  if (token !== undefined) keepToken(token);
  return token;
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
    letters: openLetters(
      {
        token: () => token,
        onState: letterChanged,
        onSays: hear,
        onErased: forgetGone,
        onUnknown: restart,
      },
      unsent,
    ),
  };
  talk = now;
  forgetErased(says.map(({ id }) => id));
  const sent = sentLetters();
  for (const one of says) {
    for (const letter of sent.filter(({ after }) => after >= now.last && after < one.id)) {
      drawLetter(letter, "sent");
    }
    draw(now, one);
  }
  for (const letter of sent.filter(({ after }) => after >= now.last)) drawLetter(letter, "sent");
  for (const letter of unsent) drawLetter(letter, "sending");
  // Whoever comes for the first time reads from the beginning, whoever comes back goes on at the end.
  if (sent.length + unsent.length > 0) log.scrollTop = log.scrollHeight;
  void listenOn(now);
}

/** The answer to what the person said. @param {Says[]} says */
function hear(says) {
  take(says);
  const [first] = says;
  if (first !== undefined) settleBefore(first.id);
}

/** Draws what is new; fetches what was missed in between. @param {Says[]} says */
function take(says) {
  const now = talk;
  if (now === undefined) return;
  const fresh = says.filter(({ id }) => id > now.last);
  const [next] = fresh;
  if (next === undefined) return;
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
  if (!fresh.some(isPending)) void lookBack(now);
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
  if (isFarewell(answer.says)) return forgetGone();
  leaveTalk();
  clearLog();
  show(now.token, answer.says);
}

/** @param {Talk} now @param {Says} one */
function draw(now, one) {
  now.last = one.id;
  const bubble = drawSays(one, ({ value, label }) => tell({ text: label, choice: value }));
  if (isPending(one)) showPending(one, bubble);
  return bubble;
}

/** @param {{ text: string, choice?: string }} said */
function tell(said) {
  if (talk === undefined) return;
  const letter = { id: newId(), after: talk.last, ...said };
  const bubble = drawLetter(letter, "sending");
  // The tapped button cannot hold the focus any more; from here Tab goes on to the next buttons.
  if (document.activeElement === document.body) log.focus({ preventScroll: true });
  leaveQuestion();
  reveal(bubble);
  talk.letters.post(letter);
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

/** The person's data are gone: nothing of them stays in this browser. */
function forgetGone() {
  leave();
  element("loading").hidden = true;
  log.hidden = false;
  drawGone(() => {
    clearLog();
    openAgain();
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
  openAgain();
}

function leaveTalk() {
  talk?.letters.stop();
  talk?.end.abort();
  talk = undefined;
}

function leave() {
  leaveTalk();
  forgetAll();
  help.hidden = true;
  closeAnswer();
  showStatus("");
}

function openAgain() {
  element("composer").hidden = false;
}
