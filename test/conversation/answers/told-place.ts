/** What was made of a place, written short. */
import type { Reading } from "../../../src/conversation/answers/kind.ts";

/** The code, a fault with its values, or what is asked with the ways out, or the gap that is filled. */
export function told(reading: Reading): unknown {
  switch (reading.kind) {
    case "understood": {
      const { code, outside } = reading.value as Readonly<Record<string, string>>;
      return code ?? { outside };
    }
    case "misread":
      return { fault: reading.fault, ...reading.values };
    case "ask-back":
      return [
        reading.text.replace("place.", ""),
        ...reading.ways.map(({ value }) => value),
        // Where there are buttons, what fills the gap is seen in the test of the whole.
        ...(reading.ways.length > 0 ? [] : [reading.completes]),
      ];
  }
}
