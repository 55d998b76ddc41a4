/** A submission on its way through the office: taken in hand, returned, handed in again, accepted; and who came too late. */
import { describe, expect, test } from "vitest";
import { claimMinutes } from "../../src/submissions/claim.ts";
import { say } from "../api/house.ts";
import { eachDatabase } from "../databases.ts";
import { openOffice } from "./office.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("the queue names her; the page has her data masked, and the remark beside the datum", async () => {
    const { sits, id } = await openOffice(fresh);
    const budi = await sits("budi");
    const queue = await budi.get("/console/queue");
    expect(queue.page).toMatch(/Antrean: menunggu petugas[\s\S]*Siti Aminah[\s\S]*LD-/);
    const { page } = await budi.get(`/console/submissions/${id}`);
    expect(page).toContain("1699••••••••0001");
    expect(page).toContain("••••7890");
    expect(page).not.toMatch(/1699014503800001|81234567890/);
    expect(page).toMatch(
      /<dt>Nomor HP<\/dt>[\s\S]*Perhatikan[\s\S]*mungkin dikarang[\s\S]*<dt>Desa/,
    );
    expect(page).toContain("Sungai Rengit, Talang Kelapa, Banyuasin");
    expect(page).toContain("Rp2.000.000");
  });

  test("returned with a reason, she reads it; handed in again it is the same reviewer's, and is accepted", async () => {
    const { sits, id, world } = await openOffice(fresh);
    const budi = await sits("budi");
    const at = `/console/submissions/${id}`;
    await budi.get(at);
    expect((await budi.post(`${at}/claim`)).to).toBe(at);
    expect((await budi.get(at)).page).toContain("Dipegang sampai");
    const returned = await budi.post(`${at}/return`, {
      revision: "1",
      "reason.address": "incomplete",
    });
    expect(returned.to).toBe(at);
    expect((await budi.get(at)).page).toMatch(
      /dikembalikan[\s\S]*budi[\s\S]*alamatnya belum cukup/,
    );
    const heard = await say(world, "siti", "betulkan sekarang");
    expect(heard.join("\n")).toContain("alamatnya belum cukup");
    await say(world, "siti", "Dusun 2 RT 3, dekat masjid");
    await world.machineLooks();

    const page = (await budi.get(at)).page;
    expect(page).toMatch(/<del>Dusun 2 RT 3<\/del> <ins>Dusun 2 RT 3, dekat masjid<\/ins>/);
    expect(page).toContain("kiriman ke-2");
    expect((await budi.post(`${at}/accept`, { revision: "2" })).to).toBe(at);
    expect((await budi.get("/console/queue?state=accepted")).page).toContain("Siti Aminah");
  });

  test("what one has in hand another can neither take nor decide; when the time is over, they can", async () => {
    const { sits, id, world } = await openOffice(fresh);
    const [budi, wayan] = [await sits("budi"), await sits("wayan")];
    const at = `/console/submissions/${id}`;
    for (const browser of [budi, wayan]) await browser.get(at);
    await budi.post(`${at}/claim`);
    const tried = await wayan.post(`${at}/claim`);
    expect(tried.status).toBe(409);
    expect(tried.page).toContain("Rekan lain sudah memegang yang ini. Tidak ada yang berubah.");
    const decided = await wayan.post(`${at}/accept`, { revision: "1" });
    expect(decided.status).toBe(409);
    expect(decided.page).toContain("Rekan lain sedang memegang yang ini.");
    expect((await wayan.get("/console/queue")).page).not.toContain("Siti Aminah");
    expect((await wayan.get("/console/queue?all=1")).page).toContain("Dipegang orang lain");
    world.pass((claimMinutes - 5) / 60);
    await wayan.get("/console/queue");
    world.pass(6 / 60);
    expect((await wayan.get("/console/queue")).page).toContain("Siti Aminah");
    expect((await wayan.post(`${at}/claim`)).to).toBe(at);
  });

  test("decided twice at the same moment: once, and the other one reads why", async () => {
    const { sits, id, world } = await openOffice(fresh);
    const [budi, wayan] = [await sits("budi"), await sits("wayan")];
    const at = `/console/submissions/${id}`;
    for (const browser of [budi, wayan]) await browser.get(at);
    const seen = await Promise.all([
      budi.post(`${at}/accept`, { revision: "1" }),
      wayan.post(`${at}/reject`, { revision: "1", "reason.all": "twice" }),
    ]);
    expect(seen.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const late = seen.find(({ status }) => status === 409);
    expect(late?.page).toContain("Sudah ada yang memutuskan lebih dulu");
    const decisions = await world.database.read.selectFrom("decision").selectAll().execute();
    expect(decisions).toHaveLength(1);
  });

  test.each([
    ["a return without a reason", "return", { revision: "1" }],
    ["a reason that is none of the list", "return", { revision: "1", "reason.address": "ugly" }],
    ["an end without a reason", "reject", { revision: "1" }],
  ])("%s: a sentence, and nothing changed", async (_what, deed, fields) => {
    const { sits, id, world } = await openOffice(fresh);
    const budi = await sits("budi");
    const at = `/console/submissions/${id}`;
    await budi.get(at);
    const seen = await budi.post(`${at}/${deed}`, fields);
    expect(seen.status).toBe(422);
    expect(seen.page).toContain("Pilih dulu paling sedikit satu alasan. Tidak ada yang berubah.");
    const [row] = await world.database.read.selectFrom("submission").select("state").execute();
    expect(row?.state).toBe("awaiting-review");
  });

  test("another revision than the one that was looked at is not decided", async () => {
    const { sits, id } = await openOffice(fresh);
    const budi = await sits("budi");
    const at = `/console/submissions/${id}`;
    await budi.get(at);
    for (const revision of ["0", "2", "x", ""]) {
      expect((await budi.post(`${at}/accept`, { revision })).status).toBe(409);
    }
  });
});
