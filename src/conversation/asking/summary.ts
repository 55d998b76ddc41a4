/** The read-back before handing in: numbered, so that a wrong line can be named by its number. */
import type { Value } from "../answers/kind.ts";
import { cardBirthDate } from "../flow/card-date.ts";
import { type Here, printed } from "../here.ts";
import { toldLines } from "../told/waiting.ts";

/** The data of the read-back in the order of their numbers: number 1 is the first. */
const summaryData = [
  "name",
  "sex",
  "birth_date",
  "nik",
  "phone",
  "occupation",
  "income",
  "village",
  "address",
  "programs",
  "period",
] as const;

/** The datum of a line by its number from 1. Sex is written in the NIK: that is asked again. */
export function datumOfLine(number: number): string | undefined {
  const datum = summaryData[number - 1];
  return datum === "sex" ? "nik" : datum;
}

/** The bubbles of the read-back. NIK and phone are masked: the phone may lie on a table. */
export function summary(here: Here): readonly string[] {
  return here.tongue.wording.bubbles("conversation.summary", (name) => read(here, name));
}

/** What is kept so far, one line per datum; for "data saya". */
export function kept(here: Here): readonly string[] {
  const lines = [...summaryData, ...keptBesides].flatMap((datum) => lineOf(here, datum) ?? []);
  return [...lines, ...toldLines(here)];
}

/** The lines that are known so far, each with its number in the read-back. */
export function numbered(here: Here): readonly string[] {
  return summaryData.flatMap((datum, index) => {
    const line = lineOf(here, datum);
    return line === undefined ? [] : [`${index + 1} ${line}`];
  });
}

/** "Lahir: 5 Maret 1980"; undefined where the datum is not known. */
export function lineOf(here: Here, datum: string): string | undefined {
  const value = shown(here, datum);
  return value && here.tongue.wording.text(`conversation.kept.${datum}`, { value });
}

/** What is kept and has no line of its own in the read-back. */
const keptBesides = ["trade_place", "ktp_address", "segment", "consent"];

/** A line of the read-back, or any other variable of its texts. */
function read(here: Here, name: string): string | number | undefined {
  if (name === "has_ktp_address") return here.known("ktp_address") === undefined ? "no" : "yes";
  return isRead(name) ? (shown(here, name) ?? "") : here.values(name);
}

function isRead(name: string): boolean {
  return name === "ktp_address" || summaryData.some((datum) => datum === name);
}

/** A datum as the person is shown it, or undefined where it is not known. */
function shown(here: Here, datum: string): string | undefined {
  const value =
    datum === "birth_date" ? cardBirthDate(here.known, here.moment.today) : here.known(datum);
  const payer = payerOf(here);
  const { wording } = here.tongue;
  if (datum === "period" && payer !== undefined)
    return wording.text(`choices.paying.${value ?? payer}`);
  if (value === undefined) return undefined;
  switch (datum) {
    case "phone":
      return value === "none"
        ? wording.text("choices.phone.none")
        : wording.text("conversation.phone-ending", { ending: String(value).slice(-4) });
    case "sex":
      return wording.text(`choices.sex.${value}`);
    case "segment":
      return wayOfWorking(here);
    case "consent":
      return wording.text(`choices.agreement.${value}`);
    case "programs":
      return wording.text(`choices.programs-read.${value}`);
    default:
      return printed(here, datum, value);
  }
}

/** Who pays: where it is not the person, who else, as far as they said. Being proposed is only asked for. */
function payerOf({ known }: Here): Value | undefined {
  if (known("cannot_pay") === "propose") return "propose";
  return known("sponsor") ?? known("payer");
}

/** Question 2 and its parts: "Digaji orang/perusahaan, Kerja di rumah orang". */
function wayOfWorking({ known, tongue }: Here): string {
  const parts = ["segment", "wage_work", "construction_work", "other_work"];
  return parts
    .flatMap((datum) => {
      const value = known(datum);
      return value === undefined ? [] : [tongue.wording.text(`choices.${datum}.${value}`)];
    })
    .join(", ");
}
