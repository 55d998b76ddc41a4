import fc from "fast-check";
import { expect, test } from "vitest";
import type { Capabilities, Choice } from "../../src/channels/channel.ts";
import { capabilitiesOf } from "../../src/rendering/capabilities.ts";
import { type Rendered, render, tapIn } from "../../src/rendering/render.ts";

const cloud = capabilitiesOf["whatsapp-cloud"];
const { telegram, "whatsapp-web": paired } = capabilitiesOf;

/** As one sees it: the text, then [buttons], or • rows with their notes. */
function seen(messages: readonly Rendered[]): readonly string[] {
  return messages.map((message) => {
    if (message.kind === "text") return message.text;
    if (message.kind === "buttons")
      return [message.text, ...message.buttons.map(({ label }) => `[${label}]`)].join("\n");
    const rows = message.rows.map(({ label, note }) => `• ${label}${note ? ` / ${note}` : ""}`);
    return [message.text, ...rows].join("\n");
  });
}

function choices(...labels: readonly string[]): readonly Choice[] {
  return labels.map((label, index) => ({ value: String(index + 1), label }));
}

const consent = choices("✅ Ya, setuju", "❌ Tidak", "Baca lengkap");
const counties = [
  "Kabupaten Ogan Komering Ulu",
  "Kabupaten Ogan Komering Ulu Timur",
  "Kabupaten Penukal Abab Lematang Ilir",
];

test.each<readonly [string, Capabilities, readonly Choice[], string]>([
  ["nothing to choose", cloud, [], "Bagaimana?"],
  [
    "three short ones: buttons",
    cloud,
    consent,
    "Bagaimana?\n[✅ Ya, setuju]\n[❌ Tidak]\n[Baca lengkap]",
  ],
  ["on Telegram too", telegram, consent, "Bagaimana?\n[✅ Ya, setuju]\n[❌ Tidak]\n[Baca lengkap]"],
  [
    "by a paired telephone they are numbered",
    paired,
    consent,
    "Bagaimana?\n\n1  ✅ Ya, setuju\n2  ❌ Tidak\n3  Baca lengkap",
  ],
  ["four: a list", cloud, choices("A", "B", "C", "D"), "Bagaimana?\n• A\n• B\n• C\n• D"],
  [
    "one too long for a button, not for a row: a list",
    cloud,
    choices("Digaji orang/perusahaan", "Yang lain"),
    "Bagaimana?\n• Digaji orang/perusahaan\n• Yang lain",
  ],
  [
    "too long for a row: cut, with the whole label as its note",
    cloud,
    choices("Kec. Talang Kelapa, Banyuasin", "Tulis lagi"),
    "Bagaimana?\n• Kec. Talang Kelapa, Ban… / Kec. Talang Kelapa, Banyuasin\n• Tulis lagi",
  ],
  [
    "alike once they are cut: numbered",
    cloud,
    choices(...counties),
    `Bagaimana?\n\n1  ${counties[0]}\n2  ${counties[1]}\n3  ${counties[2]}`,
  ],
  [
    "alike but for capital letters: numbered",
    cloud,
    choices("Suka Maju", "SUKA MAJU"),
    "Bagaimana?\n\n1  Suka Maju\n2  SUKA MAJU",
  ],
  ["a label that says nothing: numbered", cloud, choices("Ya", " "), "Bagaimana?\n\n1  Ya\n2"],
  [
    "a label of two lines becomes one",
    cloud,
    choices("Kerja\n di  rumah"),
    "Bagaimana?\n[Kerja di rumah]",
  ],
  [
    "a value that the channel cannot carry: numbered",
    telegram,
    [{ value: "v".repeat(70), label: "Ya" }],
    "Bagaimana?\n\n1  Ya",
  ],
  [
    "two of the same value: numbered, as nobody could tell which was tapped",
    telegram,
    [
      { value: "x", label: "Ya" },
      { value: "x", label: "Tidak" },
    ],
    "Bagaimana?\n\n1  Ya\n2  Tidak",
  ],
])("%s", (_what, can, some, shown) => {
  expect(seen(render({ id: 7, text: "Bagaimana?", choices: some }, can))).toEqual([shown]);
});

test("a button carries the saying it stands under", () => {
  const [message] = render({ id: 7, text: "Setuju?", choices: consent }, telegram);
  const values = message?.kind === "buttons" && message.buttons.map(({ value }) => value);
  expect(values).toEqual(["7:1", "7:2", "7:3"]);
  expect(tapIn("7:1")).toEqual({ under: 7, value: "1" });
});

test("buttons without a text would stand under nothing: they are numbered; nothing at all is no message", () => {
  expect(seen(render({ id: 7, text: "  ", choices: consent }, telegram))).toEqual([
    "1  ✅ Ya, setuju\n2  ❌ Tidak\n3  Baca lengkap",
  ]);
  expect(render({ id: 7, text: "" }, telegram)).toEqual([]);
});

test("a text too long to stand above buttons comes before, and the buttons are under its end", () => {
  const text = `${"Ini penjelasan yang panjang. ".repeat(60)}\n\nSetuju?`;
  const messages = render({ id: 7, text, choices: consent }, cloud);
  expect(messages.map(({ kind }) => kind)).toEqual(["text", "buttons"]);
  expect(messages.map((message) => message.text.length <= 1024)).toEqual([true, true]);
  expect(messages.at(-1)?.text).toMatch(/Setuju\?$/);
});

test("many lines are paged: the question with the first, the numbers going on", () => {
  const regencies = choices(...Array.from({ length: 17 }, (_, index) => `Kabupaten ${index + 1}`));
  expect(seen(render({ id: 7, text: "Kabupaten apa?", choices: regencies }, paired))).toEqual([
    `Kabupaten apa?\n\n${lines(1, 9)}`,
    lines(10, 17),
  ]);
  expect(
    seen(render({ id: 7, text: "Kabupaten apa?", choices: regencies }, capabilitiesOf.terminal)),
  ).toEqual([`Kabupaten apa?\n\n${lines(1, 17)}`]);
});

test("a question that fills a message alone comes before the lines", () => {
  const text = "Tanya. ".repeat(585).trim();
  const messages = seen(render({ id: 7, text, choices: choices("Ya", "Tidak") }, paired));
  expect(messages).toEqual([text, "1  Ya\n2  Tidak"]);
});

function lines(from: number, to: number): string {
  return Array.from(
    { length: to - from + 1 },
    (_, at) => `${from + at}  Kabupaten ${from + at}`,
  ).join("\n");
}

const labels = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 }), {
  maxLength: 40,
});
const channels = fc.constantFrom(...Object.values<Capabilities>(capabilitiesOf));

test("whatever is offered: within what the channel shows, every choice there, and each to be told from the others", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), labels, channels, (text, some, can) => {
      const says = { id: 123_456, text, choices: choices(...some) };
      const messages = render(says, can);
      for (const message of messages) {
        const most = message.kind === "text" ? can.textMax : can.aboveChoicesMax;
        expect(message.text.length).toBeLessThanOrEqual(most);
        expect(message.text.trim()).not.toBe("");
        if (message.kind !== "text") expect(optionsOf(message, can)).toHaveLength(some.length);
      }
      const isTapped = messages.some(({ kind }) => kind !== "text");
      const all = messages.map((message) => message.text).join("\n");
      expect(bare(all).startsWith(bare(text))).toBe(true);
      if (isTapped) return;
      const numbers = [...all.matchAll(/^(\d+)(?= {2}|$)/gm)].map(([, number]) => Number(number));
      for (const index of some.keys()) expect(numbers).toContain(index + 1);
    }),
  );
});

/** The labels, when each fits and differs from the others. */
function optionsOf(message: Exclude<Rendered, { kind: "text" }>, can: Capabilities) {
  const rows = message.kind === "buttons" ? message.buttons : message.rows;
  const shape = message.kind === "buttons" ? can.buttons : can.list;
  expect(rows.length).toBeLessThanOrEqual(shape?.most ?? 0);
  for (const { label, value } of rows) {
    expect(label.trim()).not.toBe("");
    expect(label.length).toBeLessThanOrEqual(shape?.labelMax ?? 0);
    expect(label.isWellFormed()).toBe(true);
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(can.valueMax);
  }
  return [...new Set(rows.map(({ label }) => label.toLowerCase()))];
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

test("a tap comes back as it was sent; anything else is none of ours", () => {
  fc.assert(
    fc.property(fc.nat(), fc.string({ minLength: 1 }), (under, value) => {
      expect(tapIn(`${under}:${value}`)).toEqual({ under, value });
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d*[:;]?.*$/)), (data) => {
      const tap = tapIn(data);
      if (tap !== undefined) expect(`${tap.under}:${tap.value}`).toBe(data);
    }),
  );
});

test.each([
  "",
  ":",
  "7:",
  ":yes",
  "yes",
  "-1:yes",
  "07:yes",
  "1.5:yes",
  "7;yes",
  "9999999999999999:yes",
])("%j is no tap", (data) => expect(tapIn(data)).toBeUndefined());
