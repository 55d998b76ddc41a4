/** What was told before its question waits in the session, and is asked in the question's place. */
import { describe, expect, test } from "vitest";
import { parseSession } from "../../../src/conversation/session.ts";
import { realMaterial } from "../../world.ts";
import { type Talk, talk } from "../talk.ts";
import { left } from "./outcome.ts";

/** Somebody who told how they work by what they do, at the question what they do. */
function rider(...said: readonly string[]): Talk {
  const here = talk("segment");
  here.say("tukang ojek", "5 Maret 1980", ...said);
  return here;
}

test("the work is confirmed in one tap", () => {
  const here = rider();
  expect(here.said()).toContain(
    '4 dari 13\nTadi ditulis "tukang ojek". Itu pekerjaan sehari-harinya?',
  );
  here.say("[as-told]");
  expect(here.session().answers["occupation"]).toMatchObject({
    value: { code: "motorcycle-taxi", said: "tukang ojek" },
    how: "tapped",
  });
  expect(here.session().told).toBeUndefined();
  expect(here.asked()).toBe("income");
});

describe("whatever is answered to it", () => {
  const ask = ["tukang ojek", "5 Maret 1980"];
  test.each([
    ["iyo", "occupation tukang ojek → income"],
    ["betul", "occupation tukang ojek → income"],
    ["bukan", "nothing → occupation"],
    ["salah", "nothing → occupation"],
    ["[not-so]", "nothing → occupation"],
    ["bukan, jual sayur", "occupation jual sayur → trade_place"],
    ["bukan, xyz", "nothing; occupation: tukang ojek → occupation?"],
    ["jual sayur", "occupation jual sayur → trade_place"],
    ["bantuan", "nothing; occupation: tukang ojek → occupation?"],
    ["[no under confirm]", "nothing; occupation: tukang ojek → occupation?"],
    ["[later]", "nothing; occupation: tukang ojek → undefined"],
    ["kenapa ditanya?", "nothing; occupation: tukang ojek → occupation?"],
    ["jual sayur, 2 juta", "occupation jual sayur, income 2000000 → trade_place"],
  ])("%s", (reply, outcome) => {
    const before = left("segment", ...ask, reply);
    expect(before.replace("segment own-account, birth_date 1980-03-05", "nothing")).toBe(
      outcome.replace(/^(?!nothing)/, "nothing, "),
    );
  });
});

test("where it is sold is told with the work, and not asked", () => {
  const here = talk("segment");
  here.say("jual pempek lewat hp", "5 Maret 1980", "ya");
  expect(here.session().answers["trade_place"]?.value).toBe("online");
  expect(here.said()).toContain("5 dari 13");
});

test.each([
  ["a day's earnings are worked out", "ojek, 100 ribu sehari", "income", "Rp2.500.000 sebulan"],
  ["a harvest is asked", "petani, 4 juta sekali panen", "income", "Rp4.000.000"],
  [
    "rainy days are confirmed",
    "ojek hujan 700 ribu",
    "income",
    "Rp700.000 sebulan. Itu penghasilannya?",
  ],
  [
    "two numbers: which",
    "ojek, 0812 3456 7890 atau 0813 1111 2222",
    "phone",
    "lebih dari satu nomor",
  ],
  ["a district: which village", "ojek, tinggal di plaju", "village", "Di Plaju, Palembang"],
])("%s", (_what, text, datum, said) => {
  const here = talk("segment");
  here.say(text);
  const rest: Record<string, string> = {
    birth_date: "5 Maret 1980",
    occupation: "iya",
    income: "2 juta",
    programs: "1",
    period: "1",
    village: "Talang Putri, Plaju",
    address: "Dusun 2",
  };
  while (here.asked() !== datum) here.say(rest[here.asked() ?? ""] ?? "?");
  expect(here.said()).toContain(said);
});

test("a doubt that was put back is not put back for ever", () => {
  const here = talk("segment");
  here.say("ojek, 100 ribu sehari", "5 Maret 1980", "ya", "bukan");
  expect(here.said()).toMatch(/^5 dari 13\nKira-kira penghasilan/);
  expect(here.session().told).toBeUndefined();
});

test("who is too young is asked before all is destroyed", () => {
  const here = talk("segment");
  here.say("ojek, lahir 5 maret 2015");
  expect(here.said()).toContain("Tadi ditulis 5 Maret 2015. Itu tanggal lahirnya?");
  here.say("ya");
  expect(here.said()).toContain("umurnya belum");
  here.say("[right]");
  expect(here.session()).not.toHaveProperty("told");
});

test("where the talk ends, nothing more is kept", () => {
  const here = talk("segment");
  here.say("digaji", "cuma digaji, hp 0812 3456 7890");
  expect(Object.keys(here.session().answers)).toEqual(["consent", "segment", "wage_work"]);
});

describe("it is gone", () => {
  test.each([
    ["erased", ["hapus data", "[erase]"]],
    ["withdrawn", ["tarik persetujuan", "[withdraw]"]],
    ["cancelled", ["batal", "[cancel]"]],
    ["begun anew", ["mulai dari awal", "[restart]"]],
    ["somebody else", ["daftarkan orang lain"]],
    ["when it is answered", ["jual sayur"]],
  ])("%s", (_what, said) => {
    const here = rider(...said);
    expect(JSON.stringify(here.session())).not.toContain("tukang ojek");
  });

  test("when it is handed in and was never asked for", () => {
    const here = talk("confirm");
    here.take({ ...here.session(), told: { outside_work: "kerja di sumsel" } });
    here.say("kirim");
    expect(here.session().phase).toBe("submitted");
    expect(here.session().told).toBeUndefined();
  });

  test("in a language in which it says nothing", () => {
    const here = rider();
    here.take({ ...here.session(), told: { occupation: "ojek", trade_place: "di kalangan" } });
    here.say("bahasa", "[en]", "help");
    expect(here.session().told).toEqual({ occupation: "ojek" });
  });

  test("when the flow has no such question, or it is none", () => {
    const session = rider().session();
    const saved = { ...session, told: { occupation: "tukang ojek", gone: "x" } };
    expect(parseSession(saved, realMaterial())?.told).toEqual({ occupation: "tukang ojek" });
    expect(parseSession({ ...session, told: ["x"] }, realMaterial())?.told).toBeUndefined();
  });
});

test("data saya shows it, of a long number only the end", () => {
  const here = rider();
  here.take({ ...here.session(), told: { occupation: "ojek", phone: "0812 3456 7890 / 08I3" } });
  here.say("data saya");
  expect(here.said()).toContain("Ditulis, belum ditanyakan: ojek\n");
  expect(here.said()).toContain("Ditulis, belum ditanyakan: akhir 7890");
  expect(here.said()).not.toContain("3456");
});

test("who writes it again later is heard at the question where the talk rests", () => {
  const here = talk("birth_date");
  here.say("nanti saja", "5 maret 1980, jual sayur");
  expect(here.asked()).toBe("trade_place");
});

test("what was taken is read back, and put right as ever", () => {
  const here = talk("segment");
  here.say("nama siti lahir 5 maret 1980 kerja ojek", "ya", "ubah nama");
  expect(here.said()).toContain("Tadi tertulis: Siti");
  here.say("Siti Aminah");
  expect(here.asked()).toBe("income");
  here.say("eh salah, tanggal lahir aku 6 maret 1981");
  expect(here.said()).toContain("Lahir: 6 Maret 1981");
});

describe("what was saved has changed meanwhile", () => {
  test.each([
    ["another question waits", { told: { phone: "0812 3456 7890" }, aside: "phone" }],
    ["nothing is told any more", { aside: "occupation" }],
  ])("%s", (_what, { aside, ...saved }) => {
    const here = talk("occupation");
    here.take({ ...here.session(), ...saved, aside: { kind: "told", datum: aside } });
    here.say("ya");
    expect(here.asked()).toBe("occupation");
  });

  test("a datum without words of its own", () => {
    const here = talk("income");
    here.take({ ...here.session(), told: { programs: "dua jaminan" } });
    here.say("2 juta");
    expect(here.said()).toContain("Tadi ditulis: Dua perlindungan. Itu jawabannya?");
  });

  test("words that no longer answer are passed over", () => {
    const here = talk("programs");
    here.take({ ...here.session(), told: { period: "3 bulan?" } });
    here.say("1");
    expect(here.said()).toContain("Mau bayar untuk berapa bulan sekaligus");
  });
});
