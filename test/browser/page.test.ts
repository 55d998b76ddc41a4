/** What the page does for whoever uses it: keyboards, buttons, help, the question in view. */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchChromium } from "./chromium.ts";
import { answerUntil, browserTestMs, openPerson, type Person, soon } from "./person.ts";
import { type Chat, startChat } from "./start.ts";

vi.setConfig({ testTimeout: browserTestMs });

let chat: Chat;
let browser: Browser;
/** Wayan only reads. */
let wayan: Person;

beforeAll(async () => {
  chat = await startChat();
  browser = await launchChromium();
  wayan = await openPerson(browser);
  await wayan.open(chat.url);
});

afterAll(async () => {
  await browser?.close();
  await chat?.close();
});

test("buttons of a question that is over can be tapped no more, and the chosen one is marked", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  const old = siti.page.locator("[data-asks=segment] + .choices button");
  expect(await old.count()).toBe(6);
  for (const button of await old.all()) expect(await button.isDisabled()).toBe(true);
  expect(
    await siti.page.locator("[data-asks=segment] + .choices .chosen").allTextContents(),
  ).toEqual([expect.stringContaining("(dipilih)")]);
  await siti.close();
});

test("the keyboard of the phone fits the question", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  const box = siti.page.getByRole("textbox");
  const keyboards: Record<string, string> = {};
  await answerUntil(siti, (name) => name === "birth_date");
  for (const name of ["birth_date", "phone", "nik", "name"]) {
    await answerUntil(siti, (asked) => asked === name);
    const [mode, capitals] = [box.getAttribute("inputmode"), box.getAttribute("autocapitalize")];
    keyboards[name] = `${await mode} ${await capitals}`;
  }
  expect(keyboards).toEqual({
    birth_date: "text sentences",
    phone: "tel sentences",
    nik: "numeric sentences",
    name: "text words",
  });
  await siti.close();
});

test.each([
  ["a word in the place of the NIK", "nik", "ABC", "numeric text numeric"],
  ["a word in the place of a number", "phone", "ABC", "tel text tel"],
])("the keyboard changes with a tap: %s", async (_why, name, label, modes) => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (asked) => asked === name);
  const box = siti.page.getByRole("textbox");
  const seen = [await box.getAttribute("inputmode")];
  for (const button of [label, "123"]) {
    await siti.page.getByRole("button", { name: button }).click();
    seen.push(await box.getAttribute("inputmode"));
    expect(await siti.page.locator(":focus").getAttribute("id")).toBe("answer");
  }
  expect(seen.join(" ")).toBe(modes);
  // Words are taken as ever, and the next question begins with its own keyboard.
  await siti.type("bantuan");
  await soon(() => siti.page.locator(`[data-asks=${name}]`).count()).toBe(2);
  await siti.answer();
  expect(await siti.page.locator("#keys").isHidden()).toBe(name === "nik");
  await siti.close();
});

test("what is asked and its first buttons are in view, at first and after each answer", async () => {
  for (const viewport of [
    { width: 360, height: 640 },
    { width: 412, height: 915 },
  ]) {
    const siti = await openPerson(browser, { viewport });
    await siti.open(chat.url);
    for (let turn = 0; turn < 7; turn += 1) {
      await siti.asked();
      const asked = siti.page.locator(".pending, .choices:not(.settled) button:nth-child(-n+2)");
      const last = siti.page.locator(".bot").last();
      for (const part of [last, ...(await asked.all())]) {
        await soon(() => isInView(part)).toBe(true);
      }
      await siti.answer();
    }
    await siti.close();
  }
});

/** Wholly inside the talk, which ends above the place to answer. */
function isInView(part: Locator): Promise<boolean> {
  return part.evaluate((part) => {
    const [seen, room] = [
      part.getBoundingClientRect(),
      part.closest("#log")?.getBoundingClientRect(),
    ];
    return room !== undefined && seen.top >= room.top - 1 && seen.bottom <= room.bottom + 1;
  });
}

test("the pinned question is whole, also its end", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  await siti.page.locator("#log").evaluate((log) => log.scrollTo(0, 0));
  const pinned = siti.page.locator("#pin .question");
  expect(await pinned.innerText()).toMatch(/^Kapan .* tulis tahunnya saja\.$/);
  expect(await pinned.evaluate((text) => text.scrollHeight <= text.clientHeight + 1)).toBe(true);
  await siti.close();
});

test("short buttons stand side by side, and with letters twice as large one below the other", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "consent");
  const columns = () =>
    siti.page.locator(".choices:not(.settled) button").evaluateAll((buttons) => {
      return new Set(buttons.map((button) => button.getBoundingClientRect().left)).size;
    });
  expect(await columns()).toBe(2);
  await siti.page.evaluate(`document.documentElement.style.fontSize = "225%"`);
  expect(await columns()).toBe(1);
  expect(await siti.page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  await siti.close();
});

test("with the keyboard open the question is in view above the place to answer", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  await siti.page.getByRole("textbox").focus();
  await siti.page.setViewportSize({ width: 360, height: 330 });
  const question = siti.page.locator(".pending");
  await soon(async () => {
    const { y = -1, height = 0 } = (await question.boundingBox()) ?? {};
    const place = (await siti.page.locator("#composer").boundingBox())?.y ?? 0;
    return y >= 0 && y + height <= place;
  }).toBe(true);
  // Scrolled away, it is pinned; a tap on it brings it back.
  await siti.page.locator("#log").evaluate((log) => log.scrollTo(0, 0));
  await siti.page.locator("#pin").click();
  await soon(() => siti.page.locator("#pin").isHidden()).toBe(true);
  await siti.close();
});

test("help is one tap away, always in the same place", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  await answerUntil(siti, (name) => name === "birth_date");
  await siti.page.getByRole("button", { name: "Bantuan" }).click();
  await soon(() => siti.page.locator("[data-asks=birth_date]").count()).toBe(2);
  expect(await siti.said()).toContain("BANTUAN");
  await siti.close();
});

test("a person's words are never markup", async () => {
  const siti = await openPerson(browser);
  await siti.open(chat.url);
  const words = `<img src=x onerror="alert(1)"><b>Siti</b>`;
  await siti.type(words);
  await soon(() => siti.said()).toEqual([words]);
  await chat.notice(words);
  await soon(() => siti.page.locator(".bot .text").last().innerText()).toBe(words);
  expect(await siti.page.locator("#log img, #log b").count()).toBe(0);
  expect(siti.complaints).toEqual([]);
  await siti.close();
});

test.each([
  [
    "a read-back is a list, a line for each number",
    "Saya bacakan ulang, ya. 1 Nama: Siti; 2 Perempuan; 3 HP: akhir 0001.",
    ["1 Nama: Siti", "2 Perempuan", "3 HP: akhir 0001"],
  ],
  [
    "it goes on in the next bubble",
    "10 Ikut: dua; 11 Iuran: Rp26.800 sebulan.",
    ["10 Ikut: dua", "11 Iuran: Rp26.800 sebulan"],
  ],
  [
    "a line for each line is a list too",
    "Ini yang ditulis:\n1 Nama: Siti\n2 Perempuan",
    ["1 Nama: Siti", "2 Perempuan"],
  ],
  [
    "a number in an answer begins no line",
    "8 Alamat: Lorong 2; 12 Ilir; 9 HP: akhir 0001.",
    ["8 Alamat: Lorong 2; 12 Ilir", "9 HP: akhir 0001"],
  ],
  ["a sentence with numbers stays one", "Rp60.000 sehari, kerja 25 hari; 2 hari libur.", []],
  ["one number is no list", "1 Nama: Siti.", []],
])("%s", async (_why, text, lines) => {
  await chat.notice(text);
  const bubble = wayan.page.locator(".bot").last();
  await soon(() => bubble.textContent()).toContain(text.slice(0, 12));
  expect(await bubble.locator(".line").allTextContents()).toEqual(lines);
  if (lines.length === 0) expect(await bubble.locator(".text").textContent()).toBe(text);
});

test("without JavaScript there is a number to call, and no empty chat", async () => {
  const siti = await openPerson(browser, { javaScriptEnabled: false });
  await siti.page.goto(chat.url);
  const text = await siti.page.locator("body").innerText();
  expect(text).toContain("175");
  expect(text).not.toContain("sedang dibuka");
  expect(await siti.page.getByRole("textbox").count()).toBe(0);
  await siti.close();
});

test("motion is only for whoever has not switched it off", async () => {
  const names = [];
  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    const siti = await openPerson(browser, { reducedMotion });
    await siti.open(chat.url);
    names.push(
      await siti.page.evaluate(`getComputedStyle(document.querySelector(".bot")).animationName`),
    );
    await siti.close();
  }
  expect(names).toEqual(["none", "come"]);
});
