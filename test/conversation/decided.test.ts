/** What staff decided, in the talk. The whole way is in test/transcripts/ and test/api/. */
import { expect, test } from "vitest";
import { tellDecision } from "../../src/conversation/besides/decided.ts";
import { momentAt, start, talk } from "./talk.ts";

const decision = { number: "LD-5FR3-CT", isAtPhone: true } as const;

test("what is given back is asked next; what has no answer cannot be given back", () => {
  const here = talk("confirm");
  here.say("benar");
  const reasons = [{ about: "address", code: "incomplete" }];
  const returned = { ...decision, verdict: "returned", reasons } as const;
  const moment = momentAt(start);
  const { session } = tellDecision(here.session(), moment, returned);
  expect(session.returned?.map(({ about }) => about)).toEqual(["address"]);
  expect(session.phase).toBe("paused");
  const again = tellDecision(session, moment, returned);
  expect(again.session.returned).toEqual([]);
});

test("in a trial nobody is told that the data go to the agency", () => {
  const here = talk("confirm");
  here.say("benar");
  const accepted = { ...decision, verdict: "accepted", reasons: [] } as const;
  const says = (trial: boolean) =>
    tellDecision(here.session(), momentAt(start, { trial }), accepted)
      .says.map(({ text }) => text)
      .join(" ");
  expect(says(true)).toContain("tidak diserahkan ke mana pun");
  expect(says(false)).toContain("kami serahkan ke BPJS Ketenagakerjaan");
});

test("where somebody else sits at the phone, the button says whose it is", () => {
  const here = talk("confirm");
  here.say("benar");
  const reasons = [{ about: "phone", code: "unreachable" }];
  const away = { ...decision, verdict: "returned", reasons, isAtPhone: false } as const;
  const { says } = tellDecision(here.session(), momentAt(start), away);
  expect(says.at(-1)?.choices?.map(({ value }) => value)).toEqual([
    "resume:LD-5FR3-CT",
    "later:LD-5FR3-CT",
    "staff:LD-5FR3-CT",
  ]);
});

const reasons = [{ about: "address", code: "incomplete" }];

/** She has read what staff decided, and nobody has said anything since. */
function told(verdict: "returned" | "accepted" | "rejected") {
  const here = talk("confirm");
  here.say("benar");
  const about = { returned: reasons, accepted: [], rejected: [{ about: "all", code: "twice" }] };
  const decided = { ...decision, verdict, reasons: about[verdict] };
  here.take(tellDecision(here.session(), momentAt(start), decided).session);
  return here;
}

test.each<readonly [string, Parameters<typeof told>[0], string]>([
  ["1", "returned", "Yang perlu dibetulkan: alamat."],
  ["betulkan sekarang", "returned", "Yang perlu dibetulkan: alamat."],
  ["Betulkan", "returned", "Yang perlu dibetulkan: alamat."],
  ["betulkan alamat", "returned", "Yang perlu dibetulkan: alamat."],
  ["2", "returned", "Kalau perlu apa-apa, tulis saja di sini."],
  ["nanti saja", "returned", "Kalau perlu apa-apa, tulis saja di sini."],
  ["no 3", "returned", "Untuk bicara dengan orang, telepon"],
  ["[resume]", "returned", "Yang perlu dibetulkan: alamat."],
  ["1", "accepted", "Belum ada pendaftaran di sini."],
  ["1", "rejected", "Untuk bicara dengan orang, telepon"],
  ["2", "rejected", "Kalau perlu apa-apa, tulis saja di sini."],
  ["selesai", "rejected", "Kalau perlu apa-apa, tulis saja di sini."],
])("%s below what was decided (%s): the button that stands there", (said, verdict, answer) => {
  const here = told(verdict);
  here.say(said);
  expect(here.said()).toContain(answer);
  expect(here.session().answers["address"]?.value).toBe(
    verdict === "returned" ? undefined : "Dusun 2 RT 3",
  );
});

test("what is no button is heard as ever: the answer itself, a question, batal", () => {
  const answered = told("returned");
  answered.say("Dusun 2 RT 3, dekat masjid");
  expect(answered.said()).toContain("sudah kami kirim lagi ke petugas");
  const asking = told("returned");
  asking.say("apa itu jkk?");
  expect(asking.said()).toContain("Kecelakaan kerja");
  const stopping = told("returned");
  stopping.say("batal");
  expect(stopping.said()).toContain("Jadi ditarik?");
});
