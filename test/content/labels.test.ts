import { expect, test } from "vitest";
import { besideMenus } from "../../src/content/checks/labels.ts";
import { filesIn } from "../house/files.ts";
import { bubblesIn } from "../house/locales.ts";

/** Where the talk gives a button a text that is not in choices.yaml: `label: { key: "…" }`, `label: ….text("…")`. */
const labels = /label: (?:\{\s*key: |\S*wording\.text\()["`]((?!choices\.)[^"`]+)["`]/g;

const given = filesIn("src/conversation", ".ts").flatMap(({ text }) =>
  [...text.matchAll(labels)].map(([, key = ""]) => key),
);
const keys = bubblesIn("id").map(({ key }) => key);

test("flow check knows every text that stands on a button", () => {
  expect(given).toContain("answers.place.yes");
  const unknown = given.filter((label) => {
    // In the place of `${…}` stands one of a few words: at least those are known.
    const parts = label.split(/\$\{[^}]+\}/).map((part) => part.replaceAll(".", "\\."));
    const pattern = new RegExp(`^${parts.join("[a-z-]+")}$`);
    const named = keys.filter((key) => pattern.test(key));
    return !named.some((key) => besideMenus.some(([known]) => known.test(key)));
  });
  expect(unknown).toEqual([]);
});
