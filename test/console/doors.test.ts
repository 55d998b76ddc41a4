/** Who may do what: every page and deed of the console with every role, and with nobody; taken from the routes themselves. */
import { describe, expect, test } from "vitest";
import type { ConsoleNeeds } from "../../src/console/needs.ts";
import { consoleRoutes } from "../../src/console/open.ts";
import { abilities, may, roles } from "../../src/staff/abilities.ts";
import { eachDatabase } from "../databases.ts";
import { openOffice } from "./office.ts";

// Nothing is asked of it: only the routes are looked at.
const routes = consoleRoutes({} as ConsoleNeeds);
const at = (path: string, id: string) => `/console${path.replace(":id", id)}`;

test("each names an ability that stands in the table, and no two are alike", () => {
  for (const { needs } of routes) expect(Object.keys(abilities)).toContain(needs);
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("nobody who is not signed in gets further than the entrance", async () => {
    const { browser, id } = await openOffice(fresh);
    for (const { method, path } of routes) {
      const seen = await browser()[method](at(path, id));
      expect([path, seen.status, seen.to?.split("?")[0]]).toEqual([path, 303, "/console/sign-in"]);
      expect(seen.page).not.toContain("Siti");
    }
  });

  test.each(roles)("%s: what the table says, and nothing else", async (role) => {
    const { sits, id } = await openOffice(fresh);
    const browser = await sits("wayan", role);
    await browser.get(`/console/submissions/${id}`);
    for (const { method, path, needs } of routes) {
      const { status } = await browser[method](at(path, id), { revision: "0" });
      expect([method, path, status === 403]).toEqual([method, path, !may(role, needs)]);
    }
  });

  test("a form from elsewhere, of another kind, or without its word changes nothing", async () => {
    const { sits, id, world } = await openOffice(fresh);
    const browser = await sits("budi");
    await browser.get(`/console/submissions/${id}`);
    for (const { path } of routes.filter(({ method }) => method === "post")) {
      const refused = [
        await browser.post(at(path, id), { csrf: "" }),
        await browser.post(at(path, id), { csrf: "x".repeat(43) }),
        await browser.post(at(path, id), {}, { "Sec-Fetch-Site": "cross-site" }),
        await browser.post(at(path, id), {}, { "Sec-Fetch-Site": "same-site" }),
        await browser.post(at(path, id), {}, { "Content-Type": "application/json" }),
        await browser.post(at(path, id), {}, { "Content-Type": "text/plain" }),
      ];
      expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    }
    const rows = world.database.read.selectFrom("submission").select(["state", "claimed_by"]);
    expect(await rows.execute()).toEqual([{ state: "awaiting-review", claimed_by: null }]);
  });

  test("two hundred ids that are not theirs: not here, whatever is asked", async () => {
    const { sits, id } = await openOffice(fresh);
    const elsewhere = await sits("wayan", "lead", ["Muara Enim"]);
    const everywhere = await sits("budi", "lead");
    await everywhere.get(`/console/submissions/${id}`);
    await elsewhere.get("/console/queue");
    const ids = [id, ...Array.from({ length: 200 }, (_, at) => `s-${at}`), "..", "%00", "a'--"];
    for (const one of ids) {
      expect((await elsewhere.get(`/console/submissions/${one}`)).status).toBe(404);
    }
    for (const { method, path } of routes.filter((route) => route.path.includes(":id"))) {
      if (path.endsWith("/release")) continue;
      // Its word is got from another page of theirs.
      const seen = await elsewhere[method](at(path, id));
      expect([404, 403]).toContain(seen.status);
      expect(seen.page).not.toContain("Siti");
    }
    expect((await elsewhere.get("/console/queue")).page).not.toContain("Siti");
    expect((await everywhere.get("/console/queue")).page).toContain("Siti Aminah");
  });

  test("every page is kept by nobody, and carries the headers", async () => {
    const { sits, id } = await openOffice(fresh);
    const browser = await sits("budi");
    for (const path of ["/console/queue", `/console/submissions/${id}`, "/console/sign-in"]) {
      const { headers } = await browser.get(path);
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    }
  });
});
