/** Every question of the flow on every channel: what stands under it, with its real choices. */
import { expect, test } from "vitest";
import { scenesOf } from "../../src/cli/preview/sayings.ts";
import { openContent } from "../../src/content/content.ts";
import { languages } from "../../src/conversation/wording/wording.ts";
import { type ChannelName, capabilitiesOf } from "../../src/rendering/capabilities.ts";
import { render } from "../../src/rendering/render.ts";
import { projectFolder } from "../world.ts";

const opened = openContent(projectFolder);
if ("faults" in opened) throw new Error("the content is broken: see flow check");
const { content } = opened;
const now = new Date("2026-11-25T02:00:00.000Z");
const phones = ["telegram", "whatsapp-web", "whatsapp-cloud"] as const;

type Labels = readonly { readonly value: string; readonly label: string }[];

/** "3 buttons", "list of 6", "17 numbers in 2" messages; with "cut" where a label is. */
function underIt(text: string, choices: Labels, channel: ChannelName): string {
  const messages = render({ id: 999_999_999_999_999, text, choices }, capabilitiesOf[channel]);
  const last = messages.at(-1);
  if (choices.length === 0) return "–";
  if (last?.kind === "buttons") return counted(last.buttons.length, "button");
  if (last?.kind === "list") {
    return `list of ${last.rows.length}${last.rows.some(({ note }) => note) ? ", cut" : ""}`;
  }
  return `${counted(choices.length, "number")}${messages.length === 1 ? "" : ` in ${messages.length}`}`;
}

function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}

test.each(languages)("in %s", async (language) => {
  const scenes = scenesOf(undefined, { content, language, now, trial: false }) ?? [];
  const rows = scenes.flatMap(({ title, says }) =>
    says
      .slice(-1)
      .map(({ text, choices = [] }) => [
        title,
        ...phones.map((channel) => underIt(text, choices, channel)),
      ]),
  );
  const table = [["", ...phones], ...rows].map((row) =>
    row
      .map((cell) => cell.padEnd(18))
      .join("")
      .trimEnd(),
  );
  await expect(`${table.join("\n")}\n`).toMatchFileSnapshot(`every-question.${language}.txt`);
});

test("every list of districts: tapped on Telegram, else in at most two messages or a list", () => {
  const { regencies, districtsOf } = content.places;
  const shapes = regencies.flatMap(({ code }) => {
    const choices = districtsOf(code).map((one) => ({ value: one.code, label: one.name }));
    return phones.map((channel) => underIt("Kecamatannya apa?", choices, channel));
  });
  const kinds = new Set(shapes.map((shape) => shape.replace(/^\d+ | of \d+/g, "")));
  expect([...kinds].toSorted()).toEqual(["buttons", "list", "numbers", "numbers in 2"]);
});

test("every village that shares its name with others can be told from them on WhatsApp", () => {
  const villages = content.places.regencies.flatMap(({ code }) =>
    content.places
      .districtsOf(code)
      .flatMap((district) => content.places.villagesOf(district.code)),
  );
  const named = Map.groupBy(villages, ({ name }) => name).values();
  const ambiguous = [...named].filter(({ length }) => length > 1 && length <= 9);
  expect(ambiguous.length).toBeGreaterThan(100);
  for (const group of ambiguous) {
    const choices = group.map((one) => ({
      value: one.code,
      label: `${one.district.name}, ${one.regency.name}`,
    }));
    const [message, ...more] = render(
      { id: 1, text: "Yang mana?", choices },
      capabilitiesOf["whatsapp-cloud"],
    );
    expect(more).toEqual([]);
    const shown =
      message?.kind === "list" ? message.rows.map(({ label, note }) => note ?? label) : [];
    const whole = message?.kind === "text" ? message.text : shown.join("\n");
    if (message?.kind !== "buttons")
      for (const { label } of choices) expect(whole).toContain(label);
  }
});
