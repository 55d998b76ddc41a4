/** How `lindung staff …` is called; what it does is read in when it is. */
import type { Command } from "commander";
import { roles } from "../staff/abilities.ts";
import type { AddStaffOptions } from "./staff.ts";
import type { Terminal } from "./terminal.ts";

type Text = (key: string, values?: Readonly<Record<string, string>>) => string;

export function addStaffCommands(program: Command, text: Text, terminal: Terminal): void {
  const staff = program
    .command("staff")
    .usage("add | list | reset | disable | enable")
    .description(text("help.staff"))
    .helpCommand(false);

  staff
    .command("add")
    .requiredOption("--login <login>", text("help.staff-login"))
    .option("--name <name>", text("help.staff-name"))
    .option("--role <role>", text("help.staff-role", { roles: roles.join(", ") }))
    .option("--branch <branch...>", text("help.staff-branch"))
    .usage("--login NAME [--name NAME] [--role lead] [--branch NAME …]")
    .description(text("help.staff-add"))
    .action(async (options: AddStaffOptions) => {
      const { staffAdd } = await import("./staff.ts");
      process.exitCode = await staffAdd(options, terminal);
    });

  staff
    .command("list")
    .usage(" ")
    .description(text("help.staff-list"))
    .action(async () => {
      const { staffList } = await import("./staff.ts");
      process.exitCode = await staffList(terminal);
    });

  const ofOne = (name: "reset" | "disable" | "enable") =>
    staff
      .command(name)
      .argument("<login>", text("help.staff-login"))
      .usage("LOGIN")
      .description(text(`help.staff-${name}`));
  ofOne("reset").action(async (login: string) => {
    const { staffReset } = await import("./staff.ts");
    process.exitCode = await staffReset(login, terminal);
  });
  ofOne("disable").action(async (login: string) => {
    const { staffDisable } = await import("./staff.ts");
    process.exitCode = await staffDisable(login, terminal);
  });
  ofOne("enable").action(async (login: string) => {
    const { staffEnable } = await import("./staff.ts");
    process.exitCode = await staffEnable(login, terminal);
  });
}
