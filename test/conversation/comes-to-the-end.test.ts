/** Who answers what is asked comes to the end, however often they interrupt. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { hereOf } from "../../src/conversation/here.ts";
import { registrationOf } from "../../src/conversation/registration.ts";
import { registrationSchema } from "../../src/enrolment/registration.ts";
import { momentAt, start, talk } from "./talk.ts";

/** Good answers, by what is asked. */
const good: Readonly<Record<string, readonly string[]>> = {
  consent: ["ya", "[yes]", "1"],
  segment: [
    "1",
    "[own-account]",
    "[employer]",
    "[wage]",
    "[construction]",
    "[registered-before]",
    "[other]",
  ],
  wage_work: ["[own-business]", "[daily]", "[household]"],
  construction_work: ["[own-contract]"],
  registered_doubt: ["[unsure]"],
  other_work: ["[village-official]", "[civil-servant]", "[none]"],
  civil_work: ["[own-business]"],
  village_post: ["[not-registered]", "[unsure]"],
  birth_date: ["5 Maret 1980", "05-03-1980", "1980", "17 agustus 1955"],
  age_doubt: ["[go-on]"],
  occupation: ["nyadap karet", "tukang ojek", "jual pempek", "tukang jahit", "pawang hujan"],
  trade_place: ["[market]", "[home]", "[online]"],
  ecosystem: ["[desa]", "[rentan]"],
  income: ["2 juta", "1jt500", "Rp 900.000 sebulan"],
  programs: ["[jkk-jkm]", "[jkk-jkm-jht]", "1"],
  period: ["[1]", "[3]", "[6]", "[12]", "[sponsor]", "[cannot-yet]"],
  sponsor: ["[family]", "[government]", "[unclear]"],
  cannot_pay: ["[go-on]"],
  village: ["Sungai Rengit, Talang Kelapa", "Talang Putri, Plaju", "di Jambi"],
  outside_work: ["[works-here]"],
  regency: ["[16.07]"],
  district: ["1"],
  address: ["Dusun 2 RT 3", "dekat Pasar Plaju"],
  ktp_address: ["Jalan Melati 5", "[same]", "sama"],
  phone: ["0812 3456 7890", "[none]"],
  nik: ["1699 0145 0380 0001", "1699 0105 0380 0001", "1699 0145 0690 0001"],
  card_date: ["[nik]", "[told]", "[unknown]"],
  name: ["Siti Aminah", "Wayan"],
  confirm: ["[yes]", "benar"],
};

const interruptions = [
  ...["bantuan", "kembali", "ubah alamat", "ubah penghasilan", "ubah iuran", "ubah alamat ktp"],
  ...["ubah cara kerja", "ulang", "apa itu JKK?", "berapa bayarnya?", "sampai mana", "bahasa"],
  ...["petugas", "data saya", "*photo", "halo", "tidak jadi", "nanti", "[later]", "[1]", "[other]"],
];

const turns = fc.record({
  pick: fc.nat(),
  interruption: fc.option(fc.constantFrom(...interruptions), { freq: 3 }),
});

test("within sixty turns, with a registration that can be handed in", () => {
  fc.assert(
    fc.property(fc.array(turns, { minLength: 60, maxLength: 60 }), (all) => {
      const here = talk();
      let interrupted = 0;
      for (const { pick, interruption } of all) {
        if (here.session().phase === "submitted") break;
        // Everybody comes to an end of interrupting.
        if (interruption !== null && interrupted < 12) {
          interrupted += 1;
          here.say(interruption);
        } else {
          here.say(answer(here, pick));
        }
      }
      expect(here.session().phase).toBe("submitted");
      const { registration, contribution } = registrationOf(
        hereOf(here.session(), momentAt(start)),
      );
      expect(registrationSchema.parse(registration)).toEqual(registration);
      expect(contribution.toPay).toBeGreaterThan(0);
    }),
    { numRuns: 120 },
  );
});

/** What somebody cooperative says now: the answer, or yes to what was put in between. */
function answer(here: ReturnType<typeof talk>, pick: number): string {
  const { aside, phase } = here.session();
  if (aside?.kind === "ask-back") return `[${aside.ways[0]?.value}]`;
  if (aside?.kind === "stuck") return "[again]";
  if (aside?.kind === "go-on") return "ya";
  if (aside?.kind === "answered-before") return "tidak";
  if (aside?.kind === "language") return "[id]";
  if (aside?.kind === "sure") return "tidak";
  const name = here.asked();
  if (name === undefined) return phase === "paused" ? "lanjut" : "[start]";
  const answers = good[name] ?? [];
  return answers[pick % answers.length] ?? "";
}
