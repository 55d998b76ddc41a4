/** What the reader understands whole, and what says nothing else by its shape, is taken as the reader reads it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer } from "../../../src/conversation/asking/reading.ts";
import { hereOf, nextStep } from "../../../src/conversation/here.ts";
import { severalIn } from "../../../src/conversation/told/message.ts";
import { anyText } from "../../readings.ts";
import { momentAt, start, talk } from "../talk.ts";

const answers: Readonly<Record<string, readonly string[]>> = {
  birth_date: ["5 Maret 1980", "lahir di plaju 5-3-80", "lima maret delapan puluh", "tahun 1980"],
  occupation: ["nyadap karet", "jual nasi, gorengan", "tukang ojek dan kuli", "guru ngaji, TPA"],
  income: ["2 juta", "1,5 juta, bersih", "sebulan 3 juta", "2 juta dan kadang kurang"],
  village: ["Talang Putri, Plaju", "sungai rengit, talang kelapa", "di jambi"],
  address: ["Dusun 2, RT 3", "Jalan Melati, samping tukang jahit", "lorong 5 maret, depan pasar"],
  phone: ["0812 3456 7890", "hp: 0812-3456-7890, wa"],
  nik: ["1699 0145 0380 0001", "nik 1699014503800001"],
  name: ["Siti Aminah", "nama saya wayan", "Ir. H. Budi, S.T."],
};
const around: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => `${text} pak`,
  (text) => `${text}.`,
  (text) => ` ${text.replace(", ", "\n")} `,
];

const known = new Map(
  Object.keys(answers).map((datum) => {
    const here = hereOf(talk(datum).session(), momentAt(start));
    return [datum, { here, step: nextStep(here) }] as const;
  }),
);

test.each(Object.entries(answers))("%s", (datum, texts) => {
  const at = known.get(datum);
  if (at?.step?.type !== "ask") throw new Error(`no question for ${datum}`);
  for (const text of texts.flatMap((one) => around.map((with_) => with_(one)))) {
    const reading = readAnswer(at.here, at.step, text);
    const here = talk(datum);
    here.say(text);
    expect(here.session().told).toBeUndefined();
    if (reading.kind === "understood") {
      expect(here.session().answers[datum]?.value).toEqual(reading.value);
    }
  }
});

test("whatever is said, what is kept is a part of it, and nothing that is asked now", () => {
  const anyAnswer = fc.constantFrom(...Object.values(answers).flat());
  const message = fc
    .array(fc.oneof(anyAnswer, anyText), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(", "));
  fc.assert(
    fc.property(fc.constantFrom(...known.keys()), message, (datum, text) => {
      const at = known.get(datum);
      if (at?.step?.type !== "ask") return;
      const several = severalIn(at.here, at.step, text);
      for (const claim of several?.claims ?? []) {
        expect(claim.datum).not.toBe(datum);
        expect(at.here.known(claim.datum)).toBeUndefined();
        expect(claim.text.length).toBeLessThanOrEqual(text.length + 20);
      }
    }),
    { numRuns: 150 },
  );
});
