import { expect, test } from "vitest";
import type { WebChatNeeds } from "../../../src/channels/web-chat/needs.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { webTexts } from "../../web/texts.ts";
import { fakeDoor, openFakeTalk } from "../fake-talk.ts";

/** Bytes of the document with everything it fetches, before compression. */
const heaviestPage = 60_000;

function openPage(more: Partial<WebChatNeeds> = {}) {
  const talk = openFakeTalk(more);
  const web = buildWeb({
    doors: [fakeDoor(talk)],
    texts: webTexts,
    waitingFor: async () => [],
    log: talk.needs.log,
    newId: talk.needs.newId,
  });
  return { web, page: async (path = "/") => (await web.request(path)).text() };
}

test("the page with all it fetches is lighter than 60 kB, and fetches only from here", async () => {
  const { web, page } = openPage();
  const document = await page();
  const parts = [...document.matchAll(/\b(?:href|src)="([^"#]+)"/g)].map(([, path = ""]) => path);
  expect(parts.length).toBeGreaterThan(8);
  let weight = Buffer.byteLength(document);
  for (const part of new Set(parts)) {
    expect(part).toMatch(/^\//);
    const response = await web.request(part);
    expect(response.status).toBe(200);
    weight += (await response.arrayBuffer()).byteLength;
  }
  expect(weight).toBeLessThan(heaviestPage);
});

test("every module another one asks for is served beside it", async () => {
  const { web, page } = openPage();
  const scripts = [...(await page()).matchAll(/href="([^"]+\.js)"/g)].map(([, path = ""]) => path);
  for (const path of scripts) {
    const text = await (await web.request(path)).text();
    for (const [, file] of text.matchAll(/from "\.\/([^"]+)"/g)) {
      expect(scripts).toContain(path.replace(/[^/]+$/, String(file)));
    }
  }
});

test("nothing is inline: no style, no script, no handler", async () => {
  const document = await openPage().page();
  expect(document).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
});

test.each([
  ["a link opens the same page", "/?l=SPK7", '<html lang="id">'],
  ["English for whoever wants it", "/?lang=en", '<html lang="en">'],
  ["Indonesian for everybody else", "/?lang=jv", '<html lang="id">'],
  ["without JavaScript there is a number to call", "/", /<noscript>[\s\S]*175[\s\S]*<\/noscript>/],
])("%s", async (_why, path, expected) => {
  expect(await openPage().page(path)).toMatch(expected);
});

test("a trial says so on the page; a named operator stands in the header instead", async () => {
  const trial = await openPage().page();
  expect(trial).toContain(webTexts.id("web.page.trial"));
  const real = await openPage({ trial: false, operatorName: "Serikat <Budi> & Wayan" }).page();
  expect(real).not.toContain(webTexts.id("web.page.trial"));
  expect(real).toContain("oleh Serikat &lt;Budi&gt; &amp; Wayan");
});
