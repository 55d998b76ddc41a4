/** Readings written short, so that a table of them can be read. */
import fc from "fast-check";
import type { Option, Reading, Value } from "../src/conversation/answers/kind.ts";

/** What was understood; a fault with its values; or what is offered when it is asked back. */
export function short(reading: Reading): Value | { fault: string } | { which: readonly string[] } {
  switch (reading.kind) {
    case "understood":
      return reading.value;
    case "misread":
      return { fault: reading.fault, ...reading.values };
    case "ask-back":
      return { which: reading.ways.map(({ value }) => value) };
  }
}

/** Buttons by value and label. */
export function buttons(...rows: readonly (readonly [string, string])[]): readonly Option[] {
  return rows.map(([value, label]) => ({ value, label }));
}

/** Any text at all: of letters as they are seen, and of bare code points with nothing left out. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."0123456789 +-./:,?OIl'’\u200b\ud800\n🙏") }),
);
