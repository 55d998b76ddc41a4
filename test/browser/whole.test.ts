/** A stranger in a real browser and the real program: its own process, its database, its queue. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newHome } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { launchChromium } from "./chromium.ts";
import { faultsOf } from "./faults.ts";
import { asks, browserTestMs, openPerson, type Person, soon } from "./person.ts";

vi.setConfig({ testTimeout: browserTestMs });

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

test("a rubber tapper in Banyuasin registers with two mistakes, corrects her address, asks how far it is, and has her data erased", async () => {
  const { address } = await startProgram(await newHome());
  const siti = await openPerson(browser);
  const { page } = siti;

  await siti.open(address);
  expect(await siti.heard()).toContain("percobaan");
  expect(await faultsOf(siti)).toEqual([]);
  await siti.tap("Mulai daftar");
  await asks(siti, "consent");
  await siti.tap("Ya, setuju");
  await asks(siti, "segment");
  expect(await faultsOf(siti)).toEqual([]);
  await siti.tap("Kerja/usaha sendiri");

  await asks(siti, "birth_date");
  await siti.type("31 februari 1980");
  await says(siti, "Tanggal itu tidak ada");
  await siti.type("5 maret 1980");
  await asks(siti, "occupation");
  await siti.type("nyadap karet");
  await asks(siti, "income");
  await siti.type("2 juta sebulan");
  await asks(siti, "programs");

  // She closes the page here, and comes back.
  await page.reload();
  await asks(siti, "programs");
  expect(await siti.said()).toContain("31 februari 1980");
  await siti.tap("Dua perlindungan");
  await asks(siti, "period");
  await siti.tap("3 bulan");
  await asks(siti, "village");
  await siti.type("Sungai Rengit, Talang Kelapa");
  await asks(siti, "address");
  await siti.type("dekat balai desa");
  await asks(siti, "phone");
  await siti.type("0812 0000 0001");
  await asks(siti, "nik");
  await siti.type("1699 0145 0380 000");
  await says(siti, "15 angka");
  await siti.type("1699 0145 0380 0001");
  await asks(siti, "name");
  await siti.type("Siti Aminah");

  await asks(siti, "confirm");
  expect(await numbered(siti, "8")).toContain("Sungai Rengit, Talang Kelapa, Banyuasin");
  expect(await numbered(siti, "9")).toContain("dekat balai desa");
  expect(await faultsOf(siti)).toEqual([]);
  await siti.type("9");
  await asks(siti, "address");
  await siti.type("Dusun 2 RT 3, dekat masjid");
  await asks(siti, "confirm");
  expect(await numbered(siti, "9")).toContain("Dusun 2 RT 3, dekat masjid");
  await siti.tap("Benar, kirim");

  await says(siti, /LD-[0-9A-Z]{4}-[0-9A-Z]{2}/);
  // The number stands before her eyes, though more is said than the screen holds.
  const thanks = page.locator(".bot").filter({ hasText: "Terima kasih" });
  await soon(async () => (await thanks.last().boundingBox())?.y).toBeGreaterThan(50);
  await soon(async () => {
    await siti.type("sampai mana");
    await siti.asked();
    return siti.heard();
  }).toContain("karena ini percobaan tidak ada petugas");

  await siti.type("hapus data");
  await says(siti, "Jadi dihapus?");
  const { token, ...before } = await siti.kept();
  await siti.tap("Ya, hapus");
  const again = page.getByRole("button", { name: "Mulai obrolan baru" });
  await again.waitFor();
  expect(await page.locator("#log").innerText()).toContain("Sudah kami hapus");
  expect(await page.locator("#log").innerText()).not.toMatch(/Siti|karet|masjid/);
  await soon(() => siti.kept()).toEqual({});

  // Her old messages are not taken again; a new one with her old token begins anew.
  const post = (body: object) =>
    page.request.post(`${address}/api/chat/messages`, {
      data: body,
      headers: { Authorization: `Bearer ${token}` },
    });
  const first = Object.keys(before)
    .find((key) => key.startsWith("sent."))
    ?.slice("sent.".length);
  expect((await post({ id: first, choice: "start" })).status()).toBe(410);
  expect(await (await post({ id: "new", text: "halo" })).text()).toContain("Selamat datang");

  await again.click();
  await says(siti, "Mau yang mana dulu?");
  expect(await siti.said()).toEqual([]);
  await siti.tap("Mulai daftar");
  await asks(siti, "consent");
  expect(siti.complaints).toEqual([]);
});

test("who comes back after the data went is told so, and can begin anew", async () => {
  const { address } = await startProgram(await newHome());
  const siti = await openPerson(browser);
  await siti.open(address);
  await siti.tap("Mulai daftar");
  await asks(siti, "consent");
  // The other window of her phone, which only looks on.
  const other = await siti.context.newPage();
  await other.goto(address);
  await other.locator(".pending").waitFor();

  // Erased while the page hears nothing of it, as when it was closed.
  const { token } = await siti.kept();
  const kept = await siti.context.storageState({ indexedDB: true });
  for (const text of ["hapus data", "ya"]) {
    await siti.page.request.post(`${address}/api/chat/messages`, {
      data: { id: text, text },
      headers: { Authorization: `Bearer ${token}` },
    });
  }
  await other.getByRole("button", { name: "Mulai obrolan baru" }).waitFor();
  await soon(() => siti.kept()).toEqual({});

  const later = await openPerson(browser, { storageState: kept });
  await later.page.goto(address);
  await later.page.getByRole("button", { name: "Mulai obrolan baru" }).click();
  await says(later, "Mau yang mana dulu?");
  expect(await later.said()).toEqual([]);
  expect(later.complaints).toEqual([]);
});

test("of two people on a phone one is erased, and the talk of the other stays", async () => {
  const { address } = await startProgram(await newHome());
  const wayan = await openPerson(browser);
  const { page } = wayan;
  await wayan.open(address);
  const { token } = await wayan.kept();
  for (const [at, text] of budisAnswers.entries()) {
    const response = await page.request.post(`${address}/api/chat/messages`, {
      data: { id: `budi-${at}`, text },
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(response.status()).toBe(200);
  }
  await says(wayan, /LD-[0-9A-Z]{4}-[0-9A-Z]{2}/);
  await wayan.tap("Daftarkan orang lain");
  await asks(wayan, "consent");
  await wayan.tap("Ya, setuju");
  await asks(wayan, "segment");
  await wayan.type("hapus data");
  await says(wayan, "jadi dihapus?");
  await wayan.tap("Ya, hapus");
  // Drawn anew from what is left: Budi's talk, and the farewell.
  await soon(() => page.locator("[data-asks=segment]").count()).toBe(1);
  const log = await page.locator("#log").innerText();
  expect(log).toContain("sudah kami hapus");
  expect(log).toContain("Budi Santoso");
  expect(await wayan.said()).toEqual(["Daftarkan orang lain"]);
  await wayan.type("sampai mana");
  await says(wayan, /LD-[0-9A-Z]{4}-[0-9A-Z]{2}/);
  expect(wayan.complaints).toEqual([]);
});

const budisAnswers = [
  "mulai daftar",
  "ya",
  "kerja sendiri",
  "5 maret 1980",
  "nyadap karet",
  "2 juta sebulan",
  "dua perlindungan",
  "3 bulan",
  "Sungai Rengit, Talang Kelapa",
  "dekat balai desa",
  "0812 0000 0001",
  "1699 0105 0380 0001",
  "Budi Santoso",
  "benar, kirim",
];

/** Waits until this is the last thing the bot said. */
async function says(person: Person, words: string | RegExp): Promise<void> {
  const matching =
    typeof words === "string" ? expect.stringContaining(words) : expect.stringMatching(words);
  await soon(() => person.heard()).toEqual(matching);
}

/** The last line of the read-back with this number. */
function numbered({ page }: Person, number: string): Promise<string> {
  const line = page.locator(".line").filter({ has: page.getByText(number, { exact: true }) });
  return line.last().innerText();
}
