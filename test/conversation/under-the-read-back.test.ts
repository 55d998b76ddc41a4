/** What people say under the read-back: only a plain yes hands in, and what is wrong is put right however it is said. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

test.each(["ya", "benar", "betul", "iyo", "oke", "sip", "sudah benar", "kirim"])(
  "%s hands in",
  (text) => {
    const here = talk("confirm");
    here.say(text);
    expect(here.session().phase).toBe("submitted");
  },
);

const goingOn = [
  ...["lanjut", "mau lanjut", "saya mau lanjut", "iyo lanjut", "mantap", "boleh", "siap", "gas"],
  ...["gasss", "lanjutt"],
];

test.each(goingOn)("%s asks first", (text) => {
  const here = talk("confirm");
  here.say(text);
  expect(here.said()).toContain("Dikirim sekarang?");
  expect(here.session().phase).toBe("enrolling");
});

test("lanjut twice does not hand in", () => {
  const here = talk("confirm");
  here.say("lanjut", "lanjut");
  expect(here.said()).toContain("Dikirim sekarang?");
  expect(here.session().phase).toBe("enrolling");
});

test.each([
  ["a yes hands in", "ya", "submitted", "Datanya sudah masuk"],
  ["the button hands in", "[send]", "submitted", "Datanya sudah masuk"],
  ["a no reads it all again", "tidak", "enrolling", "Saya bacakan ulang"],
  ["the other button reads it all again", "[look]", "enrolling", "Saya bacakan ulang"],
  ["the name of a line opens it", "alamat", "enrolling", "Jalan atau dusunnya"],
])("sent now? %s", (_why, text, phase, said) => {
  const here = talk("confirm");
  here.say("lanjut", text);
  expect(here.session().phase).toBe(phase);
  expect(here.said()).toContain(said);
});

test.each(["ok kirim besok", "jangan kirim dulu", "nanti saja kirimnya", "besok"])(
  "%s: it is kept for later",
  (text) => {
    const here = talk("confirm");
    here.say(text);
    expect(here.session().phase).toBe("paused");
  },
);

/** What is said, and the line that is asked again or the value that is taken. */
const corrections: readonly (readonly [string, string, string | undefined, string])[] = [
  ["salah alamatnyo, harusnyo dusun 3 rt 04", "address", "dusun 3 rt 04", "Saya bacakan ulang"],
  ["iyo tapi hpnyo salah", "phone", undefined, "Tadi tertulis"],
  ["namo salah", "name", undefined, "Tadi tertulis: Siti Aminah"],
  ["benar semua kecuali nama", "name", undefined, "Tadi tertulis: Siti Aminah"],
  ["namonyo Siti Rahma bukan Siti", "name", "Siti Rahma", "Saya bacakan ulang"],
  ["ganti no 5 jadi 0813 3456 7890", "phone", "+6281334567890", "Saya bacakan ulang"],
  ["nomor 9 salah", "address", undefined, "Tadi tertulis"],
  ["alamatnya salah, bukan di situ, desa pulau harapan", "village", undefined, "Pulau Harapan"],
  ["alamat dusun 4, desa lama", "address", "dusun 4, desa lama", "Saya bacakan ulang"],
];

test.each(corrections)("%s", (text, datum, value, said) => {
  const here = talk("confirm");
  here.say(text);
  expect(here.said()).toContain(said);
  if (value === undefined) expect(here.session().answers["confirm"]).toBeUndefined();
  else expect(here.session().answers[datum]?.value).toBe(value);
  if (said.startsWith("Tadi")) expect(here.asked()).toBe(datum);
});

test("the second time it is not understood, the numbers of the lines are told, not of the buttons", () => {
  const here = talk("confirm");
  here.say("hmm", "hmm hmm");
  expect(here.said()).toContain("nomor barisnya, misalnya 9");
  expect(here.said()).not.toContain("misalnya 1.");
});

const young = "Lahir 5 Maret 2012, jadi umurnya belum 18 tahun. Betul?";

test.each([
  ["a yes destroys what was answered", ["ya"], "jadi jawaban tadi kami hapus", 0],
  ["a no asks again", ["tidak"], "Kapan tanggal lahir", 2],
  ["the button asks again", ["[again]"], "Kapan tanggal lahir", 2],
  ["another date is taken", ["5 maret 1980"], "Pekerjaan sehari-harinya", 3],
  ["a yes to another question is none to this", ["[yes]"], "sudah dijawab", 2],
])("a year that would end all: %s", (_why, heard, said, answers) => {
  const here = talk("birth_date");
  here.say("5 maret 2012");
  expect(here.said()).toBe(young);
  here.say(...heard);
  expect(here.said()).toContain(said);
  expect(Object.keys(here.session().answers)).toHaveLength(answers);
});

test("in a correction, a no lets the former date stand", () => {
  const here = talk("confirm");
  here.say("tanggal lahir salah", "2020", "tidak");
  expect(here.session().answers["birth_date"]?.value).toBe("1980-03-05");
  expect(here.said()).toContain("tetap seperti tadi");
  expect(here.said()).toContain("Saya bacakan ulang");
});
