import { expect, test } from "vitest";
import { placeIndex } from "../../src/enrolment/place-index.ts";
import { comparable } from "../../src/enrolment/place-name.ts";
import { places } from "../lists.ts";

test.each([
  ["spaces", "Bukit Kecil", "Bukitkecil"],
  ["capitals and hyphens", "ALANG-ALANG LEBAR", "alang alang lebar"],
  ["Roman numbers", "Ilir Barat II", "Ilir Barat Dua"],
  ["Roman ten", "Batu Marta X", "batumarta 10"],
  ["tens and ones", "Tiga-puluh-lima Ilir", "35 ilir"],
  ["tens", "Tiga-puluh Ilir", "30 ilir"],
  ["teens", "Enam-belas Ulu", "16ulu"],
  ["ten and eleven", "sepuluh sebelas", "10 11"],
  ["two numbers", "Tiga Empat Ulu", "3-4 ulu"],
  ["the part of a village", "26 Ilir D. I", "26 ilir 1"],
  ["apostrophes", "Jenti'an", "jentian"],
  ["accents", "Pláju", "plaju"],
])("names are the same with other %s", (_why, one, other) => {
  expect(comparable(one)).toBe(comparable(other));
});

test("villages sound the same however their sounds are written", () => {
  const index = placeIndex({ villages: [], districts: [], regencies: [] });
  expect(index.soundingLike("Mulya Agung")).toEqual([]);
  const villages = ["16.06.11.2019", "16.07.03.1009"].flatMap(
    (code) => places.villageByCode(code) ?? [],
  );
  const two = placeIndex({ villages, districts: [], regencies: [] });
  expect(two.soundingLike("Moelia Aggung")).toEqual(villages);
});
