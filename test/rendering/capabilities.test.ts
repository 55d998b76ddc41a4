import { expect, test } from "vitest";
import type { Capabilities } from "../../src/channels/channel.ts";
import { capabilitiesOf } from "../../src/rendering/capabilities.ts";

/** The limits as the platforms publish them: a slip of the pen here is a message refused there. */
test.each<readonly [keyof typeof capabilitiesOf, Capabilities]>([
  [
    "telegram",
    { textMax: 4096, aboveChoicesMax: 4096, buttons: { most: 24, labelMax: 64 }, valueMax: 64 },
  ],
  ["whatsapp-web", { textMax: 4096, aboveChoicesMax: 4096, valueMax: 0 }],
  [
    "whatsapp-cloud",
    {
      textMax: 4096,
      aboveChoicesMax: 1024,
      buttons: { most: 3, labelMax: 20 },
      list: { most: 10, labelMax: 24, noteMax: 72 },
      valueMax: 200,
    },
  ],
])("%s", (name, limits) => {
  expect(capabilitiesOf[name]).toEqual(limits);
});
