// Draws the conversation. Text is always set as text, never as markup.

import { mask } from "./keep.js";
import { drawLabel, drawText } from "./lines.js";
import { element, say } from "./words.js";

/**
 * @typedef {import("./server.js").Says} Says
 * @typedef {import("./server.js").Choice} Choice
 * @typedef {import("./keep.js").Letter} Letter
 * @typedef {"sending" | "sent" | "waiting" | "refused"} LetterState
 */

const log = element("log");

/** Sending mostly takes less; then nothing flickers. */
const unnoticedMs = 700;

/**
 * A label that fits into half a phone's width: two lines, in letters, where a sign counts as two.
 */
const halfLine = 12;

/** @param {Says} says @param {(choice: Choice) => void} onChoice */
export function drawSays(says, onChoice) {
  const { progress, text, help } = partsOf(says);
  const bubble = bubbleOf("bot");
  bubble.dataset.id = String(says.id);
  if (progress !== undefined) bubble.append(make("span", "progress", progress));
  const place = make("span", "text");
  place.dir = "auto";
  drawText(place, text);
  bubble.append(place);
  if (help !== undefined) bubble.append(make("span", "way-to-help", help));
  if (says.asks !== undefined) {
    bubble.classList.add("question");
    bubble.dataset.asks = says.asks.name;
  }
  if (isPending(says)) {
    settleBefore(says.id);
    settleAll();
    bubble.classList.add("pending");
  }
  log.append(bubble);
  if (says.choices !== undefined && says.choices.length > 0) {
    log.append(groupOf(says.choices, onChoice));
  }
  return bubble;
}

/** Whether it asks for a datum. A farewell asks for none, though it may offer to begin anew. @param {Says} says */
export function isAsking(says) {
  return says.asks !== undefined;
}

/** Whether it stands until the person answers it. @param {Says} says */
export function isPending(says) {
  return says.asks !== undefined || (says.choices ?? []).length > 0;
}

/**
 * "3 dari 13", the question, "Bingung? Ketik BANTUAN.": the first and last line frame a numbered question.
 * @param {Says} says
 */
export function partsOf(says) {
  const lines = says.text.split("\n");
  const isFramed =
    says.asks !== undefined && lines.length > 2 && /^\d+ \S+ \d+$/.test(lines[0] ?? "");
  return isFramed
    ? { progress: lines[0], text: lines.slice(1, -1).join("\n"), help: lines[lines.length - 1] }
    : { progress: undefined, text: says.text, help: undefined };
}

/** Nothing of what the page said for the person, but the button. @param {Letter} letter @param {LetterState} state */
export function drawLetter(letter, state) {
  if (letter.choice !== undefined && letter.quiet) markChosen(letter.choice);
  if (letter.quiet) return;
  const bubble = bubbleOf("you");
  bubble.dataset.letter = letter.id;
  const text = make("span", "text");
  text.dir = "auto";
  drawLabel(text, letter.text);
  bubble.append(text, make("span", "state"));
  log.append(bubble);
  if (letter.choice !== undefined) markChosen(letter.choice);
  markLetter(letter, state);
  return bubble;
}

/** @param {Letter} letter @param {LetterState} state */
export function markLetter(letter, state) {
  const bubble = [...log.querySelectorAll(".you")].find(
    (drawn) => drawn instanceof HTMLElement && drawn.dataset.letter === letter.id,
  );
  if (!(bubble instanceof HTMLElement)) return;
  const line = bubble.querySelector(".state");
  if (line === null) return;
  bubble.dataset.state = state;
  const text = bubble.querySelector(".text");
  if (state === "sent" && letter.choice === undefined && text !== null) {
    text.textContent = mask(letter.text);
  }
  line.textContent = state === "waiting" || state === "refused" ? say(state) : "";
  if (state !== "sending") return;
  setTimeout(() => {
    if (bubble.dataset.state === "sending") line.textContent = say("sending");
  }, unnoticedMs);
}

/** A question whose answer could not be sent can be answered again. */
export function reopenLastChoices() {
  const groups = log.querySelectorAll(".choices");
  const last = groups[groups.length - 1];
  if (last === undefined) return;
  last.classList.remove("settled", "tapped");
  for (const button of last.querySelectorAll("button")) {
    button.disabled = false;
    button.classList.remove("chosen");
    button.querySelector(".unseen")?.remove();
  }
}

/** @param {string} text */
export function drawNote(text) {
  log.append(make("p", "note", text));
}

/**
 * After erasure: the farewell, if it has just been said, and a way to begin anew.
 * @param {number[]} left Ids of all that the server still holds; none when it says nothing any more.
 * @param {() => void} onAgain
 */
export function drawGone(left, onAgain) {
  const own = log.querySelectorAll(".you");
  const lastOwn = own[own.length - 1];
  const drawn = [...log.children];
  const farewell = drawn.slice(lastOwn === undefined ? drawn.length : drawn.indexOf(lastOwn) + 1);
  const isFarewell = !farewell.some((part) => part.matches(".question, .choices"));
  const kept = left.length > 0 ? drawn.filter((part) => left.includes(idOf(part))) : farewell;
  log.replaceChildren(...(isFarewell || left.length > 0 ? kept : []));
  const aside = make("div", "aside");
  const again = make("button", "action", say("goneAgain"));
  again.addEventListener("click", onAgain);
  aside.append(make("h2", "", say("goneTitle")), make("p", "", say("goneText")), again);
  log.append(aside);
}

/** Whether something stands here that is not among `ids`, all that the server still holds. @param {number[]} ids */
export function hasErased(ids) {
  return [...log.querySelectorAll(".bot")].some((bubble) => !ids.includes(idOf(bubble)));
}

/** Of a bubble of the bot's; of nothing else is it the id of a saying. @param {Element} part */
function idOf(part) {
  return part instanceof HTMLElement ? Number(part.dataset.id) : Number.NaN;
}

/**
 * Whether nothing is left of a conversation, or only its end: whoever spoke has been erased, by wish or by age.
 * @param {Says[]} says All there are; everybody is greeted, so that there is always a first one.
 */
export function isFarewell(says) {
  return says[0]?.id !== 1 && !says.some(isAsking);
}

export function clearLog() {
  log.replaceChildren();
}

/** @param {"bot" | "you"} who */
function bubbleOf(who) {
  const bubble = make("div", `bubble ${who}`);
  bubble.append(make("span", "unseen", `${say(who)} `));
  return bubble;
}

/** @param {Choice[]} choices @param {(choice: Choice) => void} onChoice */
function groupOf(choices, onChoice) {
  const group = make("div", choices.every(isShort) ? "choices short" : "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", say("choices"));
  choices.forEach((choice, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.value = choice.value;
    const label = make("span", "label");
    drawLabel(label, choice.label);
    button.append(make("span", "number", String(index + 1)), " ", label);
    button.addEventListener("click", () => {
      // What was tapped is kept before it is drawn; a second tap meanwhile is none.
      if (group.classList.contains("tapped")) return;
      group.classList.add("tapped");
      onChoice(choice);
    });
    group.append(button);
  });
  return group;
}

/** Whether the label breaks, at spaces and strokes, into two lines at most. @param {Choice} choice */
function isShort({ label }) {
  let [lines, room] = [1, halfLine];
  for (const word of label.match(/[^\s/]+\/?/g) ?? []) {
    if (word.length > room) [lines, room] = [lines + 1, halfLine];
    if (word.length > room) return false;
    room -= word.length + (word.endsWith("/") ? 0 : 1);
  }
  return lines <= 2;
}

/** Marks the button in the choices that stand now. @param {string} value */
function markChosen(value) {
  const groups = log.querySelectorAll(".choices");
  const last = groups[groups.length - 1];
  if (last === undefined) return;
  for (const button of last.querySelectorAll("button")) {
    if (button.dataset.value !== value) continue;
    button.classList.add("chosen");
    button.append(make("span", "unseen", ` (${say("chosen")})`));
  }
  settle(last);
}

/** A question whose answer has been heard is like any other bubble. @param {number} id Of the answer to it. */
export function settleBefore(id) {
  for (const bubble of log.querySelectorAll(".pending")) {
    const isOver = bubble instanceof HTMLElement && Number(bubble.dataset.id) < id;
    if (isOver) bubble.classList.remove("pending");
  }
}

/** Buttons of a question that is over are plain. */
function settleAll() {
  log.querySelectorAll(".choices:not(.settled)").forEach(settle);
}

/** @param {Element} group */
function settle(group) {
  group.classList.add("settled");
  for (const button of group.querySelectorAll("button")) button.disabled = true;
}

/** @param {string} name @param {string} className @param {string} [text] */
function make(name, className, text) {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
