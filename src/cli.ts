#!/usr/bin/env node
/**
 * The command line, for operators and authors. Each command is one file of cli/, loaded when it is called, so that
 * `lindung --help` opens no database and loads no picture maker.
 */
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join, resolve } from "node:path";
import { Argument, Command, Option } from "commander";
import { z } from "zod";
import { scopes } from "./api/scopes.ts";
import type { VerifyOptions } from "./cli/audit.ts";
import type { CheckOptions } from "./cli/flow-check.ts";
import type { DrawOptions } from "./cli/flow-draw.ts";
import type { PreviewOptions } from "./cli/flow-preview.ts";
import type { RotateOptions } from "./cli/key.ts";
import { addStaffCommands } from "./cli/staff-commands.ts";
import type { Terminal } from "./cli/terminal.ts";
import type { AddOptions } from "./cli/token.ts";
import { mostDays } from "./cli/token-days.ts";
import { argumentsOf, helpIn, usageFault } from "./cli/usage.ts";
import { terminalLocale } from "./config.ts";
import { languageOfOperator, operatorWording } from "./content/operator.ts";
import { explain } from "./content/operator-fault.ts";
import { languages } from "./conversation/wording/wording.ts";
import { capabilitiesOf } from "./rendering/capabilities.ts";
import { usualDays } from "./reports/days.ts";

const projectFolder = resolve(import.meta.dirname, "..");
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")));
const language = languageOfOperator(terminalLocale());
const wording = operatorWording(projectFolder, language);
const text = (key: string, values = {}) => wording.text(`operator.${key}`, values);
const terminal: Terminal = {
  folder: projectFolder,
  language,
  wording,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

const program = new Command("lindung")
  .description(text("help.lindung"))
  .helpOption("-h, --help", text("help.help"))
  .helpCommand(`help [${text("help.command")}]`, text("help.help-command"))
  .usage(text("help.usage"))
  .version(version, "-V, --version", text("help.version"))
  .configureOutput({ outputError: (fault, write) => write(`${usageFault(fault, text)}\n`) })
  .configureHelp(helpIn(text))
  .showSuggestionAfterError();

const flow = program
  .command("flow")
  .usage("check | draw | preview | questions")
  .description(text("help.flow"))
  .helpCommand(false);

flow
  .command("check")
  .argument("[folder]", text("help.folder"))
  .usage("[folder]")
  .description(text("help.flow-check"))
  .action(async (folder: string | undefined) => {
    const { flowCheck } = await import("./cli/flow-check.ts");
    const options: CheckOptions = { folder: folder ?? projectFolder, now: new Date() };
    process.exitCode = flowCheck(options, terminal);
  });

flow
  .command("draw")
  .addOption(
    new Option("--format <format>", text("help.format")).choices(["svg", "mermaid"]).default("svg"),
  )
  .option("--out <file>", text("help.out"))
  .usage("[--format svg|mermaid] [--out FILE]")
  .description(text("help.flow-draw"))
  .action(async (options: DrawOptions) => {
    const { flowDraw } = await import("./cli/flow-draw.ts");
    const onScreen = process.stdout.isTTY && options.out === undefined;
    process.exitCode = await flowDraw({ ...options, onScreen }, terminal);
  });

flow
  .command("preview")
  .argument("[name]", text("help.preview-name"))
  .addOption(
    new Option("--channel <channel>", text("help.preview-channel")).choices(
      Object.keys(capabilitiesOf),
    ),
  )
  .addOption(new Option("--language <language>", text("help.preview-language")).choices(languages))
  .option("--trial", text("help.preview-trial"))
  .usage("[NAME] [--channel CHANNEL] [--language id|en] [--trial]")
  .description(text("help.flow-preview"))
  .action(async (name: string | undefined, options: Omit<PreviewOptions, "now">) => {
    const { flowPreview } = await import("./cli/flow-preview.ts");
    const { onPages } = await import("./cli/pages.ts");
    const onScreen = process.stdout.isTTY;
    process.exitCode = onPages(terminal, onScreen, (paged) =>
      flowPreview(name, { ...options, onScreen, now: new Date() }, paged),
    );
  });

flow
  .command("questions")
  .usage(" ")
  .description(text("help.flow-questions", { days: usualDays }))
  .action(async () => {
    const { flowQuestions } = await import("./cli/flow-questions.ts");
    process.exitCode = await flowQuestions(new Date(), terminal);
  });

program
  .command("chat")
  .option("--as <name>", text("help.as"), userInfo().username)
  .usage("[--as NAME]")
  .description(text("help.chat"))
  .action(async ({ as }: { readonly as: string }) => {
    const { chat } = await import("./cli/chat.ts");
    const { stdin: input, stdout: output } = process;
    process.exitCode = await chat({ as, input, output }, terminal);
  });

program
  .command("whatsapp")
  .addArgument(
    new Argument("<on|off|status>", text("help.whatsapp-to")).choices(["on", "off", "status"]),
  )
  .usage("on | off | status")
  .description(text("help.whatsapp"))
  .action(async (to: "on" | "off" | "status") => {
    const { whatsapp } = await import("./cli/whatsapp.ts");
    process.exitCode = whatsapp(to, new Date(), terminal);
  });

program
  .command("backup")
  .usage(" ")
  .description(text("help.backup"))
  .action(async () => {
    const { backup } = await import("./cli/backup.ts");
    process.exitCode = await backup(terminal);
  });

program
  .command("restore")
  .argument("<file>", text("help.backup-file"))
  .usage("FILE")
  .description(text("help.restore"))
  .action(async (file: string) => {
    const { restore } = await import("./cli/restore.ts");
    process.exitCode = await restore(file, terminal);
  });

program
  .command("key")
  .usage("rotate")
  .description(text("help.key"))
  .helpCommand(false)
  .command("rotate")
  .option("--to <file>", text("help.key-to"))
  .usage("[--to FILE]")
  .description(text("help.key-rotate"))
  .action(async ({ to }: RotateOptions) => {
    const { keyRotate } = await import("./cli/key.ts");
    process.exitCode = await keyRotate(to === undefined ? {} : { to: resolve(to) }, terminal);
  });

program
  .command("doctor")
  .usage(" ")
  .description(text("help.doctor"))
  .action(async () => {
    const { doctor } = await import("./cli/doctor.ts");
    process.exitCode = await doctor(new Date(), terminal);
  });

addStaffCommands(program, text, terminal);

const token = program
  .command("token")
  .usage("add | list | revoke")
  .description(text("help.token"))
  .helpCommand(false);

token
  .command("add")
  .requiredOption("--name <name>", text("help.token-name"))
  .requiredOption("--scope <scopes>", text("help.token-scope", { scopes: scopes.join(", ") }))
  .option("--days <days>", text("help.token-days", { most: mostDays }), "90")
  .usage("--name NAME --scope submissions:read,… [--days N]")
  .description(text("help.token-add"))
  .action(async (options: AddOptions) => {
    const { tokenAdd } = await import("./cli/token.ts");
    process.exitCode = await tokenAdd(options, terminal);
  });

token
  .command("list")
  .usage(" ")
  .description(text("help.token-list"))
  .action(async () => {
    const { tokenList } = await import("./cli/token.ts");
    process.exitCode = await tokenList(terminal);
  });

token
  .command("revoke")
  .argument("<id>", text("help.token-id"))
  .usage("ID")
  .description(text("help.token-revoke"))
  .action(async (id: string) => {
    const { tokenRevoke } = await import("./cli/token.ts");
    process.exitCode = await tokenRevoke(id, terminal);
  });

program
  .command("audit")
  .usage("verify")
  .description(text("help.audit"))
  .helpCommand(false)
  .command("verify")
  .option("--through <end>", text("help.audit-through"))
  .usage("[--through ROWS:HASH]")
  .description(text("help.audit-verify"))
  .action(async (options: VerifyOptions) => {
    const { auditVerify } = await import("./cli/audit.ts");
    process.exitCode = await auditVerify(options, terminal);
  });

// Further commands stand here, one block each: staff, demo.

// Whoever reads with `head` has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? 0);
});
await program
  .parseAsync(argumentsOf(process.argv.slice(2)), { from: "user" })
  .catch((error: unknown) => {
    terminal.complain(text("command-failed", { why: explain(error, wording) }));
    process.exitCode = 1;
  });
