// Puts what the bot says into a bubble. A read-back ("1 Nama: Siti Aminah; 2 Perempuan; 3 …") is drawn as a list,
// a line for each number: it is read line by line, and its numbers are what a person types to correct one.

/** @param {Element} place @param {string} text */
export function drawText(place, text) {
  const { lead, lines } = linesOf(text);
  if (lines.length === 0) return place.append(...wholeNumbers(text));
  const list = span("lines");
  list.setAttribute("role", "list");
  for (const { number, said } of lines) {
    const line = span("line");
    line.setAttribute("role", "listitem");
    const words = span("");
    const [, name, value = said] = /^([^:]{1,24}:) (.+)$/s.exec(said) ?? [];
    if (name !== undefined) words.append(name, " ");
    words.append(span("value", value));
    line.append(span("nth", String(number)), " ", words);
    list.append(line);
  }
  if (lead !== "") place.append(span("lead", lead), " ");
  place.append(list);
}

/**
 * A registration's number (LD-7K3M-92) stands out; it and digits in groups (1699 0145 0380 0001) keep to one line.
 * @param {string} text
 */
function wholeNumbers(text) {
  return text
    .split(/(\bLD-[0-9A-Z]{4}-[0-9A-Z]{2}\b|\b\d+(?: \d{4})+\b)/)
    .map((part, index) =>
      index % 2 === 0 ? part : span(part.startsWith("LD") ? "code" : "digit-groups", part),
    );
}

/**
 * The lines of a read-back, and what is said before them. Only numbers that count on by one begin a line, so that
 * an address such as "Lorong 2; 12 Ilir" stays whole. Fewer than two lines are an ordinary sentence.
 * @param {string} text
 */
function linesOf(text) {
  const [begin = "", lead = "", first = ""] = /^(?:(.*?[.:])\s)?(?=(\d{1,2}) \S)/s.exec(text) ?? [];
  /** @type {{ number: number, said: string }[]} */
  const lines = [];
  let next = Number(first);
  for (const part of first === "" ? [] : text.slice(begin.length).split(/; |\n/)) {
    const last = lines[lines.length - 1];
    if (part.startsWith(`${next} `)) {
      lines.push({ number: next, said: part.slice(String(next).length + 1) });
      next += 1;
    } else if (last !== undefined) last.said += `; ${part}`;
  }
  const end = lines[lines.length - 1];
  if (end === undefined || lines.length < 2) return { lead: text, lines: [] };
  end.said = end.said.replace(/\.$/, "");
  return { lead, lines };
}

/** @param {string} className @param {string} [text] */
function span(className, text = "") {
  const made = document.createElement("span");
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
