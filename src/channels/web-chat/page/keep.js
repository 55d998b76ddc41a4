// What this browser keeps: the token, the language, what the person said, and what has not been sent yet. It is in
// IndexedDB, since a write there can be waited for until it is on the disk: localStorage loses the last seconds when
// the browser dies. Where nothing may be kept the page keeps it in memory and works until it is closed.

/**
 * One message of the person. `after` is the last says that stood above it; `choice` is the value of the button that
 * was tapped under the says `under`. A `quiet` one is the page's own: it is not shown as said by the person.
 * @typedef {{ id: string, text: string, choice?: string, under?: number, quiet?: true, after: number }} Letter
 */

const place = "kept";

/** Slow storage gets this time, in milliseconds; then the talk goes on without having waited for it. */
const patienceMs = 2_000;

/** The newest messages that are shown again after a reload. */
const mostSent = 300;

/** All that is kept, also what the database did not take. @type {Map<string, any>} */
const memory = new Map();

/** @type {IDBDatabase | undefined} */
let database;

/** Reads what was kept; everything else here works at once. */
export async function openKeep() {
  database ??= await inTime((done) => {
    const opening = indexedDB.open("lindung", 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(place);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => done(undefined);
  });
  await inTime((done) => {
    const shelf = database?.transaction(place).objectStore(place);
    const [keys, values] = [shelf?.getAllKeys(), shelf?.getAll()];
    if (keys === undefined || values === undefined) return done(undefined);
    values.onsuccess = () => {
      for (const [at, key] of keys.result.entries()) memory.set(String(key), values.result[at]);
      done(undefined);
    };
    values.onerror = () => done(undefined);
  });
}

/** @returns {string | undefined} */
export function keptToken() {
  return memory.get("token");
}

/** The language in which the bot was last asked to speak. @returns {string | undefined} */
export function keptLanguage() {
  return memory.get("language");
}

/** @param {string} token */
export function keepToken(token) {
  return change([["token", token]]);
}

/** @param {string} language */
export function keepLanguage(language) {
  return change([["language", language]]);
}

/** What was sent in this conversation, oldest first. */
export function sentLetters() {
  return lettersOf("sent.").sort((a, b) => a.after - b.after);
}

/** Not sent yet, oldest first. Each under a key of its own: two windows do not overwrite each other. */
export function unsentLetters() {
  return lettersOf("unsent.");
}

/** Fulfilled when the letter is safe from a dying phone. @param {Letter} letter */
export function keepUnsent(letter) {
  return change([[`unsent.${letter.id}`, letter]]);
}

/** @param {Letter} letter */
export function forgetUnsent(letter) {
  return change([[`unsent.${letter.id}`]]);
}

/** Has been answered: what is still shown of it is masked. @param {Letter} letter */
export function keepSent(letter) {
  const old = sentLetters().slice(0, -mostSent);
  return change([
    [`unsent.${letter.id}`],
    [`sent.${letter.id}`, { ...letter, text: mask(letter.text) }],
    ...old.map(({ id }) => /** @type {[string]} */ ([`sent.${id}`])),
  ]);
}

/**
 * Forgets what was said about somebody who has been erased meanwhile: the bot's words before it are gone as well.
 * @param {number[]} ids Of all the bot's words there are.
 */
export function forgetErased(ids) {
  const gone = sentLetters().filter(({ after }) => !ids.includes(after));
  return change(gone.map(({ id }) => [`sent.${id}`]));
}

/** Everything: after erasure, or when the conversation is not known any more. */
export function forgetAll() {
  memory.clear();
  return write((shelf) => void shelf.clear());
}

/**
 * A shared phone must not show a NIK or a number to whoever looks next: a NIK keeps its first and last four digits,
 * any other long number its last four.
 * @param {string} text
 */
export function mask(text) {
  return text.replace(/\p{Nd}(?:[\s.-]{0,2}\p{Nd}){8,}/gu, (found) => {
    const digits = [...found.replace(/\P{Nd}/gu, "")];
    const head = digits.length >= 15 ? 4 : 0;
    const hidden = "•".repeat(digits.length - head - 4);
    return digits.slice(0, head).join("") + hidden + digits.slice(-4).join("");
  });
}

/** Ids begin with the time they were made, so this is the order in which they were written. @param {string} prefix */
function lettersOf(prefix) {
  const keys = [...memory.keys()].filter((key) => key.startsWith(prefix)).sort();
  return keys.map((key) => /** @type {Letter} */ (memory.get(key)));
}

/** All of it or nothing; a key without a value is forgotten. @param {[key: string, value?: unknown][]} entries */
function change(entries) {
  for (const [key, value] of entries) {
    if (value === undefined) memory.delete(key);
    else memory.set(key, value);
  }
  return write((shelf) => {
    for (const [key, value] of entries) {
      if (value === undefined) shelf.delete(key);
      else shelf.put(value, key);
    }
  });
}

/** Fulfilled when it is on the disk, or cannot be. @param {(shelf: IDBObjectStore) => void} edit @returns {Promise<void>} */
async function write(edit) {
  await inTime((done) => {
    const work = database?.transaction(place, "readwrite", { durability: "strict" });
    if (work === undefined) return done(undefined);
    work.oncomplete = work.onabort = () => done(undefined);
    edit(work.objectStore(place));
  });
}

/**
 * What `start` finds, or undefined when it fails or takes too long.
 * @template T @param {(done: (found: T | undefined) => void) => void} start @returns {Promise<T | undefined>}
 */
function inTime(start) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    /** @param {T | undefined} found */
    const done = (found) => {
      clearTimeout(timer);
      resolve(found);
    };
    try {
      start(done);
    } catch {
      done(undefined);
    }
  });
}
