// The place where the person answers: keyboard for the kind of question, the question in view, sending by Enter.

import { partsOf } from "./draw.js";
import { element, say } from "./words.js";

/** @typedef {import("./server.js").Says} Says */

const log = element("log");
const composer = element("composer");
const pin = element("pin");
const down = element("down");
const status = element("status");
const input = /** @type {HTMLTextAreaElement} */ (element("answer"));
const digits = element("digits");
const keys = element("keys");

/**
 * `inputMode` is the phone's keyboard to begin with, `others` whether there is a button to the other one: numbers for
 * sums, letters for words in the place of a number ("bantuan"). A NIK has 16 digits (PP 37/2007 art. 37).
 * @type {Record<string, { inputMode?: string, others?: string, autocapitalize?: string, length?: number }>}
 */
const keyboards = {
  nik: { inputMode: "numeric", others: "text", length: 16 },
  phone: { inputMode: "tel", others: "text" },
  income: { others: "numeric" },
  "person-name": { autocapitalize: "words" },
  address: { autocapitalize: "words" },
  place: { autocapitalize: "words" },
};

/** @type {(typeof keyboards)[string]} */
let keyboard = {};

/** Data that are asked below what one agrees to or hands in: that is read from its beginning. */
const readWhole = ["consent", "confirm"];

/** @type {HTMLElement | undefined} */
let question;

/** Whether whoever is asked has come to the question; until then there is a way down to it, and it is not pinned. */
let isSeen = false;

let isAtEnd = false;

const inView = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      isSeen ||= entry.isIntersecting;
      pin.hidden = entry.isIntersecting || !isSeen || entry.target !== question;
      pin.classList.toggle("above", entry.boundingClientRect.top < (entry.rootBounds?.top ?? 0));
    }
    lookBelow();
  },
  { root: log },
);

/** @param {(text: string) => boolean} onAnswer Whether it is taken; else it stays where it was written. */
export function openAnswer(onAnswer) {
  composer.hidden = false;
  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return input.focus();
    if (!onAnswer(text)) return;
    input.value = "";
    grow();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    /** @type {HTMLFormElement} */ (composer).requestSubmit();
  });
  input.addEventListener("input", grow);
  keys.addEventListener("click", changeKeyboard);
  pin.addEventListener("click", () => question?.scrollIntoView({ block: "start" }));
  down.addEventListener("click", goDown);
  log.addEventListener("scroll", lookBelow);
  new MutationObserver(lookBelow).observe(log, { childList: true });
  new ResizeObserver(keepInView).observe(log);
  keepAboveKeyboard();
}

/** Nothing is asked, and what was begun is gone. */
export function clearAnswer() {
  input.value = "";
  showPending(undefined, undefined);
}

/**
 * Makes `says`, drawn as `bubble`, the question that is answered now.
 * @param {Says | undefined} says @param {HTMLElement | undefined} bubble
 */
export function showPending(says, bubble) {
  leaveQuestion();
  question = bubble;
  isSeen = false;
  keyboard = keyboards[says?.asks?.kind ?? ""] ?? {};
  useKeyboard(keyboard.inputMode ?? "text");
  input.setAttribute("autocapitalize", keyboard.autocapitalize ?? "sentences");
  grow();
  if (says?.asks === undefined || bubble === undefined) return;
  const { progress, text } = partsOf(says);
  fill(pin, ".progress", progress ?? "");
  fill(pin, ".question", text);
  inView.observe(bubble);
}

/** What was asked has been answered, though not yet to the bot's ears: it need not stay in view. */
export function leaveQuestion() {
  inView.disconnect();
  pin.hidden = true;
  question = undefined;
}

/** @param {string} text Empty when all is well. */
export function showStatus(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** What the person said comes into view, and answers what was asked. @param {Element} bubble */
export function revealSaid(bubble) {
  leaveQuestion();
  reveal(bubble);
}

/**
 * Brings what was just said into view: all of it, or else its end. What is asked comes before what led to it: it
 * begins in view, with as many of its buttons as there is room for. Only what is read whole begins with its beginning.
 * @param {Element} first
 */
export function reveal(first) {
  const asked = question !== undefined && first.compareDocumentPosition(question) !== 2;
  const begin = asked && question !== undefined && !isReadWhole(question, first) ? question : first;
  log.scrollTop = Math.min(placeOf(begin), log.scrollHeight - log.clientHeight);
  // Under a finger the keyboard would cover half of what is to be read.
  if (begin !== question && asked && document.activeElement === input && isTouched())
    log.focus({ preventScroll: true });
}

/** Where whoever opens the page goes on. */
export function revealPending() {
  if (question === undefined) log.scrollTop = log.scrollHeight;
  else reveal(beginningOf(question));
}

/**
 * What comes before a menu is news, such as the number of a registration. The greeting is not: its buttons matter.
 * @param {HTMLElement} asked @param {Element} first
 */
function isReadWhole(asked, first) {
  const { asks } = asked.dataset;
  return asks === undefined ? first.previousElementSibling !== null : readWhole.includes(asks);
}

/** The first bubble of the bot's in a row of which `asked` is the last. @param {Element} asked @returns {Element} */
function beginningOf(asked) {
  const before = asked.previousElementSibling;
  return before?.matches(".bot:not(.question)") ? beginningOf(before) : asked;
}

function isTouched() {
  return matchMedia("(pointer: coarse)").matches;
}

/** A screen further to who has not come to the question yet, so that no line is passed over; else to the end. */
function goDown() {
  const stillRead = 2.5 * Number.parseFloat(getComputedStyle(log).fontSize);
  log.scrollTop = isSeen ? log.scrollHeight : log.scrollTop + log.clientHeight - stillRead;
}

/** @param {Element} part */
function placeOf(part) {
  const air = 8;
  return log.scrollTop + part.getBoundingClientRect().top - log.getBoundingClientRect().top - air;
}

/** When the keyboard or a line of status takes its room, what stood at the end stays in view, or the question. */
function keepInView() {
  if (isAtEnd) log.scrollTop = log.scrollHeight;
  if (isSeen && document.activeElement === input) question?.scrollIntoView({ block: "nearest" });
  lookBelow();
}

/** Shows that there is more below; the pinned question shows it too. */
function lookBelow() {
  isAtEnd = log.scrollHeight - log.clientHeight - log.scrollTop < 8;
  isSeen ||= isAtEnd;
  composer.classList.toggle("more", !isAtEnd);
  down.hidden = isAtEnd || !pin.hidden;
}

/** @param {string} inputMode */
function useKeyboard(inputMode) {
  input.inputMode = inputMode;
  const isText = inputMode === "text";
  keys.hidden = keyboard.others === undefined;
  keys.textContent = say(isText ? "numbers" : "letters");
  keys.setAttribute(
    "aria-label",
    `${keys.textContent}: ${say(isText ? "toNumbers" : "toLetters")}`,
  );
}

function changeKeyboard() {
  const { inputMode = "text", others = "text" } = keyboard;
  useKeyboard(input.inputMode === inputMode ? others : inputMode);
  // A keyboard that is open changes only with a new focus.
  input.blur();
  input.focus();
}

/** The field grows with its text; a NIK's digits are counted for whoever types them one by one. */
function grow() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight + 2, 140)}px`;
  const count = input.value.replace(/\D/g, "").length;
  const { length } = keyboard;
  const isCounted = length !== undefined && count > 0;
  digits.textContent = isCounted
    ? say("digits").replace("#", String(count)).replace("#", String(length))
    : "";
  digits.classList.toggle("whole", count === length);
}

/** Where the browser lays its keyboard over the page (Safari), the page ends above it. Not while zoomed in. */
function keepAboveKeyboard() {
  const view = window.visualViewport;
  if (!view) return;
  view.addEventListener("resize", () => {
    if (Math.abs(view.scale - 1) > 0.01) return;
    document.documentElement.style.setProperty("--height", `${view.height}px`);
    scrollTo(0, 0);
  });
}

/** @param {Element} parent @param {string} selector @param {string} text */
function fill(parent, selector, text) {
  const part = parent.querySelector(selector);
  if (part !== null) part.textContent = text;
}
