/** The sentences of the command line, read alone: they are needed also where the rest of the content is broken. */
import { type Language, type Wording, wordingOf } from "../conversation/wording/wording.ts";
import { printFault } from "./reading/fault.ts";
import { openFiles } from "./reading/files.ts";
import { textsIn } from "./reading/texts.ts";

/** Indonesian, unless the terminal speaks English; `locale` is the value of LANG, e.g. `en_GB.UTF-8`. */
export function languageOfOperator(locale: string | undefined): Language {
  return locale?.startsWith("en") === true ? "en" : "id";
}

/** What is wrong with the settings, a line each: the name, never the value, which may be a secret. */
export function printSettingFaults(
  faults: readonly { readonly name: string; readonly why: string; readonly values?: Values }[],
  wording: Wording,
): string {
  return faults
    .map(({ name, why, values }) => `  ${name}: ${wording.text(`operator.setting.${why}`, values)}`)
    .join("\n");
}

type Values = Readonly<Record<string, string | number>>;

/** Texts `operator.…` of one language. Throws when the file is missing or broken: there is nothing else to say. */
export function operatorWording(folder: string, language: Language): Wording {
  const files = openFiles(folder);
  const source = files.source(`locales/${language}/operator.yaml`);
  const read = source === undefined ? undefined : textsIn("operator", source);
  const faults = [...files.faults(), ...(read?.faults ?? [])];
  if (faults.length > 0) throw new Error(faults.map(printFault).join("\n"));
  const texts = Object.fromEntries(
    [...(read?.texts ?? [])].map(([key, { bubbles }]) => [key, bubbles]),
  );
  return wordingOf(language, texts);
}
