/** An office for tests: accounts on a fresh database, a clock that the test moves, and colleagues with a telephone. */
import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Role } from "../../src/staff/abilities.ts";
import { addStaff } from "../../src/staff/accounts.ts";
import { openByLink, welcomedBy } from "../../src/staff/link.ts";
import type { StaffNeeds } from "../../src/staff/needs.ts";
import { type SigningIn, signIn } from "../../src/staff/sign-in.ts";
import { openVault } from "../../src/vault/vault.ts";
import type { eachDatabase } from "../databases.ts";

export const password = "perahu kayu di sungai lematang";

export type Colleague = {
  readonly id: string;
  readonly login: string;
  readonly recoveryCodes: readonly string[];
  /** What the telephone shows now. */
  readonly code: () => string;
  readonly signIn: (part?: Partial<SigningIn>) => ReturnType<typeof signIn>;
};

export type Desk = StaffNeeds & {
  readonly root: Buffer;
  readonly pass: (minutes: number) => void;
  /** Made, and opened by the link. */
  readonly hire: (login: string, role?: Role, branches?: readonly string[]) => Promise<Colleague>;
};

export async function openDesk(fresh: (typeof eachDatabase)[number]["fresh"]): Promise<Desk> {
  const { database } = await fresh();
  let now = Date.parse("2026-12-01T02:00:00.000Z");
  const root = randomBytes(32);
  const needs: StaffNeeds = { database, vault: openVault(root), clock: () => new Date(now) };
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { ...deskAt(needs, pass), root };
}

/** In a house that is there already. */
export function deskAt(needs: StaffNeeds, pass: Desk["pass"]): Omit<Desk, "root"> {
  return {
    ...needs,
    pass,
    hire: async (login, role = "reviewer", branches = ["*"]) => {
      const staff = { login, name: login, role, branches, by: "operator" };
      const added = await addStaff(needs, staff);
      if (added.kind !== "added") throw new Error(added.kind);
      const { link, id } = added;
      const secret = (await welcomedBy(needs, link))?.secret ?? "";
      const code = () => codeOf(secret, needs.clock());
      const opened = await openByLink(needs, { link, password, again: password, code: code() });
      if (opened.kind !== "opened") throw new Error(opened.kind);
      // Another half minute: the code of this one is used up.
      pass(1);
      const usual = { login, password, address: "192.0.2.1", browser: undefined };
      return {
        id,
        login,
        code,
        recoveryCodes: opened.recoveryCodes,
        signIn: (part = {}) => signIn(needs, { ...usual, code: code(), ...part }),
      };
    },
  };
}

/** As an application on a telephone works it out. */
export function codeOf(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}
