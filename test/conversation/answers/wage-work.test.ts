/** What somebody who is paid a wage has besides it, in their own words. */
import { expect, test } from "vitest";
import { choice } from "../../../src/conversation/answers/choice.ts";
import { aboutFor } from "../../about.ts";
import { buttons, short } from "../../readings.ts";

const wages = aboutFor({
  list: "wage_work",
  options: buttons(
    ["own-business", "Ada usaha sendiri"],
    ["daily", "Kerja harian"],
    ["wage-only", "Hanya digaji"],
    ["staff", "🙋 Tanya petugas"],
  ),
});

test.each([
  ["a plain no", "tidak", "wage-only"],
  ["a plain no in Palembang", "dak", "wage-only"],
  ["none of it", "tidak ada", "wage-only"],
  ["no business in Palembang", "idak katek usaha", "wage-only"],
  ["only that", "cuma itu bae", "wage-only"],
  ["a factory", "kerja di pabrik", "wage-only"],
  ["a fixed wage", "gaji tetap", "wage-only"],
  ["paid by a shop, though a shop is a business", "kerja di toko digaji", "wage-only"],
  ["paid by the month", "digaji bulanan toko orang", "wage-only"],
  ["drives for a company", "sopir perusahaan", "wage-only"],
  ["to cancel is no answer", "batal", { fault: "not-on-list" }],
  ["wrong is no answer", "salah", { fault: "not-on-list" }],
  ["paid by the day", "digaji harian", "daily"],
  ["a business besides", "ado usaha dewek", "own-business"],
  ["sells besides", "jual gorengan", "own-business"],
])("paid a wage, and besides: %s", (_why, heard, expected) => {
  expect(short(choice.read(heard, wages))).toEqual(expected);
});
