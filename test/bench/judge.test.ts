/** The judge of the benchmark finds what is wrong: else every run would be right. */
import { expect, test } from "vitest";
import { wrongContacts } from "./judge.ts";
import type { Kept, Path } from "./path.ts";
import { expected } from "./reference.ts";
import { openSaid } from "./said.ts";
import { type Contact, workload } from "./workload.ts";

const number = "LD-5FR3-CT";
const contacts = workload(3);

function keptOf(contact: Contact): Kept {
  return {
    nik: contact.person.nik,
    number,
    registration: expected(contact).registration,
  };
}

function pathWith(kept: readonly Kept[]): Path {
  return {
    turn: async () => undefined,
    settle: async () => undefined,
    kept: async () => kept,
    unsent: async () => 0,
    close: async () => undefined,
  };
}

const right = contacts.map(keptOf);
const [first, ...others] = right;

test.each<[string, (text: string) => string, readonly (Kept | undefined)[], number]>([
  ["nothing", (text) => text, right, 0],
  ["a letter in what everybody was told", (text) => text.replace("HP:", "Hp:"), right, 3],
  ["another number than was kept", (text) => text.replace(number, "LD-0000-00"), right, 3],
  ["somebody who was not handed in", (text) => text, others, 1],
  ["somebody who was handed in twice", (text) => text, [...right, first], 1],
  [
    "an answer that was kept",
    (text) => text,
    [first && { ...first, registration: { ...first.registration, income: 1 } }, ...others],
    1,
  ],
])("what is wrong is found: %s", async (_what, change, kept, count) => {
  const said = openSaid();
  for (const contact of contacts) {
    for (const [index, text] of expected(contact).texts.entries()) {
      const told = change(text.replace("{number}", number));
      said.hear(contact.from, { id: index + 1, text: told });
    }
  }
  const path = pathWith(kept.filter((one) => one !== undefined));
  await expect(wrongContacts(path, said, contacts)).resolves.toBe(count);
});

test("a message that has no end is a fault of the run", async () => {
  const path = { ...pathWith(right), unsent: async () => 1 };
  await expect(wrongContacts(path, openSaid(), contacts)).rejects.toThrow("1 messages");
});
