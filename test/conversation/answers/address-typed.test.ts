/** What is written where an address is asked: a landmark is enough, "seperti tadi" is not. */
import { expect, test } from "vitest";
import { address } from "../../../src/conversation/answers/address.ts";
import { aboutFor } from "../../about.ts";
import { short } from "../../readings.ts";

const about = aboutFor();
const more = { fault: "too-short" };
const unknown = { fault: "not-known" };
const none = { fault: "not-an-address" };

test.each([
  "rt 3",
  "RT.03/RW.01",
  "lrg mawar",
  "lorong sei aur no 12",
  "gang buntu",
  "belakang pasar",
  "depan masjid",
  "dekat sd",
  "dusun iii",
  "blok c no 4",
  "perum opi blok d 12",
  "km 5 dekat spbu",
  "simpang 4",
  "kosan bu siti",
  "rumah panggung",
  "rumah cat biru",
  "pinggir sungai",
  "rakit",
  "pondok tengah kebun",
  "tidak hafal, dekat masjid",
  "jl mawar nomor lupa",
  "dak ado nomor, dekat masjid",
  "ikut alamat suami",
  "talang putri plaju",
])("address as typed, taken: %s", (heard) => {
  expect(short(address.read(heard, about))).toBe(heard);
});

test.each([
  ["a word for a street", "jalan", more],
  ["a hamlet", "kampung", more],
  ["here", "sini", more],
  ["this house", "rumah ini", more],
  ["with parents", "numpang di rumah orang tua", more],
  ["in the garden", "di kebun", more],
  ["a number alone", "12", more],
  ["as before", "seperti tadi", more],
  ["the one before", "yang tadi", more],
  ["the same as the one before", "sama dengan alamat tadi", more],
  ["there is none", "tidak ada", unknown],
  ["there is none in Palembang", "idak ado", unknown],
  ["no address", "dak katek alamat", unknown],
  ["no number of the quarter", "dak ado rt", unknown],
  ["no house", "dak punyo rumah", unknown],
  ["not yet", "belum ada alamat", unknown],
  ["later", "nanti bae", unknown],
  ["all on the card", "lengkap di ktp", { fault: "as-on-card" }],
  ["the same", "samo bae", none],
  ["told already", "sudah tadi", none],
  ["a greeting", "halo", none],
  ["what for", "buat apa", none],
  ["right", "betul", none],
  ["a postcode", "30268", none],
])("address as typed, asked again: %s", (_why, heard, expected) => {
  expect(short(address.read(heard, about))).toEqual(expected);
});
