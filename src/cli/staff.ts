/** `lindung staff add|list|reset|disable|enable`: accounts of people who review, from the machine itself. */
import { readContent } from "../content/content.ts";
import { printFault } from "../content/reading/fault.ts";
import { openData } from "../house.ts";
import { type Role, roleIn, roles } from "../staff/abilities.ts";
import {
  addStaff,
  disableStaff,
  enableStaff,
  linkHours,
  loginIn,
  resetStaff,
} from "../staff/accounts.ts";
import type { StaffNeeds } from "../staff/needs.ts";
import { allStaff, staffByLogin } from "../staff/staff-store.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export type AddStaffOptions = {
  readonly login: string;
  readonly name?: string;
  readonly role?: string;
  readonly branch?: readonly string[];
};

const by = "operator";

/** The exit code: 0 when the link was printed, which happens once. The first account leads. */
export async function staffAdd(options: AddStaffOptions, terminal: Terminal): Promise<0 | 1> {
  const { print, complain } = terminal;
  const say = sayingOf(terminal);
  const asked = options.role === undefined ? undefined : roleIn(options.role);
  if (options.role !== undefined && asked === undefined) {
    complain(say("bad-role", { roles: roles.join(", ") }));
    return 1;
  }
  const unknown = unknownBranch(options.branch, terminal);
  if (unknown !== undefined) {
    complain(say("bad-branch", unknown));
    return 1;
  }
  return withStaff(terminal, async (needs, address) => {
    const isFirst = (await allStaff(needs.database.read)).length === 0;
    const role: Role = asked ?? (isFirst ? "lead" : "reviewer");
    const added = await addStaff(needs, {
      ...{ login: options.login, name: options.name ?? "", role, by },
      branches: options.branch ?? ["*"],
    });
    if (added.kind !== "added") {
      complain(say(added.kind, { login: options.login }));
      return 1;
    }
    complain(say("added", { login: options.login, role, hours: linkHours }));
    print(welcomeAddress(address, added.link));
    return 0;
  });
}

/** A branch that nobody knows would leave whoever is placed there with an empty queue. */
function unknownBranch(
  named: readonly string[] | undefined,
  { folder }: Terminal,
): { readonly branch: string; readonly known: string } | undefined {
  if (named === undefined) return undefined;
  const read = readContent(folder);
  if ("faults" in read) throw new Error(read.faults.map(printFault).join("\n"));
  const known = [...new Set(Object.values(read.material.branches))].toSorted();
  const branch = named.find((one) => !known.includes(one));
  return branch === undefined ? undefined : { branch, known: known.join(", ") };
}

export async function staffList(terminal: Terminal): Promise<0 | 1> {
  const say = sayingOf(terminal);
  return withStaff(terminal, async ({ database }) => {
    const staff = await allStaff(database.read);
    if (staff.length === 0) terminal.print(say("none"));
    for (const { login, name, role, password, disabled_at } of staff) {
      const state = disabled_at !== null ? "disabled" : password === null ? "unopened" : "open";
      terminal.print(say("line", { login, name, role, state }));
    }
    return 0;
  });
}

/** The telephone is lost, or the password forgotten: a new link. */
export async function staffReset(login: string, terminal: Terminal): Promise<0 | 1> {
  return withAccount(login, terminal, async (needs, id, address) => {
    const say = sayingOf(terminal);
    const reset = await resetStaff(needs, { id, by });
    if ("fault" in reset) {
      terminal.complain(say(reset.fault, { login }));
      return 1;
    }
    terminal.complain(say("reset", { login, hours: linkHours }));
    terminal.print(welcomeAddress(address, reset.link));
    return 0;
  });
}

export const staffDisable = (login: string, terminal: Terminal) =>
  changed(login, terminal, disableStaff, "disabled");

export const staffEnable = (login: string, terminal: Terminal) =>
  changed(login, terminal, enableStaff, "enabled");

function changed(
  login: string,
  terminal: Terminal,
  deed: typeof disableStaff,
  done: "disabled" | "enabled",
): Promise<0 | 1> {
  return withAccount(login, terminal, async (needs, id) => {
    const fault = await deed(needs, { id, by });
    const line = sayingOf(terminal)(fault ?? done, { login });
    (fault === undefined ? terminal.print : terminal.complain)(line);
    return fault === undefined ? 0 : 1;
  });
}

type Deed = (needs: StaffNeeds, id: string, address: string) => Promise<0 | 1>;

function withAccount(login: string, terminal: Terminal, deed: Deed): Promise<0 | 1> {
  return withStaff(terminal, async (needs, address) => {
    const [staff] = await staffByLogin(needs.database.read, { login: loginIn(login) ?? login });
    if (staff !== undefined) return deed(needs, staff.id, address);
    terminal.complain(sayingOf(terminal)("unknown", { login }));
    return 1;
  });
}

async function withStaff(
  terminal: Terminal,
  deed: (needs: StaffNeeds, address: string) => Promise<0 | 1>,
): Promise<0 | 1> {
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const { database, vault } = await openData(config);
  try {
    const address = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
    return await deed({ database, vault, clock: () => new Date() }, address);
  } finally {
    await database.close();
  }
}

function sayingOf({ wording }: Terminal) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    wording.text(`operator.staff.${key}`, values);
}

/** Where the page of the console is that takes the link. */
function welcomeAddress(address: string, link: string): string {
  return `${address}/console/welcome/${link}`;
}
