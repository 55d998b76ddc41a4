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
