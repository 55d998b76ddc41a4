/** What people send arrives, and what is said reaches them: the real library in a real Chromium, one for all tests. */
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { residentBytes } from "../../../src/channels/whatsapp-web/paired/memory.ts";
import { browserOf } from "./processes.ts";
import { patience, patient, readyTelephone, saying, wordsOf } from "./with-telephone.ts";

describe("a paired telephone", patient, () => {
  const ends: (() => Promise<void>)[] = [];
  let at: Awaited<ReturnType<typeof readyTelephone>>;
  let now = new Date("2026-12-01T02:00:00.000Z");
  beforeAll(async () => {
    at = await readyTelephone({ atEnd: (deed) => ends.push(deed), clock: () => now });
  }, patience.timeout);
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  }, patience.timeout);
  beforeEach(() => {
    at.heard.splice(0);
    at.fake.taken.splice(0);
    at.fake.seen.splice(0);
  });
  const hears = (words: readonly string[]) =>
    expect.poll(() => wordsOf(at.heard), patience).toEqual(words);

  test("knows people by the chat they write in, and by the other id where WhatsApp tells it", async () => {
    const { fake, heard, siti, budi, wayan } = at;
    for (const person of [siti, budi, wayan]) fake.text(person, `dari ${person.name}`);
    await hears(["dari Siti", "dari Budi", "dari Wayan"]);
    expect(heard.map(({ from, formerly }) => [from, formerly])).toEqual([
      [siti.lid, siti.pn],
      [budi.pn, budi.lid],
      [wayan.lid, undefined],
    ]);
  });

  test("has an answer for what is no text, and none for what is not said to us", async () => {
    const { fake, siti } = at;
    fake.sends(siti, "image", { caption: "KTP" });
    fake.sends(siti, "ptt");
    fake.elsewhere("120363000000000001@g.us", siti, "ke grup");
    fake.elsewhere("status@broadcast", siti, "ke semua");
    fake.sends(siti, "e2e_notification");
    fake.sends(siti, "location", { lat: -2.9, lng: 104.7 });
    fake.text(siti, "sudah");
    await hears(["photo", "voice", "location", "sudah"]);
  });

  test("has an answer for a picture that may be seen once, which no paired browser is given", async () => {
    const { fake, siti } = at;
    fake.sends(siti, "ciphertext", { subtype: "view_once_unavailable_fanout" });
    fake.text(siti, "sudah lihat?");
    await hears(["other", "sudah lihat?"]);
  });

  test("hears that a message was changed, and nothing of one that was taken back", async () => {
    const { fake, siti } = at;
    const first = fake.text(siti, "nama saya Sitti");
    const second = fake.text(siti, "eh");
    await hears(["nama saya Sitti", "eh"]);
    fake.edits(first, "nama saya Siti");
    fake.revokes(second);
    fake.text(siti, "sudah");
    await hears(["nama saya Sitti", "eh", "edit", "sudah"]);
  });

  test("rejects a call; the person is written to, once", async () => {
    const { fake, budi } = at;
    const call = fake.calls(budi);
    await expect.poll(() => fake.rejectedCalls, patience).toEqual([call]);
    fake.sends(budi, "call_log");
    fake.text(budi, "kok tidak diangkat?");
    await hears(["call", "kok tidak diangkat?"]);
    expect(at.heard[0]?.from).toBe(budi.pn);
  });

  test("takes a card for one's own by the number that WhatsApp knows", async () => {
    const { fake, heard, siti, wayan } = at;
    fake.card(siti, "628120000001");
    fake.card(siti, "628120000002");
    fake.card(siti, "628120000001", false);
    fake.card(wayan, "628120000003");
    await hears(["contact", "contact", "contact", "contact"]);
    expect(heard.map((one) => one.heard.kind === "contact" && one.heard.isOwn)).toEqual([
      ...[true, false, false, false],
    ]);
  });

  test("marks a chat as read when all of it is kept", async () => {
    const { fake, siti, budi } = at;
    fake.text(siti, "satu");
    fake.text(siti, "dua");
    fake.text(budi, "tiga");
    const both = expect.arrayContaining([siti.lid, budi.pn]);
    await expect.poll(() => fake.seen, patience).toEqual(both);
    expect(fake.chats.unread(siti.lid)).toBe(0);
  });

  test("drops a message that comes again", async () => {
    const { fake, siti } = at;
    const message = fake.text(siti, "sekali");
    await hears(["sekali"]);
    fake.again(message);
    fake.text(siti, "lalu");
    await hears(["sekali", "lalu"]);
  });

  test("numbers choices, and sends a long text in parts", async () => {
    const { channel, fake, siti } = at;
    const { says, ...to } = saying(siti.lid, "Setuju?");
    const choices = ["Ya, setuju", "Tidak"].map((label) => ({ value: label, label }));
    await channel.send({ ...to, says: { ...says, choices } });
    await channel.send(saying(siti.lid, "panjang ".repeat(1_000)));
    const [menu, ...parts] = fake.taken.map(({ body = "" }) => body);
    expect(menu).toMatch(/^Setuju\?\n\n1\S* +Ya, setuju\n2\S* +Tidak$/);
    expect(parts.map((part) => part.length <= 4_096)).toEqual([true, true]);
  });

  test("shows that it writes", async () => {
    const { channel, fake, siti } = at;
    channel.typing?.({ account: "paired", to: siti.lid });
    await expect.poll(() => fake.typing, patience).toContain(siti.lid);
  });

  test("says that it is sent when the server has it, not before", async () => {
    const { channel, fake, siti } = at;
    fake.faults.sendDelayMs = 400;
    const began = performance.now();
    expect(await channel.send(saying(siti.lid, "pelan"))).toMatchObject({
      kind: "sent",
      ref: expect.stringMatching(/^true_.+@lid_3EB0/),
    });
    expect(performance.now() - began).toBeGreaterThan(390);
    fake.faults.sendDelayMs = 0;
  });

  test("tries again what the server refused, and what nobody knows of", async () => {
    const { channel, fake, siti } = at;
    const later = { kind: "later", afterMs: 5_000, cause: "failed" };
    fake.faults.refusals = 1;
    expect(await channel.send(saying(siti.lid, "ditolak"))).toEqual(later);
    fake.faults.losses = 1;
    expect(await channel.send(saying(siti.lid, "hilang"))).toEqual(later);
    expect(await channel.send(saying(siti.lid, "sampai"))).toMatchObject({ kind: "sent" });
    expect(fake.taken.map(({ body }) => body)).toEqual(["sampai"]);
  });

  test("says again only the part of a long text that did not go out", async () => {
    const { channel, fake, siti } = at;
    const said = saying(siti.lid, "Sudah dibaca ya, Bu. ".repeat(300).trim());
    Object.assign(fake.faults, { goodBefore: 1, refusals: 1 });
    expect(await channel.send(said)).toMatchObject({ kind: "later" });
    expect(fake.taken).toHaveLength(1);
    expect(await channel.send(said)).toMatchObject({ kind: "sent" });
    expect(fake.taken.map(({ body }) => body).join(" ")).toBe(said.says.text);
  });

  test("refuses an address that nobody has", async () => {
    const { channel } = at;
    const refused = { kind: "refused", why: "unknown-recipient" };
    for (const nobody of ["628129999999@c.us", "siapa"]) {
      expect(await channel.send(saying(nobody, "halo"))).toEqual(refused);
    }
  });

  test("writes only to who wrote within a day", async () => {
    const { channel, siti } = at;
    const heardAt = "2026-11-30T02:00:00.000Z";
    expect(channel.mayStart({}, now)).toBe(false);
    expect(channel.mayStart({ heardAt }, now)).toBe(false);
    expect(await channel.send({ ...saying(siti.lid, "kabar"), heardAt })).toEqual({
      kind: "window-closed",
    });
    now = new Date("2026-12-01T01:59:59.000Z");
    expect(channel.mayStart({ heardAt }, now)).toBe(true);
    expect(await channel.send({ ...saying(siti.lid, "kabar"), heardAt })).toMatchObject({
      kind: "sent",
    });
  });

  test("goes at a person's pace", () => {
    expect(at.channel.pace).toEqual({
      ...{ perSecond: 1, burst: 1, perContact: { burst: 1, everyMs: 2_000 } },
      ...{ pauseMs: [1_000, 3_000], perMinute: 15, perDay: 300 },
    });
  });

  test("keeps no page of WhatsApp, and knows how much memory its browser takes", async () => {
    const pages = [".", at.dataDir].flatMap((folder) =>
      readdirSync(folder, { recursive: folder !== ".", encoding: "utf8" }),
    );
    expect(pages.filter((name) => name.includes("wwebjs_cache"))).toEqual([]);
    const bytes = residentBytes(browserOf(at.dataDir) ?? 0);
    expect(bytes).toBeGreaterThan(50_000_000);
    expect(residentBytes(2 ** 22 + 1)).toBe(0);
  });

  test("no QR code, number, address or word of a person was in its log", () => {
    const log = at.collected.lines.join("\n");
    expect(at.collected.lines.length).toBeGreaterThan(2);
    expect(at.qrs.length).toBeGreaterThan(0);
    for (const { lid, pn, name } of [at.siti, at.budi, at.wayan]) {
      for (const part of [lid, pn, pn.slice(0, 12), name]) expect(log).not.toContain(part);
    }
    for (const qr of at.qrs) {
      for (const part of qr.split(",").filter(({ length }) => length > 6))
        expect(log).not.toContain(part);
    }
    expect(log).not.toMatch(/satu|sekali|KTP|panjang|@lid|@c\.us|fake-ref/);
  });
});
