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

/** @type {Record<string, { inputMode?: string, autocapitalize?: string, counts?: boolean }>} */
const keyboards = {
  nik: { inputMode: "numeric", counts: true },
  phone: { inputMode: "tel" },
  "person-name": { autocapitalize: "words" },
  address: { autocapitalize: "words" },
  place: { autocapitalize: "words" },
};

let counts = false;

/** @type {HTMLElement | undefined} */
let question;

let isAtEnd = false;

const inView = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      pin.hidden = entry.isIntersecting || entry.target !== question;
      pin.classList.toggle("above", entry.boundingClientRect.top < (entry.rootBounds?.top ?? 0));
    }
    lookBelow();
  },
  { root: log },
);

/** @param {(text: string) => void} onAnswer */
export function openAnswer(onAnswer) {
  composer.hidden = false;
  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return input.focus();
    input.value = "";
    grow();
    onAnswer(text);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    /** @type {HTMLFormElement} */ (composer).requestSubmit();
  });
  input.addEventListener("input", grow);
  pin.addEventListener("click", () => question?.scrollIntoView({ block: "start" }));
  down.addEventListener("click", () => {
    log.scrollTop = log.scrollHeight;
  });
  log.addEventListener("scroll", lookBelow);
  new MutationObserver(lookBelow).observe(log, { childList: true });
  new ResizeObserver(keepInView).observe(log);
  keepAboveKeyboard();
}

export function closeAnswer() {
  composer.hidden = true;
  showPending(undefined, undefined);
}

/**
 * Makes `says`, drawn as `bubble`, the question that is answered now.
 * @param {Says | undefined} says @param {HTMLElement | undefined} bubble
 */
export function showPending(says, bubble) {
  leaveQuestion();
  question = bubble;
  const keyboard = keyboards[says?.asks?.kind ?? ""] ?? {};
  input.inputMode = keyboard.inputMode ?? "text";
  input.setAttribute("autocapitalize", keyboard.autocapitalize ?? "sentences");
  counts = keyboard.counts ?? false;
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

/** Brings what was just said into view: from its first bubble on when it is long, its end otherwise. @param {Element} first */
export function reveal(first) {
  const top = log.scrollTop + first.getBoundingClientRect().top - log.getBoundingClientRect().top;
  log.scrollTop = Math.min(top - 12, log.scrollHeight - log.clientHeight);
}

/** When the keyboard or a line of status takes its room, what stood at the end stays in view, or the question. */
function keepInView() {
  if (isAtEnd) log.scrollTop = log.scrollHeight;
  if (document.activeElement === input) question?.scrollIntoView({ block: "nearest" });
  lookBelow();
}

/** Shows that there is more below; the pinned question shows it too. */
function lookBelow() {
  isAtEnd = log.scrollHeight - log.clientHeight - log.scrollTop < 8;
  composer.classList.toggle("more", !isAtEnd);
  down.hidden = isAtEnd || !pin.hidden;
}

/** The field grows with its text; a NIK's digits are counted for whoever types them one by one. */
function grow() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight + 2, 140)}px`;
  const count = input.value.replace(/\D/g, "").length;
  digits.textContent = counts && count > 0 ? `${count} ${say("digits")}` : "";
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
