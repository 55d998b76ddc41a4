/** The read-back before handing in: numbered, so that a wrong line can be named by its number. */
import type { Values } from "./answers/kind.ts";
import { plain } from "./answers/plain.ts";
import { cardBirthDate } from "./card-date.ts";
import { answeredSteps, type Here, printed, sharedValues } from "./here.ts";

/** The data of the read-back in the order of their numbers: number 1 is the first. */
export const summaryData = [
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

/** What a number of the read-back asks again: sex is written in the NIK. */
function datumOfNumber(number: number): string | undefined {
  const datum = summaryData[number - 1];
  return datum === "sex" ? "nik" : datum;
}

/** The datum of the line that a text names: "9", "nomor 9", "alamat". Only what was answered. */
export function lineIn(here: Here, heard: string): string | undefined {
  const number = /^\D{0,8}(\d{1,2})\D*$/.exec(heard.normalize("NFKC"))?.[1];
  const said = plain(heard);
  const named = Object.entries(here.tongue.dataNames).find(([, names]) =>
    names.some((name) => plain(name) === said),
  );
  const datum = number === undefined ? named?.[0] : datumOfNumber(Number(number));
  return answeredSteps(here).find((step) => step.datum === datum)?.datum ?? payingOf(here, datum);
}

/** Who pays is answered by the choice of months too: the line of the payment asks that again. */
function payingOf(here: Here, datum: string | undefined): string | undefined {
  return datum === "period" && here.known("payer") !== undefined ? "period" : undefined;
}

/** The bubbles of the read-back. NIK and phone are masked: the phone may lie on a table. */
export function summary(here: Here): readonly string[] {
  return here.tongue.wording.bubbles("conversation.summary", {
    ...sharedValues(here),
    ...summaryValues(here),
  });
}

/** What is kept so far, one line per answered datum; for "data saya". */
export function kept(here: Here): readonly string[] {
  const values: Values = { ...summaryValues(here), ...keptBesides(here) };
  return Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([datum, value]) => here.tongue.wording.text(`conversation.kept.${datum}`, { value }));
}

/** What is kept and not read back: it is told all the same. */
function keptBesides(here: Here): Values {
  const { wording } = here.tongue;
  const consent = here.known("consent");
  const segment = here.known("segment");
  return {
    segment: segment === undefined ? "" : wording.text(`choices.segment.${segment}`),
    consent: consent === undefined ? "" : wording.text(`choices.agreement.${consent}`),
  };
}

function summaryValues(here: Here): Values {
  const { wording } = here.tongue;
  const show = (datum: string): string => {
    const value = here.known(datum);
    return value === undefined ? "" : printed(here, datum, value);
  };
  const phone = here.known("phone");
  const payer = here.known("payer");
  return {
    name: show("name"),
    sex: here.known("sex") === undefined ? "" : wording.text(`choices.sex.${here.known("sex")}`),
    birth_date: cardDate(here),
    nik: show("nik"),
    phone:
      typeof phone !== "string"
        ? ""
        : phone === "none"
          ? wording.text("choices.phone.none")
          : wording.text("conversation.phone-ending", { ending: phone.slice(-4) }),
    occupation: show("occupation"),
    income: show("income"),
    village: show("village"),
    address: show("address"),
    programs: here.known("programs") === undefined ? "" : wording.text(`choices.programs-read.${here.known("programs")}`),
    period:
      payer === undefined
        ? ""
        : wording.text(`choices.paying.${here.known("period") ?? payer}`),
  };
}

/** The birth date as the card has it, as far as known. */
function cardDate(here: Here): string {
  const birth = cardBirthDate(here.known, here.moment.today);
  return birth === undefined ? "" : printed(here, "birth_date", birth);
}
