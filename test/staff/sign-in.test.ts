/** Who comes in, who does not, and when it ends. */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { changeRoot } from "../../src/operations/keys/change-root.ts";
import { addStaff, disableStaff, endSignIns, resetStaff } from "../../src/staff/accounts.ts";
import { welcomedBy } from "../../src/staff/link.ts";
import { signIn, signOut, whoHolds } from "../../src/staff/sign-in.ts";
import { readIndexKey } from "../../src/vault/index-key-store.ts";
import { checkKey } from "../../src/vault/key-check.ts";
import { openVault } from "../../src/vault/vault.ts";
import { eachDatabase } from "../databases.ts";
import { openDesk, password } from "./desk.ts";

async function tokenOf(signingIn: Promise<object>): Promise<string> {
  const outcome = await signingIn;
  if (!("token" in outcome)) throw new Error(JSON.stringify(outcome));
  return String(outcome.token);
}

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test("name, password and code open the console to whom they belong", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti", "lead", ["Palembang"]);
    const token = await tokenOf(siti.signIn());
    const staff = { id: siti.id, login: "siti", name: "siti", role: "lead" };
    expect(await whoHolds(desk, token)).toMatchObject({
      staff: { ...staff, branches: ["Palembang"] },
    });
  });

  test("what is wrong is not told apart", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const refused = { kind: "refused" };
    expect(await siti.signIn({ password: "perahu kayu di sungai ogan" })).toEqual(refused);
    expect(await siti.signIn({ code: "000000" })).toEqual(refused);
    expect(await siti.signIn({ code: "" })).toEqual(refused);
    expect(await siti.signIn({ login: "budi" })).toEqual(refused);
    expect(await siti.signIn({ login: "budi; drop table" })).toEqual(refused);
    expect(await siti.signIn({ login: " SITI " })).toMatchObject({ kind: "signed-in" });
  });

  test("a code works once, also for two who come at the same moment", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const code = siti.code();
    const outcomes = await Promise.all([siti.signIn({ code }), siti.signIn({ code })]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["refused", "signed-in"]);
    expect(await siti.signIn({ code })).toEqual({ kind: "refused" });
    desk.pass(1);
    expect(await siti.signIn()).toMatchObject({ kind: "signed-in" });
  });

  test("the code of the half minute before is taken, an older one is not", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const code = siti.code();
    desk.pass(0.5);
    expect(await siti.signIn({ code })).toMatchObject({ kind: "signed-in" });
    const next = siti.code();
    desk.pass(1.5);
    expect(await siti.signIn({ code: next })).toEqual({ kind: "refused" });
  });

  test("a recovery code works once, however it is typed", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const [code = ""] = siti.recoveryCodes;
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")}`;
    expect(await siti.signIn({ code: typed })).toMatchObject({
      kind: "signed-in",
      isByRecovery: true,
    });
    expect(await siti.signIn({ code })).toEqual({ kind: "refused" });
  });

  test.each([
    ["half an hour without a request", [31], false],
    ["a request every twenty minutes", [20, 20, 20], true],
    ["twelve hours, however busy", Array.from({ length: 37 }, () => 20), false],
  ])("%s", async (_what, pauses, isIn) => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const token = await tokenOf(siti.signIn());
    let session = await whoHolds(desk, token);
    for (const minutes of pauses) {
      desk.pass(minutes);
      session = await whoHolds(desk, token);
    }
    expect(session !== undefined).toBe(isIn);
  });

  test.each<readonly [string, (desk: Awaited<ReturnType<typeof openDesk>>, id: string) => unknown]>(
    [
      ["disabled", (desk, id) => disableStaff(desk, { id, by: "operator" })],
      ["reset", (desk, id) => resetStaff(desk, { id, by: "operator" })],
      ["told to sign in again", (desk, id) => endSignIns(desk, { id, by: "operator" })],
    ],
  )("who is %s is out at the next request, in every browser", async (_what, deed) => {
    const desk = await openDesk(fresh);
    await desk.hire("wayan", "lead");
    const siti = await desk.hire("siti");
    const one = await tokenOf(siti.signIn());
    desk.pass(1);
    const other = await tokenOf(siti.signIn());
    await deed(desk, siti.id);
    expect(await whoHolds(desk, one)).toBeUndefined();
    expect(await whoHolds(desk, other)).toBeUndefined();
  });

  test("who signs out is out, and others of the same account are not", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const one = await tokenOf(siti.signIn());
    desk.pass(1);
    const other = await tokenOf(siti.signIn());
    const session = await whoHolds(desk, one);
    if (session !== undefined) await signOut(desk, session);
    expect(await whoHolds(desk, one)).toBeUndefined();
    expect(await whoHolds(desk, other)).toBeDefined();
  });

  test("under another root key the telephones' codes are as they were, in accounts and in links that wait", async () => {
    const desk = await openDesk(fresh);
    const { database, root } = desk;
    const siti = await desk.hire("siti");
    const waiting = { login: "budi", name: "Budi", role: "viewer", branches: ["*"] } as const;
    const added = await addStaff(desk, { ...waiting, by: "operator" });
    const link = added.kind === "added" ? added.link : "";
    const before = await welcomedBy(desk, link);
    const to = randomBytes(32);
    await database.grouped((db) => checkKey(db, openVault(root), "a file"));
    await changeRoot(database, { from: root, to, now: desk.clock() }, () => undefined);
    const vault = openVault(to, await readIndexKey(database.read, to));
    const moved = { ...desk, vault };
    expect(await welcomedBy(moved, link)).toEqual(before);
    const signingIn = { login: "siti", password, address: "192.0.2.1", browser: undefined };
    expect(await signIn(moved, { ...signingIn, code: siti.code() })).toMatchObject({
      kind: "signed-in",
    });
  });

  test("a copy of the database lets nobody in", async () => {
    const desk = await openDesk(fresh);
    const siti = await desk.hire("siti");
    const token = await tokenOf(siti.signIn());
    const rows = await Promise.all(
      (["staff", "sign_in", "recovery_code", "staff_link", "audit"] as const).map((table) =>
        desk.database.read.selectFrom(table).selectAll().execute(),
      ),
    );
    const said = JSON.stringify(rows, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    for (const secret of [token, password, ...siti.recoveryCodes]) {
      expect(said).not.toContain(secret);
    }
    // What is kept of it is no token.
    const [kept] = await desk.database.read.selectFrom("sign_in").selectAll().execute();
    const asToken = Buffer.from(kept?.token_hash ?? "").toString("base64url");
    expect(await whoHolds(desk, asToken)).toBeUndefined();
  });
});
