/** Question 2 in people's own words: which way of working it is, what more was told with it, and what is asked next. */
import { expect, test } from "vitest";
import { hereOf, nextStep } from "../../src/conversation/here.ts";
import { momentAt, start, talk } from "./talk.ts";

const parts = [
  ...["segment", "wage_work", "construction_work", "registered_doubt"],
  ...["other_work", "civil_work", "village_post"],
];

/** "other, village-official → village-post": what is stored, and the step that follows. */
function door(said: string): string {
  const here = talk("segment");
  here.say(said);
  const { answers, aside } = here.session();
  const told = parts.flatMap((datum) => {
    const value = answers[datum]?.value;
    return value === undefined ? [] : [String(value)];
  });
  const step = nextStep(hereOf(here.session(), momentAt(start)))?.id;
  const asked =
    aside?.kind === "ask-back" ? aside.ways.map(({ value }) => value).join(" | ") : step;
  return `${told.join(", ")} → ${asked}`;
}

test.each([
  // Civil servants, soldiers, police: what is theirs we do not know.
  ["saya PNS", "other, civil-servant → civil-work"],
  ["guru PNS", "other, civil-servant → civil-work"],
  ["aku polisi pak", "other, civil-servant → civil-work"],
  ["ASN di dinas pertanian", "other, civil-servant → civil-work"],
  ["P3K", "other, civil-servant → civil-work"],
  ["pak lurah", "other, civil-servant → civil-work"],
  ["guru SD", " → wage | other"],
  ["bidan", " → own-account | wage | other"],
  ["satpol PP", " → wage | other"],
  ["guru les", "own-account → birth-date"],
  ["kantor lurah, honorer", " → wage | other"],
  ["tentara, ado kebun", "other, civil-servant, own-business → birth-date"],
  ["PNS, sore jual pulsa", "other, civil-servant, own-business → birth-date"],
  ["suami polisi", "other → other-work"],
  ["pensiunan PNS", "other → other-work"],
  // Abroad, and from abroad.
  ["aku TKI di malaysia", "other, abroad → abroad"],
  ["kerjo di luar negeri", "other, abroad → abroad"],
  ["TKW", "other, abroad → abroad"],
  ["wong malaysia", "other, foreigner → foreigner"],
  ["saya WNA", "other, foreigner → foreigner"],
  ["mantan TKI", "other → other-work"],
  // The village's own people.
  ["sekdes", "other, village-official → village-post"],
  ["ketua RT", "other, village-official → village-post"],
  ["anggota BPD", "other, village-official → village-post"],
  ["staf desa", "other, village-official → village-post"],
  ["kadus", "other, village-official → village-post"],
  ["ketua RT jual sayur", " → own-account | other"],
  // Neither of these.
  ["ibu rumah tangga", "other, none → birth-date"],
  ["pensiunan", "other, none → birth-date"],
  ["lainnya", "other → other-work"],
  ["Yang lain", "other → other-work"],
  // Paid by somebody.
  ["digaji perusahaan", "wage → wage-work"],
  ["kerja di pabrik", "wage → wage-work"],
  ["guru honorer", "wage → wage-work"],
  ["digaji harian", "wage, daily → birth-date"],
  ["digaji PT, ado sampingan", "wage, own-business → birth-date"],
  ["pengasuh anak", "wage, household → birth-date"],
  ["ngasuh anak wong, digaji bulanan", "wage, household → birth-date"],
  ["ART", "wage, household → birth-date"],
  ["pembantu rumah tangga", "wage, household → birth-date"],
  ["sopir pribadi", "wage, household → birth-date"],
  ["sopir", " → own-account | wage"],
  // Builders.
  ["tukang bangunan", "construction → construction-work"],
  ["tukang bangunan, borongan dewek", "construction, own-contract → birth-date"],
  ["kuli bangunan ikut mandor", "construction → construction-work"],
  // With people of their own.
  ["menggaji 2 orang", "employer → birth-date"],
  ["ado anak buah duo", "employer → birth-date"],
  ["punyo karyawan sikok", "employer → birth-date"],
  ["warung, ado yang bantu digaji", "employer → birth-date"],
  ["bos", "employer → birth-date"],
  // Their own work.
  ["nyadap karet", "own-account → birth-date"],
  ["guru ngaji", "own-account → birth-date"],
  ["marbot", "own-account → birth-date"],
  ["linmas", "own-account → birth-date"],
  ["kader posyandu", "own-account → birth-date"],
  ["jual baju korea di pasar", "own-account → birth-date"],
  ["sudah pernah daftar", "registered-before → registered-doubt"],
])("%s: %s", (said, expected) => {
  expect(door(said)).toBe(expected);
});

test.each([
  ["a village official who has been signed up", "sekdes", "sudah", "registered"],
  ["one who has not", "sekdes", "belum", "birth-date"],
  ["one who does not know", "sekdes", "dak tau", "birth-date"],
  ["one who taps", "sekdes", "[unsure]", "birth-date"],
  ["a civil servant with nothing besides", "PNS", "dak katek", "in-service"],
  ["a civil servant with a garden", "PNS", "ado kebun karet", "birth-date"],
  ["somebody with another job, typed at the list", "yang lain", "jual pempek", "birth-date"],
  ["none of them", "yang lain", "[none]", "birth-date"],
  ["none of them, typed", "yang lain", "bukan semuanya", "birth-date"],
  ["only paid, and by a company", "digaji", "pabrik", "employed"],
  ["paid, in a household", "digaji", "[household]", "birth-date"],
])("%s", (_why, work, said, step) => {
  const here = talk("segment");
  here.say(work, said);
  expect(nextStep(hereOf(here.session(), momentAt(start)))?.id).toBe(step);
});

test.each(["PNS", "aku TKI di malaysia", "wong malaysia", "digaji", "sekdes"])(
  "whoever came to an end by %s can begin again with another answer",
  (said) => {
    const here = talk("segment");
    here.say(said);
    if (here.asked() !== undefined) here.say(said === "sekdes" ? "[registered]" : "tidak ada");
    expect(here.asked()).toBeUndefined();
    expect(here.said()).toMatch(/175|daftar di sini/);
    here.say("[start]", "petani");
    expect(here.asked()).toBe("birth_date");
  },
);

test("only what was typed for the question counts: a tap tells nothing more", () => {
  const here = talk("segment");
  here.say("[other]");
  expect(here.asked()).toBe("other_work");
});

test("where it is sold is taken from the words for the job, also where the job was asked back", () => {
  const at = (...said: string[]) => {
    const here = talk("occupation");
    here.say(...said);
    return [here.session().answers["trade_place"]?.value, here.asked()];
  };
  expect(at("jual sayur di pasar")).toEqual(["market", "income"]);
  expect(at("jual pempek depan rumah")).toEqual(["home", "income"]);
  expect(at("jual baju lewat FB")).toEqual(["online", "income"]);
  expect(at("jual sayur di pasar, malam ngojek", "[vegetable-seller]")).toEqual([
    "market",
    "income",
  ]);
  expect(at("jual sayur di pasar samo di rumah")).toEqual([undefined, "trade_place"]);
  expect(at("jual sayur")).toEqual([undefined, "trade_place"]);
  expect(at("ngojek di pasar")).toEqual([undefined, "income"]);
});

test("whoever has a card of Lampung and lives there is taken, where the work is here", () => {
  const here = talk("village", { trial: false, operator: { contact: "0711 123456" } });
  here.say("Bandar Lampung");
  expect(here.asked()).toBe("outside_work");
  here.say("[works-here]", "Jalan Mawar 5", "0812 3456 7890", "1871 0145 0380 0001", "Siti");
  expect(here.asked()).toBe("confirm");
  expect(here.session().answers["nik"]?.value).toBe("1871014503800001");
});

test("what was told of the work is shown among the data that are kept, with its parts", () => {
  const here = talk("segment");
  here.say("pengasuh, digaji bulanan", "data saya");
  expect(here.said()).toMatch(/Cara kerja: Digaji orang\/perusahaan, Kerja di rumah orang/);
});
