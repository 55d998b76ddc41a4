/** What was saved, as outside data. */
import { expect, test } from "vitest";
import { open } from "../../src/conversation/advance.ts";
import { newSession, parseSession, withAnswer } from "../../src/conversation/session.ts";
import { realMaterial } from "../world.ts";
import { momentAt, start, talk } from "./talk.ts";

const material = realMaterial();

test("who comes without a word is greeted", () => {
  const turn = open(newSession(start), momentAt(start));
  expect(turn.session.phase).toBe("greeted");
  expect(turn.says[0]?.text).toContain("Selamat datang");
});

test.each([
  ["nothing", null],
  ["a text", "session"],
  ["another shape", { ...newSession(start), shape: 2 }],
  ["a language that nobody speaks here", { ...newSession(start), language: "jv" }],
])("%s is no session", (_what, saved) => {
  expect(parseSession(saved, material)).toBeUndefined();
});

test("a broken part costs no more than itself", () => {
  const { answers, ...session } = talk("confirm").session();
  const saved = {
    ...session,
    answers: { ...answers, name: { value: ["Siti"] } },
    former: { datum: "name" },
    wanted: "gone",
    aside: { kind: "sure", about: "everything" },
  };
  const { name: _lost, ...kept } = answers;
  expect(parseSession(saved, material)).toEqual({ ...session, answers: kept });
});

test("what hangs on a datum that is gone is let go", () => {
  const session = talk("phone").session();
  const saved = {
    ...session,
    former: { datum: "gone", answers: {} },
    aside: { kind: "answered-before", datum: "gone" },
  };
  expect(parseSession(saved, material)).toEqual(session);
});

test("a value that was offered and is none any more is asked again", () => {
  const here = talk("village");
  here.say("Sungai Pinang");
  const { aside, ...session } = here.session();
  if (aside?.kind !== "ask-back") throw new Error("it was asked which");
  const ways = aside.ways.map((way) => ({ ...way, takes: { code: "16.99.99.9999" } }));
  const saved = parseSession({ ...session, aside: { ...aside, ways } }, material);
  const again = talk("village");
  again.take(saved ?? session);
  again.say(`[${ways[0]?.value}]`);
  expect(again.asked()).toBe("village");
});

test("an old answer that is none any more is not shown beside its question", () => {
  const here = talk("confirm");
  here.say("ubah alamat");
  here.take({ ...here.session(), former: { datum: "address", answers: {} } });
  here.say("ulang");
  expect(here.said()).not.toContain("Tadi tertulis");
  expect(here.asked()).toBe("address");
});

test("an answer beside it leaves a correction as it was", () => {
  const session = {
    ...talk("confirm").session(),
    former: { datum: "address", answers: {} },
    wanted: "ktp_address",
  };
  const answer = { value: "Siti", at: start, how: "typed", by: "self" } as const;
  expect(withAnswer(session, "name", answer)).toMatchObject({
    former: session.former,
    wanted: "ktp_address",
  });
  const { former, wanted } = withAnswer({ ...session, wanted: "address" }, "address", answer);
  expect([former, wanted]).toEqual([undefined, undefined]);
});
