/** How a saying stands on the screen of a telephone. */
import { describe, expect, test } from "vitest";
import {
  chosen,
  isChosen,
  partsOf,
  withoutKeyboard,
} from "../../../src/channels/telegram/shape.ts";
import { capabilitiesOf } from "../../../src/rendering/capabilities.ts";

const choicesOf = (...labels: readonly string[]) =>
  labels.map((label, index) => ({ value: `v${index + 1}`, label }));

const rowsUnder = (...labels: readonly string[]) => {
  const parts = partsOf({ id: 7, text: "Mau yang mana?", choices: choicesOf(...labels) });
  const markup = Object(parts.at(-1)?.markup);
  return markup.inline_keyboard?.map((row: readonly { text: string }[]) =>
    row.map(({ text }) => text),
  );
};

test("a text alone is a text, with nothing under it and no signs read into it", () => {
  expect(partsOf({ id: 7, text: "*bukan* _tebal_ <b>" })).toEqual([
    { text: "*bukan* _tebal_ <b>" },
  ]);
});

test("a button carries the number of its saying and its value", () => {
  const [part] = partsOf({ id: 7, text: "Setuju?", choices: choicesOf("✅ Ya, setuju") });
  expect(part).toEqual({
    text: "Setuju?",
    markup: { inline_keyboard: [[{ text: "✅ Ya, setuju", callback_data: "7:v1" }]] },
  });
});

describe("rows", () => {
  test("few choices stand below one another", () => {
    expect(rowsUnder("Ya", "Tidak", "Nanti")).toEqual([["Ya"], ["Tidak"], ["Nanti"]]);
  });
  test("many short ones stand two by two", () => {
    expect(rowsUnder("Januari", "Februari", "Maret", "April", "Mei")).toEqual([
      ["Januari", "Februari"],
      ["Maret", "April"],
      ["Mei"],
    ]);
  });
  test("one long label keeps all of them in rows of their own, so that it is read whole", () => {
    const labels = ["Satu", "Dua", "Tiga", "Digaji orang/perusahaan"];
    expect(rowsUnder(...labels)).toEqual(labels.map((label) => [label]));
  });
});

test("more choices than anybody taps are numbered lines", () => {
  const { most } = capabilitiesOf.telegram.buttons;
  const labels = Array.from({ length: most + 1 }, (_, index) => `Desa ${index + 1}`);
  const parts = partsOf({ id: 7, text: "Desa apa?", choices: choicesOf(...labels) });
  expect(parts.every(({ markup }) => markup === undefined)).toBe(true);
  expect(parts[0]?.text).toMatch(/^1\W+Desa 1$/m);
});

test("a long text is several messages; the buttons are under the last", () => {
  const text = "satu dua tiga empat. ".repeat(500).trim();
  const parts = partsOf({ id: 7, text, choices: choicesOf("Ya") });
  expect(parts.map(({ text }) => text.length <= 4096)).toEqual([true, true, true]);
  expect(parts.map(({ markup }) => markup !== undefined)).toEqual([false, false, true]);
  expect(parts.map(({ text }) => text).join(" ")).toBe(text);
});

describe("the own number", () => {
  const choices = [
    { value: "share-contact", label: "📱 Kirim nomor saya" },
    { value: "none", label: "Tidak punya HP" },
  ];
  const [part] = partsOf({ id: 7, text: "Nomor HP?", choices });

  test("is asked for by a key in place of the letters; the other choices are keys that say their label", () => {
    expect(part).toEqual({
      text: "Nomor HP?",
      markup: {
        keyboard: [
          [{ text: "📱 Kirim nomor saya", request_contact: true }],
          [{ text: "Tidak punya HP" }],
        ],
        one_time_keyboard: true,
        resize_keyboard: true,
      },
    });
  });

  test("the next text takes the keys away", () => {
    const parts = [{ text: "Terima kasih." }, { text: "NIK?" }];
    expect(withoutKeyboard(parts, "Lanjut.")).toEqual([
      { text: "Terima kasih.", markup: { remove_keyboard: true } },
      { text: "NIK?" },
    ]);
  });

  test("where there is none without buttons, a short one in front does", () => {
    const parts = partsOf({ id: 8, text: "NIK?", choices: choicesOf("KTP tidak di tangan") });
    expect(withoutKeyboard(parts, "Lanjut.")).toEqual([
      { text: "Lanjut.", markup: { remove_keyboard: true } },
      ...parts,
    ]);
  });
});

test("what was tapped is seen, once, and can still be tapped", () => {
  for (const [label, seen] of [
    ["✅ Ya, setuju", "✓ Ya, setuju"],
    ["❌ Tidak", "✓ Tidak"],
    ["🙋 Minta ditelepon", "✓ Minta ditelepon"],
    ["3 bulan", "✓ 3 bulan"],
  ] as const) {
    expect(chosen(label, "7:yes").inline_keyboard).toEqual([
      [{ text: seen, callback_data: "7:yes" }],
    ]);
    expect(isChosen(seen)).toBe(true);
  }
  expect(isChosen("✅ Ya, setuju")).toBe(false);
});
