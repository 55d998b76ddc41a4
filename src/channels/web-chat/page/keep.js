// What this browser keeps: the token, what the person said, and what has not been sent yet. Where nothing may
// be kept (private windows, full storage) the page keeps it in memory and works until it is closed.

/**
 * One message of the person. `after` is the last says that stood above it; `choice` is the tapped button's value.
 * @typedef {{ id: string, text: string, choice?: string, after: number }} Letter
 */

const prefix = "lindung.";

/** @type {Map<string, string>} */
const memory = new Map();

/** @param {string} key @returns {string | null} */
function read(key) {
  try {
    return memory.get(key) ?? localStorage.getItem(prefix + key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/** @param {string} key @param {string} value */
function write(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Kept in memory.
  }
}

/** @param {string} key */
function forget(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept there.
  }
}

export function keptToken() {
  return read("token");
}

/** @param {string} token */
export function keepToken(token) {
  write("token", token);
}

/** What was sent in this conversation, oldest first. @returns {Letter[]} */
export function sentLetters() {
  return parse(read("sent"), []);
}

/** @param {Letter} letter */
export function keepSent(letter) {
  // A shared phone must not show a NIK or a number to whoever opens the page next.
  const masked = { ...letter, text: mask(letter.text) };
  const others = sentLetters().filter(({ id }) => id !== letter.id);
  write("sent", JSON.stringify([...others, masked].slice(-300)));
}

/** Not sent yet, oldest first. Each under a key of its own: two windows do not overwrite each other. */
export function unsentLetters() {
  return unsentKeys()
    .map((key) => /** @type {Letter | undefined} */ (parse(read(key), undefined)))
    .filter((letter) => letter !== undefined);
}

/** @param {Letter} letter */
export function keepUnsent(letter) {
  write(unsentKey(letter), JSON.stringify(letter));
}

/** @param {Letter} letter */
export function forgetUnsent(letter) {
  forget(unsentKey(letter));
}

/**
 * Forgets what was said about somebody who has been erased meanwhile: the bot's words before it are gone as well.
 * @param {number[]} ids Of all the bot's words there are.
 */
export function forgetErased(ids) {
  const left = sentLetters().filter(({ after }) => ids.includes(after));
  write("sent", JSON.stringify(left));
}

/** Everything: after erasure, or when the conversation is not known any more. */
export function forgetAll() {
  for (const key of ["token", "sent", ...unsentKeys()]) forget(key);
}

/** @param {Letter} letter */
function unsentKey(letter) {
  return `unsent.${letter.id}`;
}

function unsentKeys() {
  const keys = new Set(memory.keys());
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) keys.add(key.slice(prefix.length));
    }
  } catch {
    // Only memory counts.
  }
  // Ids begin with the time they were made, so that this is the order in which they were written.
  return [...keys].filter((key) => key.startsWith("unsent.")).sort();
}

/** A NIK keeps its first and last four digits, any other long number its last four. @param {string} text */
function mask(text) {
  return text.replace(/\d(?:[\s.-]?\d){8,}/g, (found) => {
    const digits = found.replace(/\D/g, "");
    const head = digits.length >= 15 ? 4 : 0;
    return digits.slice(0, head) + "•".repeat(digits.length - head - 4) + digits.slice(-4);
  });
}

/** @template T @param {string | null} json @param {T} otherwise @returns {T} */
function parse(json, otherwise) {
  try {
    return json === null ? otherwise : JSON.parse(json);
  } catch {
    return otherwise;
  }
}
