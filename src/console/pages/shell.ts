/** What every page of the console stands in. */
import { html } from "hono/html";
import { may } from "../../staff/abilities.ts";
import type { Staff } from "../../staff/sign-in.ts";
import { lookPath } from "../../web/look.ts";
import { stylePath } from "../assets.ts";
import type { Words } from "../words.ts";

export type Html = ReturnType<typeof html>;

type Page = {
  /** Says what is seen here. */
  readonly title: string;
  readonly body: Html;
  readonly staff?: Staff | undefined;
  /** Where one is, of the navigation. */
  readonly here?: "queue" | "staff";
};

export function shell(words: Words, { title, body, staff, here }: Page): Html {
  const { say, language } = words;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Lindung</title>
<link rel="stylesheet" href="${lookPath("base.css")}">
<link rel="stylesheet" href="${stylePath}">
<link rel="icon" type="image/svg+xml" href="${lookPath("mark.svg")}">
</head>
<body class="console">
<a class="skip" href="#main">${say("skip")}</a>
<header class="bar">
<a class="brand" href="/console/queue"><img src="${lookPath("mark.svg")}" alt="" width="28" height="28"> Lindung</a>
${staff === undefined ? "" : bar(words, staff, here)}
</header>
<main id="main" tabindex="-1">
${body}
</main>
</body>
</html>`;
}

function bar({ say }: Words, staff: Staff, here: Page["here"]): Html {
  const places = [
    ["queue", "submissions.see"],
    ["staff", "staff.see"],
  ] as const;
  const links = places
    .filter(([, needs]) => may(staff.role, needs))
    .map(([place]) => {
      const current = here === place ? html` aria-current="page"` : "";
      return html`<a href="/console/${place}"${current}>${say(`nav.${place}`)}</a>`;
    });
  return html`<nav aria-label="${say("nav.label")}">${links}</nav>
<form class="who" method="post" action="/console/sign-out">
<span>${staff.name}<small>${say(`role.${staff.role}`)}</small></span>
<button class="quiet">${say("sign-out")}</button>
</form>`;
}
