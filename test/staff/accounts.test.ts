/** Accounts are made, opened by a link, placed, reset and disabled; the audit says by whom. */
import { describe, expect, test } from "vitest";
import {
  addStaff,
  disableStaff,
  enableStaff,
  linkHours,
  placeStaff,
  resetStaff,
} from "../../src/staff/accounts.ts";
import { openByLink, welcomedBy } from "../../src/staff/link.ts";
import { staffById } from "../../src/staff/staff-store.ts";
import { eachDatabase } from "../databases.ts";
import { codeOf, openDesk, password } from "./desk.ts";

const newcomer = { login: "siti", name: "Siti", role: "reviewer", branches: ["*"] } as const;

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  async function linked() {
    const desk = await openDesk(fresh);
    const added = await addStaff(desk, { ...newcomer, by: "operator" });
    if (added.kind !== "added") throw new Error(added.kind);
    const secret = (await welcomedBy(desk, added.link))?.secret ?? "";
    const opening = { link: added.link, password, again: password };
    const open = (part: Partial<typeof opening> & { code?: string } = {}) =>
      openByLink(desk, { ...opening, code: codeOf(secret, desk.clock()), ...part });
    return { desk, ...added, open };
  }

  test.each([
    ["no code of the telephone", { code: "000000" }, { kind: "bad-code" }],
    ["typed differently", { again: "perahu kayu di sungai musi" }, { kind: "differ" }],
    ["short", { password: "sungai 99" }, { kind: "bad-password", fault: "too-short" }],
    [
      "what everybody tries",
      { password: "password1234" },
      { kind: "bad-password", fault: "common" },
    ],
    [
      "bpjs and a year",
      { password: "bpjspalembang2026" },
      { kind: "bad-password", fault: "like-the-name" },
    ],
    ["the name again and again", { password: "siti siti siti" }, { kind: "bad-password" }],
    ["endless", { password: "x1".repeat(200) }, { kind: "bad-password", fault: "too-long" }],
    ["another link", { link: "nowhere" }, { kind: "bad-link" }],
  ])("the link is not used up by %s", async (_what, part, outcome) => {
    const { open } = await linked();
    expect(await open(part)).toMatchObject(outcome);
    expect(await open()).toMatchObject({ kind: "opened" });
  });

  test("it works once, also for two at the same moment, and not for ever", async () => {
    const { desk, open, link } = await linked();
    const outcomes = await Promise.all([open(), open()]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["bad-link", "opened"]);
    expect(await welcomedBy(desk, link)).toBeUndefined();

    const later = await linked();
    later.desk.pass(linkHours * 60 + 1);
    expect(await later.open()).toEqual({ kind: "bad-link" });
  });

  test("ten recovery codes, and nobody's twice", async () => {
    const { open } = await linked();
    const opened = await open();
    const codes = opened.kind === "opened" ? opened.recoveryCodes : [];
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(
      codes.every((code) =>
        /^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{3}$/.test(code),
      ),
    ).toBe(true);
  });

  test.each([["Siti"], [" SITI "]])("%s is taken already", async (login) => {
    const { desk } = await linked();
    expect(await addStaff(desk, { ...newcomer, login, by: "operator" })).toEqual({
      kind: "login-taken",
    });
  });

  test.each([[""], ["s"], ["9siti"], ["siti aminah"], ["siti@example.com"], ["x".repeat(41)]])(
    "%j is no name to sign in with",
    async (login) => {
      const desk = await openDesk(fresh);
      expect(await addStaff(desk, { ...newcomer, login, by: "operator" })).toEqual({
        kind: "bad-login",
      });
    },
  );

  test("a reset makes password, recovery codes and the old link void, and the new link opens it again", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const first = await resetStaff(desk, { id: siti.id, by: "operator" });
    const second = await resetStaff(desk, { id: siti.id, by: "operator" });
    if (!("link" in first) || !("link" in second)) throw new Error("not reset");
    expect(await welcomedBy(desk, first.link)).toBeUndefined();
    expect(await siti.signIn()).toEqual({ kind: "refused" });
    expect(await siti.signIn({ code: siti.recoveryCodes[0] ?? "" })).toEqual({ kind: "refused" });
    const secret = (await welcomedBy(desk, second.link))?.secret ?? "";
    const code = codeOf(secret, desk.clock());
    const opening = { link: second.link, password, again: password, code };
    expect(await openByLink(desk, opening)).toMatchObject({ kind: "opened" });
  });

  test("the last lead can neither be disabled nor placed lower; nobody disables themselves", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti", "lead");
    const by = "operator";
    expect(await disableStaff(desk, { id: siti.id, by })).toBe("last-lead");
    const lower = { id: siti.id, role: "reviewer", branches: ["*"] } as const;
    expect(await placeStaff(desk, { ...lower, by })).toBe("last-lead");
    const budi = await desk.hire("budi", "lead");
    expect(await disableStaff(desk, { id: budi.id, by: `staff:${budi.id}` })).toBe("oneself");
    expect(await placeStaff(desk, { ...lower, by })).toBeUndefined();
    expect(await disableStaff(desk, { id: siti.id, by })).toBeUndefined();
    expect(await siti.signIn()).toEqual({ kind: "refused" });
    expect(await enableStaff(desk, { id: siti.id, by })).toBeUndefined();
    desk.pass(1);
    expect(await siti.signIn()).toMatchObject({ kind: "signed-in", staff: { role: "reviewer" } });
    expect(await disableStaff(desk, { id: "u-nobody", by })).toBe("unknown");
  });

  test("the audit says what was done, to whom and by whom", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti", "lead");
    const budi = await desk.hire("budi");
    await siti.signIn();
    await placeStaff(desk, {
      id: budi.id,
      role: "lead",
      branches: ["Palembang"],
      by: `staff:${siti.id}`,
    });
    const rows = await desk.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
    expect(rows.map(({ who, action, about }) => [who, action, about])).toEqual([
      ["operator", "staff.added", siti.id],
      [`staff:${siti.id}`, "staff.opened", siti.id],
      ["operator", "staff.added", budi.id],
      [`staff:${budi.id}`, "staff.opened", budi.id],
      [`staff:${siti.id}`, "staff.signed-in", null],
      [`staff:${siti.id}`, "staff.placed", budi.id],
    ]);
    expect(JSON.parse(rows.at(-1)?.detail ?? "")).toEqual({
      role: "lead",
      branches: ["Palembang"],
    });
    expect((await staffById(desk.database.read, { id: budi.id }))[0]?.role).toBe("lead");
  });
});
