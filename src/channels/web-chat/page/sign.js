// The three signs of the bot's buttons, drawn: the same on every phone, also on those without such letters.

/** @type {Record<string, { name: string, path: string }>} */
const signs = {
  "✅": { name: "yes", path: "M5 13l5 5L20 7" },
  "❌": { name: "no", path: "M6 6l12 12M18 6L6 18" },
  "🙋": {
    name: "person",
    path: "M11 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 21c0-4 3.3-6 7.5-6s7.5 2 7.5 6M14.6 15.4L20 11.2V4",
  },
};

const svg = "http://www.w3.org/2000/svg";

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
