import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readContent } from "../../src/content/content.ts";
import { printFault } from "../../src/content/reading/fault.ts";
import type { Material } from "../../src/conversation/material.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";

const workshop = openWorkshop();
afterAll(workshop.close);

const project = join(import.meta.dirname, "..", "..");

test("the flow that people meet is sound", () => {
  const read = readContent(project);
  expect("faults" in read ? read.faults.map(printFault) : []).toEqual([]);
});

test("people are told thirteen questions, whatever parts they have", () => {
  const { flow } = materialIn(project);
  expect(flow.questions).toBe(13);
});

test("a part has the number of its question, and an end asks nothing", () => {
  const { flow } = materialIn(workshop.sound);
  const numbers = flow.steps.map((step) => [step.id, step.type === "ask" ? step.number : "end"]);
  expect(numbers).toEqual([
    ["consent", 1],
    ["declined", "end"],
    ["work", 2],
    ["birth-date", 3],
    ["under-age", "end"],
    ["occupation", 4],
    ["trade-place", 4],
    ["ecosystem", 4],
    ["period", 5],
    ["nik", 6],
  ]);
});

test("what an author leaves out has its default", () => {
  const { flow, topics } = materialIn(workshop.sound);
  expect(flow.data.get("work")).toEqual({
    name: "work",
    kind: "choice",
    list: "work",
    privacy: "plain",
    depends: [],
    optional: false,
  });
  expect(flow.steps[1]).toEqual({
    type: "end",
    id: "declined",
    when: { datum: "consent", is: "no" },
    reopens: "consent",
    forgets: false,
  });
  expect(topics).toEqual([
    { name: "death", menu: true, figures: ["jkm_total"], namesAmounts: false },
    { name: "price", menu: false, figures: ["lowest"], namesAmounts: false },
  ]);
});

test("a text is found by file and name, in each language", () => {
  const { tongues } = materialIn(workshop.sound);
  expect(tongues.id.wording.text("enrolment.work.ask")).toBe("Kerjanya bagaimana?");
  expect(tongues.en.wording.bubbles("enrolment.consent.more", { draft_days: 30 })).toEqual([
    "The ground is your own consent.",
    "It is kept for 30 days.",
  ]);
});

test("the hash is that of the letters: the same for the same, another for one other letter", () => {
  const changed = workshop.broken({
    file: "locales/en/enrolment.yaml",
    text: "All right.",
    by: "All right!",
  });
  const { hash } = materialIn(workshop.sound);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(materialIn(workshop.sound).hash).toBe(hash);
  expect(materialIn(changed).hash).not.toBe(hash);
});

test("a folder without flows is told every file that is missing", () => {
  const read = readContent(join(workshop.sound, "nowhere"));
  const missing = "faults" in read ? read.faults.map(printFault) : [];
  expect(missing).toContain("flows/enrolment.yaml:1:1 this file is missing");
  expect(missing).toContain("flows/places/sumsel.json:1:1 this file is missing");
  expect(missing).toContain("locales/en/words/commands.yaml:1:1 this file is missing");
});

function materialIn(folder: string): Material {
  const read = readContent(folder);
  if ("faults" in read) throw new Error(read.faults.map(printFault).join("\n"));
  return read.material;
}
