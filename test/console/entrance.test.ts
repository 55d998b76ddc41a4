/** The entrance: signing in and out, a sign-in that is over, and an address at which nobody should type a password. */
import { describe, expect, test } from "vitest";
import { addStaff } from "../../src/staff/accounts.ts";
import { eachDatabase } from "../databases.ts";
import { password } from "../staff/desk.ts";
import { openOffice } from "./office.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("signed in one is where one wanted to be; signed out one is out", async () => {
    const { hire, browser, id } = await openOffice(fresh);
    const own = browser();
    const asked = await own.get(`/console/submissions/${id}`);
    expect(asked.to).toBe(
      `/console/sign-in?to=${encodeURIComponent(`/console/submissions/${id}`)}`,
    );
    const { page } = await own.get(asked.to ?? "");
    expect(page).toContain(`name="to" value="/console/submissions/${id}"`);
    const { code } = await hire("budi");
    const to = `/console/submissions/${id}`;
    const signedIn = await own.post("/console/sign-in", {
      login: "budi",
      password,
      code: code(),
      to,
    });
    expect([signedIn.status, signedIn.to]).toEqual([303, to]);
    expect((await own.get(to)).page).toContain("Siti Aminah");
    expect((await own.post("/console/sign-out")).to).toBe("/console/sign-in");
    expect((await own.get(to)).status).toBe(303);
  });

  test.each([
    "https://elsewhere.example",
    "//elsewhere.example",
    "/",
    "/console/../api",
    "javascript:x",
  ])("signing in leads nobody to %s", async (to) => {
    const { hire, browser } = await openOffice(fresh);
    const { code } = await hire("budi");
    const fields = { login: "budi", password, code: code(), to };
    expect((await browser().post("/console/sign-in", fields)).to).toBe("/console/queue");
  });

  test("the cookie is for our own pages by https only, and no script reads it", async () => {
    const { hire, browser } = await openOffice(fresh);
    const { headers } = await browser().signIn(await hire("budi"));
    const cookies = headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-lindung-[\w-]+=[\w.-]+;/);
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/Secure/i);
      expect(cookie).toMatch(/SameSite=Strict/i);
    }
  });

  test("what is wrong is one sentence, and the name stays typed", async () => {
    const { hire, browser } = await openOffice(fresh);
    await hire("budi");
    const seen = await browser().post("/console/sign-in", {
      login: "budi",
      password: "salah",
      code: "1",
    });
    expect(seen.status).toBe(401);
    expect(seen.page).toContain("Nama, kata sandi, atau kodenya tidak cocok.");
    expect(seen.page).toContain('name="login" value="budi"');
    expect(seen.page).not.toContain("salah");
  });

  test("after half an hour without a word one signs in again", async () => {
    const { sits, world } = await openOffice(fresh);
    const budi = await sits("budi");
    world.pass(31 / 60);
    expect((await budi.get("/console/queue")).to).toBe("/console/sign-in");
  });

  test.each([
    "192.168.1.20:8080",
    "lindung.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
  ])("at http://%s nobody types a password", async (host) => {
    const { browser } = await openOffice(fresh);
    for (const path of ["/console/sign-in", "/console/welcome/any"]) {
      const seen = await browser().get(path, { Host: host });
      expect([path, seen.status]).toEqual([path, 403]);
      expect(seen.page).toContain("Perlu alamat https");
      expect(seen.page).not.toContain("password");
    }
  });

  test("the one-time link shows the secret to whoever holds it, and nothing to anybody else", async () => {
    const { browser, world } = await openOffice(fresh);
    const staff = {
      login: "wayan",
      name: "<b>Wayan</b>",
      role: "viewer",
      branches: ["*"],
      by: "operator",
    } as const;
    const added = await addStaff(world, staff);
    const link = added.kind === "added" ? added.link : "";
    const { page } = await browser().get(`/console/welcome/${link}`);
    expect(page).toContain("&lt;b&gt;Wayan&lt;/b&gt;");
    expect(page).toContain("<svg");
    const wrong = await browser().post(`/console/welcome/${link}`, {
      password,
      again: password,
      code: "000000",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.page).toContain("Angkanya tidak cocok.");
    const other = await browser().get("/console/welcome/another");
    expect([other.status, other.page.includes("<svg")]).toEqual([404, false]);
  });
});
