/** Somebody else used the code: it is taken back where it was, and whoever guesses is slowed. */
import { describe, expect, test } from "vitest";
import { saysAfter } from "../../src/inbox/receive.ts";
import { eachDatabase } from "../databases.ts";
import { answer, deliver, say, siti, webPhone } from "../whole/person.ts";
import type { openWorld } from "../world.ts";
import { askedAt, codeAt, lastOf, move, openPlaces, placesOf } from "./elsewhere.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  const opened = (part?: Parameters<typeof openPlaces>[1]) => openPlaces(fresh, part);

  test("it comes back with what it is; who had it sees nothing of it any more, and staff are told", async () => {
    const { database, world, web, wa } = await opened();
    await answer(world, web, siti, "address");
    await move(world, web, wa);
    await say(world, wa, "data saya");
    await say(world, web, "bukan saya");
    expect(askedAt(web)).toBe("address");
    expect(await placesOf(database)).toEqual(["web-chat", undefined, "web-chat"]);
    const asked = await database.read.selectFrom("staff_request").select("why").execute();
    expect(asked).toEqual([{ why: "moved-not-me" }]);

    const seen = JSON.stringify(await saysAfter(world, wa, 0));
    expect(seen).toContain("sudah diambil kembali");
    expect(seen).not.toMatch(/Qomaruddin|2\.137\.000/);
    const again = await deliver(world, wa, "data saya", wa.sent.at(-1) ?? "");
    expect(again).toEqual({ kind: "says", says: [] });
    await say(world, wa, "data saya");
    expect(lastOf(wa)).not.toContain("Qomaruddin");
  });

  test("what was told where it went meanwhile is not read by whoever takes it back", async () => {
    const { world, web, wa } = await opened();
    await answer(world, web, siti, "address");
    await move(world, web, wa);
    world.pass(0.1);
    await say(world, wa, "Lorong Tegalbinangun 12");
    await say(world, web, "bukan saya");
    expect(askedAt(web)).toBe("address");
    await say(world, web, "data saya");
    expect(JSON.stringify(web.heard)).not.toContain("Tegalbinangun");
  });

  test("carried on from place to place it comes back from the last, and no place on the way keeps it", async () => {
    const { world, web, wa, telegram } = await opened();
    await answer(world, web, siti, "address");
    await move(world, web, wa);
    await move(world, wa, telegram);
    await say(world, web, "bukan saya");
    expect(askedAt(web)).toBe("address");
    for (const phone of [wa, telegram]) {
      await say(world, phone, "bukan saya");
      expect(lastOf(phone)).toContain("tidak ada pendaftaran yang pindah");
      expect(JSON.stringify(await saysAfter(world, phone, 0))).not.toContain("Selamat datang lagi");
    }
    await answer(world, web, siti);
    expect(lastOf(web)).toContain("HAPUS DATA");
  });

  test("after a day it stays where it is; whoever comes back by a code of their own has nothing to take back", async () => {
    const { world, web, wa } = await opened();
    await answer(world, web, siti, "address");
    await move(world, web, wa);
    world.pass(25);
    await say(world, web, "bukan saya");
    expect(lastOf(web)).toContain("tidak ada pendaftaran yang pindah");
    await say(world, web, "hapus data");
    await say(world, web, "ya");
    expect(lastOf(web)).toContain("datanya ada di sana");
    await move(world, wa, web);
    expect(askedAt(web)).toBe("address");
    await say(world, wa, "bukan saya");
    expect(askedAt(wa)).toBe("address");
  });

  test("what was about to be sent to who had it is given back, and both places hear at once", async () => {
    const announced: string[] = [];
    const closed: string[] = [];
    const lanes = {
      laneFor: async () => undefined,
      giveBack: (contact: string) => void closed.push(contact),
    } as unknown as NonNullable<Parameters<typeof openWorld>[1]>["lanes"];
    const { database, world, web, wa } = await opened({
      lanes,
      announce: (contact) => void announced.push(contact),
    });
    await answer(world, web, siti, "address");
    announced.length = 0;
    await move(world, web, wa);
    const contacts = await database.read.selectFrom("contact").select(["id", "channel"]).execute();
    const idOf = (channel: string) => contacts.find((row) => row.channel === channel)?.id ?? "";
    expect(new Set(announced.slice(-2))).toEqual(new Set([idOf("web-chat"), idOf("whatsapp-web")]));
    expect(closed).toEqual([]);
    await say(world, web, "bukan saya");
    expect(new Set(announced.slice(-2))).toEqual(new Set([idOf("web-chat"), idOf("whatsapp-web")]));
    expect(closed).toEqual([idOf("whatsapp-web")]);
  });

  test("five wrong codes within an hour, and the right one waits too; another phone does not", async () => {
    const { world, web, wa, telegram } = await opened();
    await answer(world, web, siti, "address");
    const wrong = ["LJW49JRY6DT", "LJMV38HPX58", "LJCKT27FNWR", "LJ49JRY6DM7", "LJV38HPX5CP"];
    for (const code of wrong) await say(world, wa, code);
    expect(wa.heard.filter(({ text }) => text.includes("tidak bisa dipakai"))).toHaveLength(5);
    const code = await codeAt(world, web);
    await say(world, wa, code);
    expect(wa.heard.some(({ text }) => text.includes("Tunggu 60 menit"))).toBe(true);
    await say(world, telegram, code);
    expect(lastOf(telegram)).toContain("Lanjutkan di sini?");
    world.pass(1.1);
    await say(world, wa, await codeAt(world, web));
    expect(lastOf(wa)).toContain("Lanjutkan di sini?");
  });

  test("many wrong codes on one channel are told to who watches, without a code", async () => {
    const guessed: unknown[] = [];
    const { world } = await opened({ guessed: (...told) => void guessed.push(told) });
    for (let phone = 0; phone < 25; phone += 1) {
      const guesser = webPhone(`guesser-${phone}`);
      await say(world, guesser, "LJW49JRY6DT");
      await say(world, guesser, "LJMV38HPX58");
    }
    expect(guessed).toEqual([["web-chat", 50]]);
  });

  test("a number is answered on any channel: the state, and no name", async () => {
    const { world, web, wa, telegram } = await opened();
    await answer(world, web, siti);
    await world.machineLooks();
    const number = /LD-\w{4}-\w{2}/.exec(JSON.stringify(web.heard))?.[0] ?? "";
    for (const phone of [wa, telegram]) {
      await say(world, phone, `status ${number.toLowerCase().replaceAll("-", " ")} pak`);
      expect(phone.heard).toHaveLength(1);
      expect(lastOf(phone)).toContain(`Data nomor ${number} kami terima 25 November 2026`);
      expect(lastOf(phone)).not.toMatch(/Siti|Qonawati|1699|2091/);
    }
  });
});
