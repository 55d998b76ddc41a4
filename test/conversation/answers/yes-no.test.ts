import fc from "fast-check";
import { expect, test } from "vitest";
import { yesNo } from "../../../src/conversation/answers/yes-no.ts";
import { aboutFor } from "../../about.ts";
import { anyText, buttons, short } from "../../readings.ts";

const about = aboutFor({ options: buttons(["yes", "✅ Ya, boleh"], ["no", "❌ Tidak usah"]) });
const unclear = { fault: "unclear" };

test.each([
  ["the tapped button", "no", "no"],
  ["the number", "1", "yes"],
  ["the number in words", "nomor dua", "no"],
  ["the label", "tidak usah", "no"],
  ["a plain yes", "iyo", "yes"],
  ["ok", "ok", "yes"],
  ["a thumb", "👍", "yes"],
  ["a thumb of another colour", "👍🏿", "yes"],
  ["ready", "siap pak", "yes"],
  ["willing in Palembang", "galak", "yes"],
  ["able in Palembang", "pacak", "yes"],
  ["two ways to agree", "ok siap", "yes"],
  ["a plain no", "dak", "no"],
  ["unable in Palembang", "dak pacak", "no"],
  ["not yet", "belum", "no"],
  ["not yet willing", "belum mau", "no"],
  ["there is none", "dak katek", "no"],
  ["a cross", "❌", "no"],
  ["no, not yet", "tidak, belum", "no"],
  ["wrong, no", "salah, bukan", "no"],
  ["fine: neither", "dak papo", unclear],
  ["a question", "ok?", unclear],
  ["yes and no", "ok, tidak", unclear],
  ["something else", "apa", unclear],
])("yes or no: %s", (_why, heard, expected) => {
  expect(short(yesNo.read(heard, about))).toEqual(expected);
});

const ways: Readonly<Record<"yes" | "no" | "neither", string>> = {
  yes:
    "ya, iya, y, yaa, yo, yoi, iyo, iyoo, iyolah, iyo lah, iyalah, yup, ya bener, ya pak, betul, betul nian, btul, " +
    "bener, bnr, benar pak, bener nian, nian bener, payo, payo lah, au, ao, aok, ho oh, hooh, he eh, heeh, oke, okeh, " +
    "ok, ok sip, okelah, sip, siap, gas, gaskeun, yuk, pas, pas nian, cocok, tepat, akur, sudah bener, sudah pas, " +
    "la bener, udah betul, boleh, bolehlah, setuju, mau, nggih, inggih, leres, yes, mantap, iyo bener galo, 👌",
  no:
    "tidak, tdk, ga, gak, gk, g, nggak, ngga, enggak, ndak, dak, idak, dakdo, idaklah, gaklah, dak nian, idak pak, " +
    "dak bener, dak betul, tidak benar, gak pas, tidak cocok, bukan, bkn, bukan itu, bukan yang itu, bukan pak, salah, " +
    "slh, keliru, salah nian, kurang pas, kurang tepat, belum, blm, belum pas, belum benar, jangan, jangan dulu, dak usah, " +
    "tidak perlu, dak galak, dak pacak, ora, emoh, ogah, dudu, mboten, gamau, katek, no, nope, 👎",
  neither:
    "ya tapi salah, iyo tapi belum, tidak salah, dak salah, tidak keliru, bukan tidak, bukan salah, jangan tidak, ya dak, " +
    "ya atau tidak, kurang lebih, dak papo, terserah, mungkin, ya kalau boleh, benar sebagian, sudah, ya nanti, " +
    "bukan bukan tidak, benar salah, dak semua, entah, nian, lah, pak, yo wes, oh, hmm, ok?, benar apa salah",
};

test.each(
  Object.entries(ways).flatMap(([meant, list]) =>
    list.split(", ").map((said): [string, string] => [said, meant]),
  ),
)("'%s' is %s", (said, meant) => {
  const confirming = aboutFor({ options: buttons(["yes", "✅ Betul"], ["no", "❌ Bukan"]) });
  expect(short(yesNo.read(said, confirming))).toEqual(meant === "neither" ? unclear : meant);
});

test.each(["yes", "no"])("%s is printed and read back", (value) => {
  expect(short(yesNo.read(yesNo.print(value, about), about))).toBe(value);
  expect(short(yesNo.read(yesNo.print(value, aboutFor()), aboutFor()))).toBe(value);
});

test.each([
  ["a yes", "yes", "yes"],
  ["a no", "no", "no"],
  ["anything else", "ya", undefined],
])("saved yes or no: %s", (_why, saved, expected) => {
  expect(yesNo.parse(saved, about)).toBe(expected);
});

test("yes or no: never throws, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (heard) => {
      expect(["understood", "misread"]).toContain(yesNo.read(heard, about).kind);
    }),
  );
});
