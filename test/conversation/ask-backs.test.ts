/** A question that was put back takes a yes and a no, whatever it is about, and not only its buttons. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

const twoNumbers = "0812 3456 7890 atau 0813 3456 7890";

/** Where, what is said, what is asked then, and what must be heard. */
const cases: readonly (readonly [string, string, readonly string[], string, string])[] = [
  ["a place: yes", "village", ["sungai rengat", "ya"], "address", "9 dari 13"],
  ["a place: iyo", "village", ["sungai rengat", "iyo"], "address", "9 dari 13"],
  ["a place: a thumb", "village", ["sungai rengat", "👍"], "address", "9 dari 13"],
  ["a place: no", "village", ["sungai rengat", "bukan"], "village", "8 dari 13"],
  ["a place: salah is a no", "village", ["sungai rengat", "salah"], "village", "8 dari 13"],
  ["a place: keliru is a no", "village", ["sungai rengat", "keliru"], "village", "8 dari 13"],
  ["a place: a button all the same", "village", ["sungai rengat", "1"], "address", "9 dari 13"],
  ["two numbers: yes to which?", "phone", [twoNumbers, "ya"], "phone", "yang mana?"],
  ["two numbers: no", "phone", [twoNumbers, "tidak"], "phone", "10 dari 13"],
  ["an income: yes", "income", ["50 ribu sehari", "benar"], "programs", "6 dari 13"],
  ["an income: no", "income", ["50 ribu sehari", "idak"], "income", "5 dari 13"],
  ["an income: salah", "income", ["50 ribu sehari", "salah"], "income", "5 dari 13"],
  ["an income by day or month: yes to which?", "income", ["500", "ya"], "income", "yang mana?"],
  ["an income by day or month: one word", "income", ["500", "bulan"], "programs", "Rp500.000"],
  ["an income by day or month: softened", "income", ["50 ribu", "hari bae"], "income", "25 hari"],
  ["an income by day or month: a tap", "income", ["500", "[month]"], "programs", "Rp500.000"],
  ["a village and its district", "village", ["Kertapati", "yang kelurahan"], "address", "9 dari"],
  ["its district instead", "village", ["Kertapati", "kecamatan"], "village", "Di Kertapati"],
  ["a job: yes", "occupation", ["pawang hujan", "betul"], "ecosystem", "4 dari 13"],
  ["a job: no", "occupation", ["pawang hujan", "bukan"], "occupation", "4 dari 13"],
  [
    "a correction, spelled out, is none of a way",
    "village",
    ["sungai rengat", "ubah penghasilan"],
    "income",
    "Tadi tertulis",
  ],
];

test.each(cases)("%s", (_why, upTo, heard, asked, said) => {
  const here = talk(upTo);
  here.say(...heard);
  expect(here.asked()).toBe(asked);
  expect(here.said()).toContain(said);
});

test("after a yes to several, one of them is taken", () => {
  const here = talk("phone");
  here.say(twoNumbers, "ya", "2");
  expect(here.asked()).toBe("nik");
  expect(here.session().answers["phone"]?.value).toBe("+6281334567890");
});
