/** The page: one small document, one style, a few modules; written once at start, in each language. */
import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import { html } from "hono/html";
import { assetHandler, hashOf } from "../../web/asset.ts";
import type { WebEnv } from "../../web/door.ts";
import type { Language, Sentences } from "../../web/language.ts";
import { baseStyle, lookPath } from "../../web/look.ts";
import type { WebChatNeeds } from "./needs.ts";

const moduleNames = [
  "chat",
  "begin",
  "server",
  "keep",
  "letters",
  "draw",
  "lines",
  "answer",
  "words",
] as const;

const modules = moduleNames.map((name) => ({ name: `${name}.js`, text: read(`${name}.js`) }));
const style = [
  baseStyle,
  ...["frame", "talk", "choices", "answer", "room"].map((name) => read(`${name}.css`)),
].join("\n");
const version = hashOf([style, ...modules.map(({ text }) => text)]);

/** Compressed once, however often the door is opened. */
const files = [
  { name: "chat.css", text: style, type: "text/css; charset=utf-8" },
  ...modules.map((module) => ({ ...module, type: "text/javascript; charset=utf-8" })),
].map(
  ({ name, ...asset }) => [`/chat/${version}/${name}`, assetHandler(asset, "for-ever")] as const,
);

export function addPage(routes: Hono<WebEnv>, needs: WebChatNeeds): void {
  for (const [path, handler] of files) routes.get(path, handler);

  // The bot speaks Indonesian to whoever has not asked for another language, and many phones here are set
  // to English: so the page follows the talk, not Accept-Language. /?lang=en is for whoever wants it.
  const pages = { id: handlerOf("id"), en: handlerOf("en") };
  routes.get("/", (c) => pages[c.req.query("lang") === "en" ? "en" : "id"](c));

  function handlerOf(language: Language) {
    const text = String(document(language, needs.page[language], needs));
    const asset = { text, type: "text/html; charset=utf-8" };
    return assetHandler(asset, "revalidated", { "Content-Language": language });
  }
}

function document(
  language: Language,
  say: Sentences,
  { trial, operatorName }: Pick<WebChatNeeds, "trial" | "operatorName">,
) {
  const byline =
    operatorName === undefined
      ? say("web.page.purpose")
      : say("web.page.run-by", { operator: operatorName });
  const other = language === "id" ? "en" : "id";
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fffdfb" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#252025" media="(prefers-color-scheme: dark)">
<meta name="description" content="${say("web.page.description")}">
<title>${say("web.page.title")}</title>
<link rel="stylesheet" href="/chat/${version}/chat.css">
<link rel="icon" type="image/svg+xml" href="${lookPath("mark.svg")}">
${modules.map(({ name }) => html`<link rel="modulepreload" href="/chat/${version}/${name}">`)}
<script type="module" src="/chat/${version}/chat.js"></script>
</head>
<body>
<a class="skip" href="#answer">${say("web.page.skip")}</a>
<header>
<div class="bar">
<img src="${lookPath("mark.svg")}" alt="" width="36" height="36">
<div class="who"><h1>Lindung</h1><p>${byline}</p></div>
<a id="tongue" href="/?lang=${other}" hreflang="${other}"><span aria-hidden="true">${other.toUpperCase()}</span><span class="unseen" lang="${other}">${say("web.page.other-language")}</span></a>
<button type="button" id="help" data-says="${say("web.page.help-says")}" hidden>${say("web.page.help")}</button>
</div>
${trial ? html`<p class="trial">${say("web.page.trial")}</p>` : ""}
</header>
<main>
<noscript>
<div class="aside"><h2>${say("web.noscript.title")}</h2><p>${say("web.noscript.text")}</p></div>
</noscript>
<p class="aside loading" id="loading">${say("web.page.loading")}</p>
<div id="log" class="log" role="log" aria-live="polite" aria-label="${say("web.page.log")}" tabindex="0" hidden></div>
</main>
<form id="composer" class="composer" aria-label="${say("web.page.composer")}" autocomplete="off" hidden>
<button type="button" id="pin" class="pin" hidden><span class="progress"></span><span class="question"></span></button>
<button type="button" id="down" class="down" hidden><span>${say("web.page.down")}</span></button>
<p id="status" class="status" role="status"></p>
<label for="answer" class="unseen">${say("web.page.answer")}</label>
<p id="digits" class="digits" aria-hidden="true"></p>
<div class="row">
<button type="button" id="keys" class="keys" hidden></button>
<textarea id="answer" rows="1" dir="auto" maxlength="4096" placeholder="${say("web.page.placeholder")}" enterkeyhint="send"></textarea>
<button type="submit" class="action">${say("web.page.send")}</button>
</div>
</form>
<template id="words"
data-bot="${say("web.page.bot")}"
data-you="${say("web.page.you")}"
data-choices="${say("web.page.choices")}"
data-chosen="${say("web.page.chosen")}"
data-sending="${say("web.page.sending")}"
data-waiting="${say("web.page.waiting")}"
data-refused="${say("web.page.refused")}"
data-offline="${say("web.page.offline")}"
data-connecting="${say("web.page.connecting")}"
data-restarted="${say("web.page.restarted")}"
data-digits="${say("web.page.digits")}"
data-letters="${say("web.page.letters")}"
data-to-letters="${say("web.page.to-letters")}"
data-numbers="${say("web.page.numbers")}"
data-to-numbers="${say("web.page.to-numbers")}"
data-language="${say("web.page.language")}"
data-language-says="${say("web.page.language-says")}"
data-gone-title="${say("web.gone.title")}"
data-gone-text="${say("web.gone.text")}"
data-gone-again="${say("web.gone.again")}"></template>
</body>
</html>
`;
}

/** Without its comments, which are for whoever reads the source: a third of what a slow phone would load. */
function read(name: string): string {
  const text = readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");
  return text.replace(/^[ \t]*(\/\/.*|\/\*((?!\*\/)[\s\S])*\*\/)\n/gm, "");
}
