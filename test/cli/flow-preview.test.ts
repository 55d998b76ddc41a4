import { afterAll, expect, test } from "vitest";
import { flowPreview, type PreviewOptions, show } from "../../src/cli/flow-preview.ts";
import { openContent } from "../../src/content/content.ts";
import { openWorkshop } from "../broken-flows/sound-flow.ts";
import { projectFolder } from "../world.ts";
import { heardTerminal } from "./heard-terminal.ts";

const opened = openContent(projectFolder);
if ("faults" in opened) throw new Error("the content is broken: see flow check");
const { content } = opened;
const workshop = openWorkshop();
afterAll(workshop.close);

/** Wednesday 25 November 2026, nine in the morning in Palembang. */
const now = new Date("2026-11-25T02:00:00.000Z");

function preview(
  name: string | undefined,
  options: Partial<PreviewOptions> = {},
  language: "id" | "en" = "id",
) {
  const terminal = heardTerminal(projectFolder, language);
  const code = show(content, name, { now, ...options }, terminal);
  return { code, printed: `${terminal.printed.join("\n")}\n`, complained: terminal.complained };
}

/** Looked at as a picture: `vitest -u` draws it anew, and the difference is the review. */
test.each<readonly [string, string, Partial<PreviewOptions>]>([
  ["a question with few buttons, on every channel", "consent", {}],
  ["a question with several", "segment", {}],
  [
    "many choices where numbers must be typed: two messages",
    "district",
    { channel: "whatsapp-web" },
  ],
  [
    "the amounts of somebody who earns one and a half million",
    "period",
    { channel: "whatsapp-cloud" },
  ],
  ["what is read back before it is sent", "confirm", { channel: "telegram" }],
  ["an end", "under-age", { channel: "web-chat" }],
  ["a text in each way it can be said", "status.awaiting-review", { channel: "telegram" }],
])("%s: %s", async (_what, name, options) => {
  const { code, printed, complained } = preview(name, { onScreen: true, ...options });
  expect([code, complained]).toEqual([0, []]);
  await expect(printed).toMatchFileSnapshot(`preview/${name}.txt`);
});

test("for a pipe: no frames, the same words", () => {
  expect(
    preview("trade-place", { channel: "telegram" }, "en").printed,
  ).toBe(`━━ trade-place ━━ Telegram
4 of 13
Where do you sell most often?
Not sure? Type HELP.
[At the market]
[At my stall or home]
[By phone (online)]

`);
  expect(preview("ecosystem", { channel: "whatsapp-cloud" }).printed).toContain(
    "[Lihat pilihan]\n- Di desa/kebun/sungai\n- Di pasar\n",
  );
});

test("in a language that is not the terminal's, and as it is said in a trial", () => {
  const { printed } = preview("nik", { channel: "terminal", language: "en", trial: true });
  expect(printed).toContain("━━ nik ━━ Terminal\n11 of 13\n");
  expect(printed).toContain("1699 0145 0380 0001");
  expect(preview("nik", { channel: "terminal" }).printed).not.toContain("1699");
});

test("without a name: every question in order, and none that no sample answer leads to", () => {
  const { code, printed, complained } = preview(undefined, { channel: "whatsapp-web" });
  const titles = [...printed.matchAll(/^━━ (\S+)/gm)].map(([, title]) => title);
  expect([code, complained]).toEqual([0, []]);
  expect(titles.slice(0, 4)).toEqual(["consent", "segment", "wage-work", "construction-work"]);
  expect(titles.at(-1)).toBe("confirm");
  expect(titles).toHaveLength(29);
});

test("every text that applicants read can be looked at, with something in each of its variables", () => {
  const files = ["answers", "calculator", "conversation", "enrolment", "explain", "status"];
  const { printed } = preview("conversation.given-back", { channel: "terminal" });
  expect(printed).toContain("Yang perlu dibetulkan: ");
  for (const file of files) {
    const { code, printed, complained } = preview(file, { channel: "terminal" }, "en");
    expect([code, complained]).toEqual([0, []]);
    expect(printed.match(/\{\w+\}/g)).toBeNull();
  }
});

test.each([
  [
    "consnt",
    "Tidak ada langkah atau teks consnt. Mungkin maksudnya: consent, conversation.kept.consent.",
  ],
  [
    "birth_date",
    "Tidak ada langkah atau teks birth_date. Mungkin maksudnya: birth-date, conversation.told.birth_date, conversation.kept.birth_date.",
  ],
  ["goodby", "Tidak ada langkah atau teks goodby. Mungkin maksudnya: conversation.goodbye."],
  [
    "menari-nari",
    "Tidak ada langkah atau teks menari-nari. Langkah bernama di flows/enrolment.yaml, teks di locales/id/.",
  ],
])("called %s, which is none: what may be meant", (name, said) => {
  expect(preview(name)).toMatchObject({ code: 1, printed: "\n", complained: [said] });
});

test("read from the folder of the terminal", () => {
  const terminal = heardTerminal(projectFolder);
  expect(flowPreview("ecosystem", { now, channel: "telegram" }, terminal)).toBe(0);
  expect(terminal.printed[0]).toBe("━━ ecosystem ━━ Telegram");
});

test("a broken flow is not shown", () => {
  const terminal = heardTerminal(workshop.broken({ file: "flows/lists.yaml" }));
  expect(flowPreview(undefined, { now }, terminal)).toBe(1);
  expect([terminal.printed, terminal.complained]).toEqual([
    [],
    ["flows/lists.yaml:1:1 this file is missing", "1 fault."],
  ]);
});
