/** The page on which who leads looks after colleagues. */
import { describe, expect, test } from "vitest";
import { eachDatabase } from "../databases.ts";
import { password } from "../staff/desk.ts";
import { openOffice } from "./office.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("a colleague is made, and the link is shown once", async () => {
    const { sits, browser } = await openOffice(fresh);
    const lead = await sits("siti", "lead");
    await lead.get("/console/staff");
    const fields = { login: "Wayan", name: "Wayan S", role: "reviewer", branch: "Palembang" };
    const { page } = await lead.post("/console/staff", fields);
    const link = /\/console\/welcome\/[\w-]{43}/.exec(page)?.[0] ?? "";
    expect((await browser().get(link)).page).toContain("Selamat datang, Wayan S");
    const again = await lead.get("/console/staff");
    expect(again.page).not.toContain("/console/welcome/");
    expect(again.page).toMatch(/Wayan S[\s\S]*belum dibuka lewat tautannya/);
    const taken = await lead.post("/console/staff", fields);
    expect([taken.status, taken.page.includes("sudah dipakai")]).toEqual([422, true]);
  });

  test("somebody disabled is out at the next click, and in again when they are let in", async () => {
    const { sits, hire, browser } = await openOffice(fresh);
    const lead = await sits("siti", "lead");
    const budi = await hire("budi");
    const own = browser();
    await own.signIn(budi);
    await lead.get("/console/staff");
    expect((await lead.post(`/console/staff/${budi.id}/disable`)).to).toBe("/console/staff");
    expect((await own.get("/console/queue")).status).toBe(303);
    await lead.post(`/console/staff/${budi.id}/enable`);
    const fields = { login: "budi", password, code: budi.recoveryCodes[0] ?? "" };
    expect((await own.post("/console/sign-in", fields)).to).toBe("/console/queue");
  });

  test("nobody shuts themselves out, and the last lead stays one", async () => {
    const { hire, browser } = await openOffice(fresh);
    const siti = await hire("siti", "lead");
    const lead = browser();
    await lead.signIn(siti);
    await lead.get("/console/staff");
    const own = await lead.post(`/console/staff/${siti.id}/disable`);
    expect([own.status, own.page.includes("Akun sendiri")]).toEqual([409, true]);
    const lower = await lead.post(`/console/staff/${siti.id}/place`, { role: "viewer" });
    expect([lower.status, lower.page.includes("satu-satunya pimpinan")]).toEqual([409, true]);
    const nobody = await lead.post("/console/staff/u-0/disable");
    expect([nobody.status, nobody.page.includes("Akun itu tidak ada.")]).toEqual([404, true]);
  });

  test("placed in a branch, one sees that branch's at the next click", async () => {
    const { sits, hire, browser, id } = await openOffice(fresh);
    const lead = await sits("siti", "lead");
    const budi = await hire("budi");
    const own = browser();
    await own.signIn(budi);
    expect((await own.get(`/console/submissions/${id}`)).status).toBe(200);
    await lead.get("/console/staff");
    await lead.post(`/console/staff/${budi.id}/place`, { role: "reviewer", branch: "Muara Enim" });
    expect((await own.get(`/console/submissions/${id}`)).status).toBe(404);
  });
});
