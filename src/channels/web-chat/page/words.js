// The page's sentences, put into the document by the server.

/**
 * @typedef {"bot" | "you" | "choices" | "chosen" | "sending" | "waiting" | "refused" | "offline" | "connecting"
 *   | "restarted" | "digits" | "letters" | "toLetters" | "numbers" | "toNumbers" | "language" | "languageSays" | "goneTitle" | "goneText" | "goneAgain"} Word
 */

const words = element("words").dataset;

/** @param {Word} word */
export function say(word) {
  return words[word] ?? "";
}

/** @param {string} id */
export function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}
