/** The read-back before handing in: numbered, so that a wrong line can be named by its number. */
import { maskPhone } from "../enrolment/phone.ts";
import type { Values } from "./answers/kind.ts";
import { cardBirthDate } from "./card-date.ts";
import { type Here, printed, sharedValues } from "./here.ts";

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
export function datumOfNumber(number: number): string | undefined {
  const datum = summaryData[number - 1];
  return datum === "sex" ? "nik" : datum;
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
  const values = summaryValues(here);
  const { wording } = here.tongue;
  const lines = summaryData
    .filter((datum) => values[datum] !== "")
    .map((datum) => wording.text(`conversation.kept.${datum}`, { value: String(values[datum]) }));
  return lines;
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
          : maskPhone(phone),
    occupation: show("occupation"),
    income: show("income"),
    village: show("village"),
    address: show("address"),
    programs: show("programs"),
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
