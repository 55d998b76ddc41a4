// Puts what the bot says into a bubble. A read-back ("1 Nama: Siti Aminah; 2 Perempuan; 3 …") is drawn as a list,
// a line for each number: it is read line by line, and its numbers are what a person types to correct one.

/**
 * The three signs of the bot's buttons, drawn: the same on every phone, also on those without such letters.
 * @type {Record<string, { name: string, path: string }>}
 */
const signs = {
  "✅": { name: "yes", path: "M5 13l5 5L20 7" },
  "❌": { name: "no", path: "M6 6l12 12M18 6L6 18" },
  "🙋": {
    name: "person",
    path: "M11 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 21c0-4 3.3-6 7.5-6s7.5 2 7.5 6M14.6 15.4L20 11.2V4",
  },
};

const svg = "http://www.w3.org/2000/svg";

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

/** Puts a label into `place`, with its leading sign drawn. @param {Element} place @param {string} label */
export function drawLabel(place, label) {
  const found = Object.entries(signs).find(([letter]) => label.startsWith(letter));
  if (found === undefined) {
    place.textContent = label;
    return;
  }
  const [letter, sign] = found;
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `sign ${sign.name}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", sign.path);
  drawing.append(path);
  place.replaceChildren(drawing, label.slice(letter.length).trim());
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
