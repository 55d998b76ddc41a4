/** Several people on one phone: who is meant, and nobody sees another's answers by it. */
import { expect, test } from "vitest";
import { type Session, withoutAnswers } from "../../src/conversation/session.ts";
import { start, talk } from "./talk.ts";
import { siti } from "./ways.ts";

const person = (session: Session) => ({ id: "e-siti", session, submissions: [] });
const handedIn = siti("confirm", "benar");

test.each<readonly [string, Session, string]>([
  ["begun", siti("income"), "Pertanyaan 5 dari 13: belum dikirim"],
  ["handed in", handedIn, "LD-5FR3-CT: sudah dikirim"],
  [
    "given back",
    {
      ...withoutAnswers(handedIn, ["address"]),
      phase: "paused",
      returned: [
        {
          about: "address",
          code: "incomplete",
          old: { value: "Dusun 2", at: start, how: "typed", by: "self" },
        },
      ],
    },
    "LD-5FR3-CT: perlu dibetulkan",
  ],
])("who else is there, %s: the number or how far, and no name", (_state, session, said) => {
  const here = talk("segment", { others: [person(session)] });
  here.say("ganti orang");
  expect(here.said()).toContain(said);
  expect(here.said()).not.toContain("Siti");
});

test("who is picked soon sits there; after hours it is asked first whether it is still they", () => {
  const now = talk("segment", { others: [person(handedIn)] });
  now.say("ganti orang", "[e-siti]");
  expect(now.session().number).toBe("LD-5FR3-CT");
  const later = talk("segment", { others: [person(handedIn)] });
  later.pass(7);
  later.say("ganti orang", "[e-siti]");
  expect(later.said()).toContain("Ini masih Bu Siti, atau orang lain?");
});

test("not they any more, and others have registrations: whose is it?", () => {
  const here = talk("address", { others: [person(handedIn)] });
  here.take({ ...here.session(), answers: { ...handedIn.answers }, phase: "enrolling" });
  here.pass(7);
  here.say("data saya");
  expect(here.said()).toContain("atau orang lain?");
  here.say("[somebody-else]");
  expect(here.said()).toContain("LD-5FR3-CT: sudah dikirim");
});

test.each([["sampai mana"], ["data saya"]])(
  "%s, where only the others have begun: whose?",
  (text) => {
    const here = talk(undefined, { others: [person(handedIn)] });
    here.say("halo", text);
    expect(here.said()).toContain("LD-5FR3-CT: sudah dikirim");
  },
);

test("beginning anew touches nobody else, and is asked as ever", () => {
  const here = talk("income", { others: [person(handedIn)] });
  here.say("ulang dari awal");
  const alone = talk("income");
  alone.say("ulang dari awal");
  expect(here.said()).toBe(alone.said());
});

test("somebody new is registered from the beginning", () => {
  const here = talk("income", { others: [person(handedIn)] });
  here.say("ganti orang", "[new-person]");
  expect(here.asked()).toBe("consent");
});

test("a word for nobody there is heard as anything else", () => {
  const here = talk("segment", { others: [person(handedIn)] });
  here.say("ganti orang", "[e-wayan]");
  expect(here.session().number).toBeUndefined();
});

test("what was about to be forgotten is no such value any more: the question is asked again", () => {
  const here = talk("birth_date");
  here.take({
    ...here.session(),
    aside: { kind: "forgets", datum: "birth_date", value: "no date" },
  });
  here.say("ya");
  expect(here.asked()).toBe("birth_date");
});

test.each([
  ["a topic by one word", "jkk", "Kecelakaan kerja"],
  ["a topic among other words", "jkm itu cak mano pak", "keluarga"],
  ["a question nobody can answer", "kenapa langit biru?", "belum bisa saya jawab"],
  ["nothing anybody knows", "asdf", "belum paham"],
])("before the talk has begun, %s", (_what, text, said) => {
  const here = talk();
  here.say("halo", text);
  expect(here.said()).toContain(said);
});
