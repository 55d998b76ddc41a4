/** How a command is used and what is wrong with a call, as the command line's package has it, in the operator's language. */
import type { HelpConfiguration } from "commander";

type Text = (key: string, values?: Readonly<Record<string, string>>) => string;

/** The package's help without its own words. */
export function helpIn(text: Text): HelpConfiguration {
  return {
    styleTitle: (title) => text(`help.title.${title.replace(":", "").toLowerCase()}`),
    optionDescription: ({ description, defaultValue }) =>
      defaultValue === undefined
        ? description
        : `${description} (${text("help.default", { value: String(defaultValue) })})`,
    // What may be given stands in the description.
    argumentDescription: ({ description }) => description,
    subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim(),
  };
}

/** The package's own words where it has new ones. */
export function usageFault(fault: string, text: Text): string {
  const meant = /Did you mean (?:one of )?(.*)\?\)/.exec(fault)?.[1] ?? "";
  for (const [key, pattern] of patterns) {
    const found = pattern.exec(fault);
    if (found === null) continue;
    const [, name = "", allowed = ""] = found;
    return text(key, { name, allowed, meant, near: meant === "" ? "no" : "yes" });
  }
  return fault.trim();
}

const patterns: readonly (readonly [string, RegExp])[] = [
  ["unknown-command", /unknown command '(.*)'/],
  ["usage.unknown-option", /unknown option '(.*)'/],
  ["usage.no-option", /required option '(.*)' not specified/],
  ["usage.no-value", /option '(.*)' argument missing/],
  ["usage.no-argument", /missing required argument '(.*)'/],
  ["usage.too-many", /too many arguments.*got \d+: (.*)\./],
  [
    "usage.not-allowed-word",
    /argument value '(.*)' is invalid for argument .*Allowed choices are (.*)\./,
  ],
  ["usage.not-allowed", /option '(.*?)' argument '.*' is invalid\. Allowed choices are (.*)\./],
];

/** `help token add` is `token add --help`. */
export function argumentsOf(given: readonly string[]): readonly string[] {
  const [first, ...rest] = given;
  return first === "help" && rest.length > 1 ? [...rest, "--help"] : given;
}
