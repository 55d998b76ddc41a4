import { expect, test } from "vitest";
import { address } from "../../../src/conversation/answers/address.ts";
import { choice } from "../../../src/conversation/answers/choice.ts";
import { consent } from "../../../src/conversation/answers/consent.ts";
import { date } from "../../../src/conversation/answers/date.ts";
import type { Kind } from "../../../src/conversation/answers/kind.ts";
import { nik } from "../../../src/conversation/answers/nik.ts";
import { personName } from "../../../src/conversation/answers/person-name.ts";
import { phone } from "../../../src/conversation/answers/phone.ts";
import { yesNo } from "../../../src/conversation/answers/yes-no.ts";
import { aboutFor } from "../../about.ts";
import { buttons } from "../../readings.ts";

/** The longest text WhatsApp delivers, in characters. */
const longest = 65_536;
const about = aboutFor({ options: buttons(["yes", "Ya, setuju"], ["12", "12 bulan"]) });
const kinds: Readonly<Record<string, Kind>> = {
  address,
  choice,
  consent,
  date,
  nik,
  "person-name": personName,
  phone,
  "yes-no": yesNo,
};
const pieces = [
  "0",
  "012 ",
  "1-",
  "1 ",
  "O",
  "0O ",
  "0.",
  ", ",
  ",x",
  "ya ",
  "nama ",
  "saya, ",
  "maret ",
  "lima ",
  "tahun ",
  "\u0301",
  "ﷺ",
  "🙏",
  "\n",
];

test.each(Object.entries(kinds))(
  "%s: a text of the greatest length holds nobody up",
  (_name, kind) => {
    for (const piece of pieces) {
      const heard = piece.repeat(longest / piece.length);
      expect(kind.read(heard, about).kind).toMatch(/^(understood|misread|ask-back)$/);
      expect(kind.read(`${heard}x`, about).kind).toMatch(/^(understood|misread|ask-back)$/);
    }
  },
);
