/** Words of a topic may be an answer: where they are one, nothing is explained and the talk goes on. */
import { expect, test } from "vitest";
import { hereOf } from "../../../src/conversation/here.ts";
import { newSession } from "../../../src/conversation/session.ts";
import { momentAt, start, talk } from "../talk.ts";

const { moment, tongue, values } = hereOf(newSession(start), momentAt(start));
const explanations = moment.material.topics.flatMap(({ name }) =>
  tongue.wording.bubbles(`explain.${name}`, values).slice(0, 1),
);

test.each([
  ["segment", "punya karyawan", "birth_date"],
  ["segment", "ado anak buah duo", "birth_date"],
  ["segment", "buruh bangunan", "construction_work"],
  ["segment", "tukang bangunan", "construction_work"],
  ["segment", "kerja di pabrik", "wage_work"],
  ["segment", "pernah daftar", "registered_doubt"],
  ["occupation", "tukang bangunan bae", "income"],
  ["occupation", "sopir travel", "income"],
  ["occupation", "perangkat desa", "income"],
  ["income", "gaji 2 juta sebulan", "programs"],
  ["programs", "tambah tabungan", "period"],
  ["period", "bayar 3 bulan", "village"],
  ["period", "bayar 3 bulan sekaligus", "village"],
  ["period", "setahun langsung", "village"],
  ["period", "tiap bulan", "village"],
  ["address", "depan kantor desa", "phone"],
  ["address", "sebelah kantor bpjs", "phone"],
  ["address", "di puskesmas", "phone"],
  ["phone", "dak punyo hp", "nik"],
])("at %s: %s", (at, text, next) => {
  const here = talk(at);
  here.say(text);
  expect(explanations.filter((text) => here.said().includes(text))).toEqual([]);
  expect(here.asked()).toBe(next);
});

test.each([
  ["income", "ubah alamat", "belum ditanyakan"],
  ["confirm", "ganti nomor hp", "Nomor HP"],
  ["income", "daftarkan orang lain", "untuk orang lain"],
  ["nik", "dak punyo ktp", "NIK"],
])("at %s, what is to be done is done: %s", (at, text, said) => {
  const here = talk(at);
  here.say(text);
  expect(explanations.filter((text) => here.said().includes(text))).toEqual([]);
  expect(here.said()).toContain(said);
});
