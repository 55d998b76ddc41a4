/** "Sampai mana?" */
import { expect, test } from "vitest";
import { submissionStates } from "../../src/enrolment/submission.ts";
import { start, talk } from "./talk.ts";

const submitted = (state: string) => ({ number: "LD-5FR3-CT", state, receivedAt: start });

test.each([
  ["nothing begun", undefined, "Belum ada pendaftaran"],
  ["in the middle", "income", "sampai pertanyaan 5 dari 13, belum dikirim"],
  ["under the read-back", "confirm", "sampai pertanyaan 13 dari 13, belum dikirim"],
])("%s", (_where, upTo, said) => {
  const here = talk(upTo);
  here.say("sampai mana");
  expect(here.said()).toContain(said);
});

test("while it rests", () => {
  const here = talk("income");
  here.say("nanti", "sampai mana");
  expect(here.said()).toContain("sampai pertanyaan 5 dari 13");
});

test("under an end: the question that led there", () => {
  const here = talk("consent");
  here.say("tidak", "sampai mana");
  expect(here.said()).toContain("sampai pertanyaan 1 dari 13");
  here.say("lanjut");
  expect(here.asked()).toBe("consent");
});

test.each(submissionStates)("handed in, %s: something true is said", (state) => {
  const here = talk("confirm", { submissions: [submitted(state)] });
  here.say("benar", "sampai mana");
  expect(here.said()).toContain("omor LD-5FR3-CT");
  expect(here.said()).not.toMatch(/terdaftar|disetujui|aktif/);
});

const promised = { submissions: [submitted("awaiting-review")], reviewDays: 3 };

test("what staff promised is said with its day", () => {
  const here = talk("confirm", { ...promised, trial: false });
  here.say("benar");
  // Three days on is a Saturday.
  expect(here.said()).toContain("petugas periksa paling lambat 30 November 2026");
  here.say("sampai mana");
  expect(here.said()).toContain("petugas periksa paling lambat 30 November 2026");
});

test.each([
  ["on handing in", ["benar"]],
  ["asked how far it is", ["benar", "sampai mana"]],
  ["asked for a correction", ["benar", "ubah alamat"]],
  ["asked for staff", ["benar", "petugas"]],
])("in a trial nobody is promised to look: %s", (_why, heard) => {
  const here = talk("confirm", promised);
  here.say(...heard);
  expect(here.said()).toContain("percobaan");
  expect(here.said()).not.toMatch(/petugas periksa|menunggu|ketik PETUGAS/);
});

test.each([
  ["on the last day it is still the day that was promised", 5, "paling lambat 30 November 2026"],
  ["past it, the person is told so", 6, "lewat dari janji"],
])("what staff promised does not move on: %s", (_why, days, said) => {
  const here = talk("confirm", { ...promised, trial: false });
  here.say("benar");
  here.pass(days * 24);
  here.say("sampai mana");
  expect(here.said()).toContain(said);
});

test.each([
  ["before it has begun", undefined, "unknown" as const, "Nomor itu tidak kami temukan", undefined],
  ["in the middle, of somebody", "income", submitted("received"), "Data nomor LD-5FR3-CT", "go-on"],
])("a number, %s", (_where, upTo, lookedUp, said, aside) => {
  const here = talk(upTo);
  here.lookUp(lookedUp);
  here.say("LD-5FR3-CT");
  expect(here.said()).toContain(said);
  expect(here.session().aside?.kind).toBe(aside);
});
