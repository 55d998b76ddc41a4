/** What is wrong with a call, as the command line's package finds it, in the operator's language. */

type Text = (key: string, values?: Readonly<Record<string, string>>) => string;

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
