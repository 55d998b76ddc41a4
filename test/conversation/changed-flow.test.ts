/** What was put in between, where the flow changed before it was answered. */
import { describe, expect, test } from "vitest";
import type { Material } from "../../src/conversation/material.ts";
import { realMaterial } from "../world.ts";
import { talk } from "./talk.ts";

describe("the flow changed while something was put in between", () => {
  test.each([
    ["a way out", "income", ["500"], "[day]"],
    ["the days", "income", ["50 ribu sehari", "[other-days]"], "20"],
    ["stuck", "income", ["x", "x", "x"], "[again]"],
    ["the line or the button", "confirm", ["1"], "[send]"],
  ])("%s: heard as usual", (_what, upTo, heard, reply) => {
    const here = talk(upTo);
    here.say(...heard);
    here.replace(endingAtConsent());
    here.say(reply);
    expect(here.said()).toContain("tanya-tanya di sini");
  });

  test("all is answered that the new flow asks: cancelled at the end of it", () => {
    const here = talk("confirm");
    here.replace(withSteps((steps) => steps.filter(({ id }) => id !== "confirm")));
    const turn = here.say("batal", "ya");
    expect(turn.effects).toEqual([{ kind: "passed", step: "confirm", event: "cancelled" }]);
  });

  test("all is answered that the new flow asks: how far, and then it is handed in", () => {
    const here = talk("confirm");
    here.replace(withSteps((steps) => steps.filter(({ id }) => id !== "confirm")));
    here.say("sampai mana");
    expect(here.said()).toContain("pertanyaan 12 dari 13");
    expect(here.say("ya").effects).toEqual([{ kind: "submit", number: "LD-5FR3-CT" }]);
  });

  test("all is answered that the new flow asks: an old button is of no question", () => {
    const here = talk("confirm");
    here.replace(withSteps((steps) => steps.filter(({ id }) => id !== "confirm")));
    here.say("[3]");
    expect(here.said()).toContain("sudah dijawab");
  });

  test("an explanation that is gone is neither given nor offered", () => {
    const here = talk("consent");
    here.take({ ...here.session(), aside: { kind: "topics", names: ["gone", "paying"] } });
    here.say("1");
    expect(here.said()).toContain("pakai kode");
    here.replace({ ...realMaterial(), topics: [] });
    here.say("bayarnyo dimano?");
    expect(here.said()).toContain("belum bisa saya jawab");
    const newcomer = talk();
    newcomer.replace({ ...realMaterial(), topics: [] });
    newcomer.say("halo", "apo ini");
    expect(newcomer.said()).toContain("saya belum paham");
  });
});

test("an end that nothing reopens is told again", () => {
  const here = talk("income");
  here.replace(endingAtConsent());
  here.say("daftar");
  expect(here.said()).toContain("tanya-tanya di sini");
  expect(here.say("[resume]").effects).toEqual([]);
});

/** A flow that takes yes for the end. */
function endingAtConsent(): Material {
  return withSteps((steps) =>
    steps.map((step) =>
      step.id === "declined"
        ? { type: "end", id: step.id, when: { datum: "consent", is: "yes" }, forgets: false }
        : step,
    ),
  );
}

type Steps = Material["flow"]["steps"];

function withSteps(change: (steps: Steps) => Steps): Material {
  const material = realMaterial();
  return { ...material, flow: { ...material.flow, steps: change(material.flow.steps) } };
}
