/** Whatever is pasted into the talk, of the greatest length that counts: at every question it is soon heard, and answered. */
import { describe, expect, test } from "vitest";
import { advance } from "../../src/conversation/advance.ts";
import { momentAt, start, talk, usual } from "./talk.ts";

const longest = 4096;
/** A hundred times what it takes alone on a fast machine; what grows with the square of the length takes longer. */
const mostMs = 100;

const pieces = [
  "x",
  "a ",
  "a,",
  ",",
  "1",
  "1 ",
  "0812 ",
  "5-3-1980, ",
  "2 juta ",
  "maret ",
  "nama ",
  "ya tidak ",
  "dak ",
  "berapa iuran ",
  "lahir 5 maret 1980, kerja petani, ",
  "\u0144",
  "\ufdfa",
];

describe.each([undefined, ...Object.keys(usual), "confirm"])("at %s", (datum) => {
  const session = talk(datum).session();
  const moment = momentAt(start);
  test.each(pieces)("%j again and again", (piece) => {
    const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
    const times = [1, 2, 3].map(() => {
      const startedAt = performance.now();
      const turn = advance(session, { kind: "text", text }, moment);
      expect(turn.says.length).toBeGreaterThan(0);
      return performance.now() - startedAt;
    });
    expect(Math.min(...times)).toBeLessThan(mostMs);
  });
});

test("of a long story, what it asks is found where it begins and where it ends", () => {
  const { questions } = momentAt(start).material.tongues.id;
  const story = "wewe wowo wiwi ".repeat(60);
  expect(questions.fits(`kapan saya bayar iuran ${story}`)[0]?.topic).toBe("when-to-pay");
  expect(questions.fits(`${story} kapan saya bayar iuran`)[0]?.topic).toBe("when-to-pay");
});
