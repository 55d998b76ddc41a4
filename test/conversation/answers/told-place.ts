/** What was made of a place, written short. */
import type { Reading } from "../../../src/conversation/answers/kind.ts";

/** The code, a fault with its values, or what is asked with the ways out. */
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
        ...(reading.completes === undefined ? [] : [reading.completes]),
      ];
  }
}
