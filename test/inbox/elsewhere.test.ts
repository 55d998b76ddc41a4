/** Going on in another place, by its code: once, for a while, and with everything that belongs to the person. */
import { describe, expect, test } from "vitest";
import { receive, saysAfter } from "../../src/inbox/receive.ts";
import { forgetOld } from "../../src/privacy/retention.ts";
import { eachDatabase } from "../databases.ts";
import { decided } from "../transcripts/staff.ts";
import { answer, budi, deliver, say, siti } from "../whole/person.ts";
import { bytesOf, countsOf, tablesWith } from "../whole/tables.ts";
import { askedAt, codeAt, lastOf, move, openPlaces, placesOf } from "./elsewhere.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  const opened = (part?: Parameters<typeof openPlaces>[1]) => openPlaces(fresh, part);

  test("enrolment, submission and call for staff move; what staff give back is said and answered there", async () => {
    const { database, world, web, wa } = await opened();
    await answer(world, web, siti, "name");
    await say(world, web, "petugas");
    await answer(world, web, siti);
    await world.machineLooks();
    await move(world, web, wa);
    expect(await placesOf(database)).toEqual(["whatsapp-web", "whatsapp-web", "whatsapp-web"]);
    expect(lastOf(wa)).toContain("Data nomor LD-");

    const before = await saysAfter(world, web, 0);
    await decided(world, "returned", "phone unreachable");
    expect(await saysAfter(world, web, 0)).toEqual(before);
    await say(world, wa, { kind: "choice", value: "resume" });
    expect(askedAt(wa)).toBe("phone");
    await say(world, wa, "0813-7755-2091");
    expect(lastOf(wa)).toContain("sudah kami kirim lagi ke petugas");
  });

  test("of two that use a code in the same moment one has it, and the other is told", async () => {
    const { world, web, wa, telegram } = await opened();
    await answer(world, web, siti, "income");
    const code = await codeAt(world, web);
    for (const phone of [wa, telegram]) await say(world, phone, code);
    await Promise.all([wa, telegram].map((phone) => say(world, phone, "ya")));
    const asked = [wa, telegram].map(askedAt);
    expect(asked.toSorted()).toEqual(["income", undefined]);
    const other = asked[0] === undefined ? wa : telegram;
    expect(other.heard.some(({ text }) => text.includes("tidak bisa dipakai"))).toBe(true);
  });

  test("two that exchange their phones in the same moment both arrive: nobody waits for ever", async () => {
    const { world, web, wa } = await opened();
    await answer(world, web, siti, "income");
    await answer(world, wa, budi, "village");
    const [hers, his] = [await codeAt(world, web), await codeAt(world, wa)];
    await say(world, wa, hers);
    await say(world, web, his);
    await Promise.all([say(world, web, "ya"), say(world, wa, "ya")]);
    // Who was asked beside somebody that has gone by then sends the code again.
    if (askedAt(wa) !== "income") for (const text of [hers, "ya"]) await say(world, wa, text);
    if (askedAt(web) !== "village") for (const text of [his, "ya"]) await say(world, web, text);
    expect([askedAt(web), askedAt(wa)]).toEqual(["village", "income"]);
  });

  test("the code is in no table and no file, and the one before it ends", async () => {
    const { database, world, web, wa } = await opened();
    await answer(world, web, siti, "income");
    const codes = [await codeAt(world, web), await codeAt(world, web)];
    await say(world, wa, String(codes[0]));
    expect(wa.heard.some(({ text }) => text.includes("tidak bisa dipakai"))).toBe(true);
    await database.checkpoint();
    const bytes = await bytesOf(database);
    for (const code of codes) {
      expect(bytes.includes(code)).toBe(false);
      expect(bytes.includes(code.replaceAll("-", ""))).toBe(false);
    }
    await say(world, wa, String(codes[1]));
    expect(lastOf(wa)).toContain("Lanjutkan di sini?");
  });

  test("who came by a link with the code said it, and it is not kept as a link", async () => {
    const { database, world, web, telegram } = await opened();
    await answer(world, web, siti, "income");
    const link = await codeAt(world, web);
    const { channel, account, from } = telegram;
    const heard = { kind: "choice", value: "start" } as const;
    const told = await receive(world, { channel, account, from, id: "1", heard, link });
    expect(JSON.stringify(told)).toContain("Lanjutkan di sini?");
    await database.checkpoint();
    expect((await bytesOf(database)).includes(link)).toBe(false);
  });

  test("the answer that came twice is answered twice, and moves once", async () => {
    const { database, world, web, wa } = await opened();
    await answer(world, web, siti, "income");
    await move(world, web, wa);
    const counts = await countsOf(database);
    const again = await deliver(world, wa, "ya", wa.sent.at(-1) ?? "");
    expect(again).toMatchObject({ says: wa.heard.slice(-3) });
    expect(await countsOf(database)).toEqual(counts);
  });

  test("who was on that phone stays there, as somebody else", async () => {
    const { world, web, wa } = await opened();
    await answer(world, wa, budi, "village");
    await answer(world, web, siti, "income");
    await move(world, web, wa);
    expect(askedAt(wa)).toBe("income");
    await say(world, wa, "ganti orang");
    expect(lastOf(wa)).toContain("Pertanyaan 8 dari 13: belum dikirim");
    await say(world, wa, "1");
    expect(lastOf(wa)).toContain("pertanyaan 8 dari 13");
  });

  test("who is left on the phone is asked who they are, and cannot take up who went", async () => {
    const { world, web, wa } = await opened();
    await answer(world, web, budi, "village");
    await say(world, web, "ganti orang");
    await answer(world, web, siti);
    const number = /LD-\w{4}-\w{2}/.exec(JSON.stringify(web.heard))?.[0] ?? "";
    await move(world, web, wa);
    await say(world, web, { kind: "choice", value: `resume:${number}` });
    expect(lastOf(web)).toMatch(/Yang lain di HP ini:\nPertanyaan 8 dari 13/);
    expect(lastOf(web)).not.toContain(number);
    await say(world, web, "1");
    expect(lastOf(web)).toContain("pertanyaan 8 dari 13");
  });

  test("erased in the new place, nothing of them is left in the old one", async () => {
    const { database, world, web, wa } = await opened();
    await answer(world, web, siti, "income");
    const { id } = await database.read
      .selectFrom("applicant")
      .select("id")
      .executeTakeFirstOrThrow();
    await move(world, web, wa);
    await say(world, wa, "hapus data");
    await say(world, wa, "ya");
    expect(await tablesWith(database, id)).toEqual([]);
    // What was said to her there is gone; the farewell is in the new place.
    expect(await saysAfter(world, web, 0)).toEqual({ kind: "says", says: [] });
    await say(world, web, "bukan saya");
    expect(lastOf(web)).toContain("tidak ada pendaftaran yang pindah");
  });

  test("codes are forgotten when they open nothing any more, used ones after a day", async () => {
    const { database, world, web, wa } = await opened();
    const needs = { database, vault: world.vault, keeping: { draftDays: 30, submissionDays: 365 } };
    const left = async () => {
      await forgetOld(needs, world.clock());
      const { handover = 0, handover_try = 0 } = await countsOf(database);
      return [handover, handover_try];
    };
    await answer(world, web, siti, "income");
    await codeAt(world, web);
    await say(world, wa, "LJ-W49-JRY-6DT");
    expect(await left()).toEqual([1, 1]);
    world.pass(0.6);
    expect(await left()).toEqual([0, 1]);
    await move(world, web, wa);
    world.pass(23);
    expect(await left()).toEqual([1, 0]);
    world.pass(2);
    expect(await left()).toEqual([0, 0]);
  });
});
