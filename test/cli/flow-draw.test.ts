import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { flowDraw } from "../../src/cli/flow-draw.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";
import { heardTerminal } from "./heard-terminal.ts";

const workshop = openWorkshop();
const folder = mkdtempSync(join(tmpdir(), "lindung-draw-"));
afterAll(() => {
  workshop.close();
  rmSync(folder, { recursive: true });
});

test("as Mermaid: questions with their parts and ends, and the answers that lead to them", async () => {
  const terminal = heardTerminal(workshop.sound);
  expect(await flowDraw({ format: "mermaid" }, terminal)).toBe(0);
  expect(terminal.printed.join("\n")).toBe(mermaid);
});

test("as a picture: every step is in it, and nothing an author writes breaks it", async () => {
  const strange = workshop.broken({
    file: "locales/en/enrolment.yaml",
    text: "How do you work?",
    by: "'Is 1 < 2 & \"3\" > 2?'",
  });
  const terminal = heardTerminal(strange);
  expect(await flowDraw({ format: "svg" }, terminal)).toBe(0);
  const svg = terminal.printed.join("\n");
  const titles = [...svg.matchAll(/<g id="node\d+"[^>]*>\s*<title>([^<]*)<\/title>/g)];
  expect(titles.map(([, title]) => title).toSorted()).toEqual([
    "birth&#45;date",
    "consent",
    "declined",
    "ecosystem",
    "nik",
    "occupation",
    "period",
    "trade&#45;place",
    "under&#45;age",
    "work",
  ]);
  expect(svg).toContain(">Is 1 &lt; 2 &amp; &quot;3&quot; &gt; 2?</text>");
  expect(svg).toContain("prefers-color-scheme: dark");
});

test("into a file: the screen says where it is", async () => {
  const out = join(folder, "flow.mmd");
  const terminal = heardTerminal(workshop.sound, "id");
  expect(await flowDraw({ format: "mermaid", out }, terminal)).toBe(0);
  expect(readFileSync(out, "utf8")).toMatch(/^flowchart TB\n/);
  expect([terminal.printed, terminal.complained]).toEqual([[], [`Gambar ditulis ke ${out}.`]]);
});

test("a picture is not poured over a screen of letters: it is said how to write it to a file", async () => {
  const terminal = heardTerminal(workshop.sound, "id");
  expect(await flowDraw({ format: "svg", onScreen: true }, terminal)).toBe(1);
  expect(terminal.printed).toEqual([]);
  expect(terminal.complained.join()).toContain("npx lindung flow draw --out flow.svg");
});

test("a broken flow is not drawn", async () => {
  const broken = workshop.broken({ file: "flows/lists.yaml" });
  const terminal = heardTerminal(broken);
  expect(await flowDraw({ format: "svg" }, terminal)).toBe(1);
  expect([terminal.printed, terminal.complained]).toEqual([
    [],
    ["flows/lists.yaml:1:1 this file is missing", "1 fault."],
  ]);
});

const mermaid = `flowchart TB
  subgraph g1 ["1"]
    s_consent["<b>consent</b><br/>Do you agree?"]:::question
    s_declined(["<b>declined</b><br/>All right."]):::end_
  end
  subgraph g2 ["2"]
    s_work["<b>work</b><br/>How do you work?"]:::question
  end
  subgraph g3 ["3"]
    s_birth-date["<b>birth-date</b><br/>When were you born?"]:::question
    s_under-age(["<b>under-age</b><br/>Not possible below …."]):::end_
  end
  subgraph g4 ["4"]
    s_occupation["<b>occupation</b><br/>What do you do?"]:::question
    s_trade-place["<b>trade-place</b><br/>Where do you sell?"]:::part
    s_ecosystem["<b>ecosystem</b><br/>Where do you work?"]:::part
  end
  subgraph g5 ["5"]
    s_period["<b>period</b><br/>How many months?"]:::question
  end
  subgraph g6 ["6"]
    s_nik["<b>nik</b><br/>What is your NIK?"]:::question
  end
  s_consent -->|"no"| s_declined
  s_declined -.-> s_consent
  s_birth-date -->|"under age"| s_under-age
  s_occupation -->|"is trader"| s_trade-place
  s_consent --> s_work
  s_work --> s_birth-date
  s_birth-date --> s_occupation
  s_occupation --> s_ecosystem
  s_trade-place --> s_ecosystem
  s_ecosystem --> s_period
  s_period --> s_nik
  classDef question fill:#e3f2ee,stroke:#1f6f5e,color:#14181c
  classDef part fill:#ffffff,stroke:#6b7680,color:#14181c
  classDef end_ fill:#fdecea,stroke:#b3372b,color:#14181c
`;
