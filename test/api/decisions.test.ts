/** A program looks, decides, and the person is told in the chat: accepted, returned and put right, rejected. */
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../src/audit/verify.ts";
import { eachDatabase } from "../databases.ts";
import { budi, first, handIn, openHouse, say, siti, tap } from "./house.ts";

describe.each(eachDatabase)("decisions on $kind", ({ fresh }) => {
  test("accepted: the state, the notice, the history and the audit", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { id, number } = await first(ask);
    const decided = await ask(`submissions/${id}/decision`, { revision: 1, verdict: "accepted" });
    expect(decided).toEqual({ status: 200, body: { state: "accepted", revision: 1 } });
    const { body } = await ask(`submissions/${id}`);
    expect(body).toMatchObject({
      state: "accepted",
      decisions: [{ revision: 1, verdict: "accepted", reasons: [] }],
      history: [{ to: "received" }, { to: "awaiting-review" }, { to: "accepted" }],
    });
    expect(await say(world, siti.from, number)).toEqual([expect.stringContaining("lengkap")]);
    expect(await verifyAudit(database.read, world.vault)).toMatchObject({ kind: "whole" });
  });

  test("returned: asked again with the old value and the reason, handed in as the next revision", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { id } = await first(ask);
    const reasons = [
      { about: "address", code: "incomplete" },
      { about: "name", code: "differs-from-card" },
    ];
    const returned = { revision: 1, verdict: "returned", reasons };
    expect(await ask(`submissions/${id}/decision`, returned)).toMatchObject({ status: 200 });
    const reversed = { ...returned, reasons: reasons.toReversed() };
    expect(await ask(`submissions/${id}/decision`, reversed)).toMatchObject({ status: 200 });
    expect(await say(world, siti.from, "sampai mana")).toEqual([
      "Masih menunggu Bapak/Ibu membetulkan 2 isian, yang lain sudah beres. Mau sekarang?",
    ]);
    const asked = await tap(world, siti.from, "resume");
    expect(asked).toContain(
      "Yang perlu dibetulkan: alamat. Kata petugas: alamatnya belum cukup untuk ditemukan, tambahkan dusun, RT/RW, atau patokan.",
    );
    expect(asked).toContain("Tadi tertulis: Dusun 2 RT 3");
    expect(await say(world, siti.from, "Dusun 2 RT 3 dekat masjid")).toContain(
      "Tadi tertulis: Siti Aminah",
    );
    const [thanks] = await say(world, siti.from, "Siti Aminah Binti Ali");
    expect(thanks).toBe(
      "Terima kasih, Bu Siti, sudah kami kirim lagi ke petugas. Yang lain tidak perlu diisi ulang.",
    );
    await world.machineLooks();
    const { body } = await ask(`submissions/${id}`);
    expect(body).toMatchObject({
      state: "awaiting-review",
      revision: 2,
      changes: [
        { about: "address", before: "Dusun 2 RT 3", after: "Dusun 2 RT 3 dekat masjid" },
        { about: "name", before: "Siti Aminah", after: "Siti Aminah Binti Ali" },
      ],
    });
  });

  test("rejected: with a reason of the list", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { id, number } = await first(ask);
    const reasons = [{ about: "all", code: "twice" }];
    const rejected = { revision: 1, verdict: "rejected", reasons };
    expect(await ask(`submissions/${id}/decision`, rejected)).toMatchObject({ status: 200 });
    expect(await say(world, siti.from, number)).toEqual([
      expect.stringContaining("belum bisa kami teruskan"),
    ]);
  });

  test("two decisions at once: one is taken, and the same one again is answered as the first time", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { id } = await first(ask);
    const accepted = { revision: 1, verdict: "accepted" };
    const rejected = {
      ...{ revision: 1, verdict: "rejected" },
      reasons: [{ about: "all", code: "elsewhere" }],
    };
    const answers = await Promise.all(
      [accepted, rejected].map((body) => ask(`submissions/${id}/decision`, body)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won = answers[0]?.status === 200 ? accepted : rejected;
    // Who comes second is told who was quicker, with what, and when.
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      ...{ type: "urn:lindung:problem:moved-on", title: expect.stringMatching(/\S/) },
      decided: {
        ...{ verdict: won.verdict, revision: 1, by: expect.stringMatching(/^token:/) },
        at: world.clock().toISOString(),
      },
    });
    expect(await ask(`submissions/${id}/decision`, won)).toMatchObject({ status: 200 });
    const { body } = await ask(`submissions/${id}`);
    expect(body["decisions"]).toHaveLength(1);
  });

  test("who sat down at the phone meanwhile is not mixed up with whom the notice is for", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { id, number } = await first(ask);
    await tap(world, siti.from, "new-person");
    await say(world, siti.from, "ya");
    const reasons = [{ about: "phone", code: "unreachable" }];
    await ask(`submissions/${id}/decision`, { revision: 1, verdict: "returned", reasons });
    const asked = await tap(world, siti.from, `resume:${number}`);
    expect(asked).toContain(
      "Yang perlu dibetulkan: nomor HP. Kata petugas: nomornya belum bisa dihubungi, coba lihat lagi atau beri nomor lain.",
    );
    const [thanks] = await say(world, siti.from, "081298765432");
    expect(thanks).toContain("Terima kasih, Bu Siti");
  });

  test("nobody else's number seats anybody", async () => {
    const { database } = await fresh();
    const { ask, world } = await openHouse(database);
    const { number } = await first(ask);
    await handIn(world, budi);
    const [answer] = await tap(world, budi.from, `resume:${number}`);
    expect(answer).not.toContain("Siti");
    const { body } = await ask("submissions");
    expect(body.submissions).toHaveLength(2);
  });
});
