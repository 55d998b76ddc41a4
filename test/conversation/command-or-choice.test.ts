/** A command that is said whole is no choice, unless a button is called just so. */
import { expect, test } from "vitest";
import { isSurelyNamed, readAnswer } from "../../src/conversation/asking/reading.ts";
import { carryOut } from "../../src/conversation/besides/deeds.ts";
import { hereOf, kindOf, optionsOf, pendingStep } from "../../src/conversation/here.ts";
import { hearText } from "../../src/conversation/texts.ts";
import { languages } from "../../src/conversation/wording/wording.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start } from "./talk.ts";
import { questions, reached } from "./ways.ts";

const { tongues } = realMaterial();

/** What people may say to a button, which is a command elsewhere: the lists of choices have it whole. */
const calledJustSo: Readonly<Record<string, readonly string[]>> = {
  "wage_work en": ["staff", "ask staff"],
  "construction_work en": ["staff", "ask staff"],
  "registered_doubt id": ["lanjut", "selesai"],
  "registered_doubt en": ["staff", "ask staff", "finish"],
  "other_work en": ["staff", "ask staff"],
  "civil_work en": ["staff", "ask staff"],
  "village_post id": ["lanjut"],
  "village_post en": ["not sure", "dont know", "staff", "ask staff", "go on"],
  "age_doubt id": [
    ...[
      "tidak jadi",
      "gak jadi",
      "dak jadi",
      "berhenti",
      "lanjut",
      "lanjutkan",
      "terus",
      "selesai",
    ],
  ],
  "age_doubt en": ["staff", "ask staff", "finish"],
  "programs id": ["bingung", "dak terti", "tidak mengerti", "gak ngerti"],
  "programs en": ["confused", "dont understand"],
  "sponsor en": ["not sure", "dont know"],
  "outside_work id": ["selesai"],
  "outside_work en": ["staff", "ask staff", "finish"],
  "cannot_pay id": ["ayo daftar", "berhenti", "lanjut", "lanjutkan", "terus", "selesai"],
  "cannot_pay en": [...["stop", "staff", "ask staff", "continue", "go on", "finish", "enough"]],
  "card_date id": ["bingung"],
  "confirm en": ["done"],
};

const places = questions.flatMap((datum) => {
  const { session } = reached(datum);
  return languages.flatMap((language) => {
    const here = hereOf({ ...session(), language }, momentAt(start));
    const isChoice = kindOf(here, datum) === "choice" || kindOf(here, datum) === "consent";
    return isChoice && optionsOf(here, datum).length > 0 ? [[datum, language, here] as const] : [];
  });
});

test.each(places)("at %s in %s", (datum, language, here) => {
  const step = pendingStep(here);
  if (step === undefined) throw new Error("a question waits");
  const taken = [...tongues[language].phrases.commands]
    .filter(([phrase]) => readAnswer(here, step, phrase).kind === "understood")
    .filter(([phrase, name]) => {
      const turn = hearText(here, phrase);
      // "Lanjut" under the read-back is asked first.
      if (turn.session.aside?.kind === "send") return false;
      return JSON.stringify(turn) !== JSON.stringify(carryOut({ name }, here));
    })
    .map(([phrase]) => phrase);
  expect(taken.filter((phrase) => !isSurelyNamed(here, step, phrase))).toEqual([]);
  expect(taken).toEqual(calledJustSo[`${datum} ${language}`] ?? []);
});

test.each([
  ["programs", "hapus data aku galo", "Jadi dihapus?"],
  ["programs", "tolong hapus semua data saya pak", "Jadi dihapus?"],
  ["village_post", "batal", "Jadi dibatalkan?"],
  ["segment", "orang lain", "orang lain"],
  ["confirm", "ganti", "Yang mana yang keliru?"],
  ["confirm", "ayo daftar", "Dikirim sekarang?"],
])("at %s: %s", (datum, text, said) => {
  const here = reached(datum);
  here.say(text);
  expect(here.said()).toContain(said);
});

test("where nothing is listed, nothing is called so", () => {
  const here = hereOf(reached("birth_date").session(), momentAt(start));
  const step = pendingStep(here);
  expect(step && isSurelyNamed(here, step, "lanjut")).toBe(false);
});
