/** What stands in the variables of a text that is looked at by its key: as it would be said to the sample applicant. */
import { printed } from "../../conversation/here.ts";
import { monthOf, todayIn } from "../../enrolment/calendar.ts";
import { rupiah } from "../../enrolment/money.ts";
import { hereAt, type Sample } from "./samples.ts";

/** By name; undefined for what only the code that says the text could give. */
export function exampleValues(sample: Sample): (name: string) => string | undefined {
  const { flow, tongues, reasons, rules } = sample.content.material;
  const last = flow.steps.findLast(({ type }) => type === "ask");
  const here = last && hereAt(last, sample);
  const read = (datum: string) => {
    const value = here?.known(datum);
    return here === undefined || value === undefined ? undefined : printed(here, datum, value);
  };
  const { wording } = tongues[sample.language];
  const [about = "", [code = ""] = []] = Object.entries(reasons.return)[0] ?? [];
  const text = (key: string, values = {}) =>
    wording.has(key) ? wording.text(key, values) : undefined;
  const law = rules.contributions.find(({ law }) => law !== undefined)?.law;
  const own: Readonly<Record<string, string | undefined>> = {
    ...examples(sample),
    ...{ guess: read("occupation"), said: read("occupation"), place: read("village") },
    ...{ label: text("calculator.label.two"), law, cut_law: law },
    ...{ told: text("calculator.told.monthly", { monthly: rupiah(1_500_000) }) },
    ...{
      old: read("address"),
      ktp_address: read("address"),
      value: read("address"),
      answer: read("address"),
    },
    ...{ datum: text(`reasons.${about}.name`), reason: text(`reasons.${about}.${code}`) },
  };
  return (name) => {
    const shared = own[name] ?? (flow.data.has(name) ? read(name) : undefined);
    const found = shared ?? here?.values(name === "whose" ? "you" : name);
    return found === undefined ? undefined : String(found);
  };
}

/** Amounts, days, numbers and places: those of the conversations in the texts themselves. */
function examples({
  content,
  language,
  now,
}: Sample): Readonly<Record<string, string | undefined>> {
  const { wording } = content.material.tongues[language];
  const today = todayIn(now.toISOString());
  const [regency] = content.places.regencies;
  const [district] = content.places.districtsOf(regency?.code ?? "");
  const alike = (names: string, value: string) =>
    Object.fromEntries(names.split(" ").map((name) => [name, value]));
  return {
    ...alike("monthly", rupiah(1_500_000)),
    ...alike("daily amount", rupiah(60_000)),
    ...alike("two sum_cut", rupiah(16_800)),
    ...alike("three sum", rupiah(36_800)),
    ...alike("date received since", wording.date(today)),
    ...alike("until from later month", wording.month(monthOf(today))),
    ...{ at: "5", count: "2", "#": "2", days: "25", age: "46", ending: "0001" },
    ...{ number: "LD-7K3M-92", letters: "O", district: district?.name, regency: regency?.name },
  };
}
