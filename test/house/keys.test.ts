/** Sentences are in locales/, in every language, and each is said somewhere; src/ has only their keys. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type File, filesIn, planted, sources } from "./files.ts";
import { type Bubble, bubblesIn, languages, said } from "./locales.ts";
import { syntaxOf } from "./syntax.ts";

/** These run before the locales can be read: nothing is installed yet. */
const beforeLocales = ["src/operations/install/", "src/lindung.mjs"];
/** Tables have dots too (`enrolment.applicant_id`). */
const notKeys = /(?:^|\/)[a-z-]*store\.ts$/;
/** Keys without a place in the code, and why. */
const saidElsewhere: readonly { readonly keys: RegExp; readonly why: string }[] = [
  { keys: /^findings\./, why: "found by a finding's kind, where staff read it" },
  { keys: /^operator\.help\.title\./, why: "named by the titles of the command line's package" },
];

const flows = filesIn("flows", ".yaml");
const firstParts = new Set(said.map(({ key }) => key.split(".")[0] ?? ""));
const keysOf = (bubbles: readonly Bubble[]) => new Set(bubbles.map(({ key }) => key));

type Strings = {
  readonly plain: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly templates: readonly RegExp[];
};

/** What is written, and every template as a pattern in which each gap is one group. */
function stringsIn(files: readonly File[]): Strings {
  const all = files.map(syntaxOf);
  return {
    plain: new Set(all.flatMap(({ plain }) => plain)),
    events: new Set(all.flatMap(({ events }) => events)),
    templates: all
      .flatMap(({ templates }) => templates)
      // Only templates with something fixed in them say anything about a key.
      .filter((parts) => parts.join("").length > 2)
      .map((parts) => new RegExp(`^${parts.map((part) => escaped(part)).join("(.+)")}$`)),
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Names and values in the files of flows/. */
function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...wordsOf(inner)]);
}

/** A key is used when it is written in the code, or comes out of a template whose gaps are filled by something written. */
function unused(keys: Iterable<string>, files: readonly File[]): readonly string[] {
  const { plain, templates } = stringsIn(files);
  const words = new Set(flows.flatMap(({ text }) => wordsOf(parse(text))));
  const isWritten = (text: string, depth: number): boolean =>
    plain.has(text) ||
    words.has(text) ||
    (depth > 0 &&
      templates.some((template) => {
        const gaps = template.exec(text)?.slice(1);
        return gaps?.every((gap) => isWritten(gap, depth - 1)) ?? false;
      }));
  return [...keys].filter(
    (key) => !isWritten(key, 3) && !saidElsewhere.some((spared) => spared.keys.test(key)),
  );
}

/** What the code names as a key and no language has. */
function missing(keys: ReadonlySet<string>, files: readonly File[]): readonly string[] {
  const { plain, events, templates } = stringsIn(files.filter(({ path }) => !notKeys.test(path)));
  const isKey = (text: string) =>
    /^[a-z]+(?:\.[a-z0-9_-]+)+$/.test(text) &&
    firstParts.has(text.split(".")[0] ?? "") &&
    !/\.(?:yaml|ts|css|js)$/.test(text);
  return [
    ...[...plain].filter((text) => isKey(text) && !keys.has(text) && !events.has(text)),
    ...templates
      .filter((template) =>
        [...firstParts].some((first) => template.source.startsWith(`^${escaped(`${first}.`)}`)),
      )
      .filter((template) => ![...keys].some((key) => template.test(key)))
      .map(({ source }) => source),
  ];
}

/** Keys, and variables of keys, that one language has and another has not. */
function uneven(bubbles: readonly Bubble[]): readonly string[] {
  const inLanguage = (language: string) => bubbles.filter((bubble) => bubble.language === language);
  const variablesOf = (language: string, key: string) =>
    [
      ...new Set(
        inLanguage(language)
          .filter((bubble) => bubble.key === key)
          .flatMap(({ variables }) => variables),
      ),
    ]
      .sort()
      .join(", ");
  return [...keysOf(bubbles)].flatMap((key) => {
    const without = languages.filter((language) => !keysOf(inLanguage(language)).has(key));
    if (without.length > 0) return [`${key} is not in ${without.join(", ")}`];
    const variables = new Set(languages.map((language) => variablesOf(language, key)));
    return variables.size > 1 ? [`${key} has ${[...variables].join(" or ")}`] : [];
  });
}

/** The keys a flow needs: of each step, of each choice, of each topic. */
function neededByFlows(): readonly string[] {
  const flow = parse(flows.find(({ path }) => path.endsWith("enrolment.yaml"))?.text ?? "");
  const lists: Record<string, readonly { value: string }[]> = parse(
    flows.find(({ path }) => path.endsWith("lists.yaml"))?.text ?? "",
  );
  const topics: readonly { name: string }[] = parse(
    flows.find(({ path }) => path.endsWith("explain.yaml"))?.text ?? "",
  ).topics;
  const steps: readonly { id: string; type: string; says?: readonly { text: string }[] }[] =
    flow.steps;
  return [
    ...steps.flatMap(({ id, type, says = [] }) =>
      [...says.map(({ text }) => text), type === "end" ? "say" : "ask"].map(
        (text) => `enrolment.${id}.${text}`,
      ),
    ),
    ...Object.entries(lists).flatMap(([list, choices]) =>
      choices.map(({ value }) => `choices.${list}.${value}`),
    ),
    ...topics.map(({ name }) => `explain.${name}`),
  ];
}

const indonesian =
  /(?<![\p{L}-])(yang|untuk|tidak|belum|sudah|dengan|dari|ini|itu|anda|bapak|ibu|kami|silakan|kalau|atau|dan|ketik|mohon|maaf)(?![\p{L}-])/iu;

/** Sentences in the code: a text that is spoken, Indonesian words, or words between the tags of a page. */
function sentences(files: readonly File[]): readonly string[] {
  return files
    .filter(({ path }) => !beforeLocales.some((spared) => path.startsWith(spared)))
    .flatMap((file) => {
      const { plain, templates, spoken, pages } = syntaxOf(file);
      return [
        ...[...plain, ...templates.map((parts) => parts.join("…"))].filter(
          (text) => wordsIn(text) >= 3 && indonesian.test(text),
        ),
        ...spoken.filter((text) => wordsIn(text) >= 4),
        ...pages
          .flatMap((page) => page.match(/>[^<>]*\p{L}{3,}[^<>]*</gu) ?? [])
          .filter((text) => wordsIn(text) >= 2),
      ].map((text) => `${file.path}: ${text}`);
    });
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

test("every text is in every language, with the same variables", () => {
  expect(uneven(said)).toEqual([]);
});

test("every text that the flows and the code ask for is there", () => {
  const keys = keysOf(said);
  expect(neededByFlows().length).toBeGreaterThan(80);
  expect(neededByFlows().filter((key) => !keys.has(key))).toEqual([]);
  expect(missing(keys, sources)).toEqual([]);
});

test("every text is said somewhere", () => {
  expect(unused(keysOf(said), sources)).toEqual([]);
});

test("no sentence stands in the code", () => {
  expect(sentences(sources)).toEqual([]);
});

test.each([
  ["a key in one language", ["id: {}", "en: { x: Yes }"]],
  ["a variable in one language", ["id: { x: Halo }", 'en: { x: "Hello {name}" }']],
])("found when planted: %s", (_what, [id = "", en = ""]) => {
  const bubbles = [
    ...bubblesIn("id", planted("locales/id/status.yaml", id.slice(4))),
    ...bubblesIn("en", planted("locales/en/status.yaml", en.slice(4))),
  ];
  expect(uneven(bubbles)).toHaveLength(1);
});

test.each([
  ["a key that no language has", 'say("status.nowhere")'],
  ["a template that fits no key", `say(\`status.nowhere.\${kind}\`)`],
])("found when planted: %s", (_what, text) => {
  expect(missing(keysOf(said), planted("src/inbox/receive.ts", text))).toHaveLength(1);
});

test.each([
  ["a key that nothing says", "status.abc", ""],
  ["a key of a template whose gap nothing fills", "status.abc", `say(\`status.\${state}\`)`],
])("found when planted: %s", (_what, key, text) => {
  expect(unused([key], planted("src/inbox/receive.ts", text))).toEqual([key]);
});

test("a gap filled by something written is a use", () => {
  const code = planted(
    "src/inbox/receive.ts",
    `say(\`status.\${state}\`); const state = "abc"; ask(\`answers.\${text}\`, \`income.by-\${per}\`, "week")`,
  );
  expect(unused(["status.abc", "answers.income.by-week"], code)).toEqual([]);
});

test.each([
  ["an Indonesian sentence", 'const a = "Maaf, NIK harus pas.";'],
  ["an English sentence to an applicant", 'says.push({ text: "Please write your name" });'],
  ["words on a page", "html`<p>Welcome here</p>`"],
])("found when planted: %s", (_what, text) => {
  expect(sentences(planted("src/inbox/receive.ts", text))).toHaveLength(1);
});
