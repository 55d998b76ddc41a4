/** What is said of discounts, by the day and by the rules: nothing is said past a rule's last day. */
import { describe, expect, test } from "vitest";
import { hereOf } from "../../../src/conversation/here.ts";
import { newSession } from "../../../src/conversation/session.ts";
import type { DiscountRule } from "../../../src/enrolment/contribution.ts";
import { realMaterial } from "../../world.ts";
import { momentAt } from "../talk.ts";

const material = realMaterial();
const rows = material.rules.discounts;

function at(day: string, discounts: readonly DiscountRule[] = rows) {
  const now = `${day}T02:00:00.000Z`;
  const rules = { ...material.rules, discounts };
  return hereOf(newSession(now), momentAt(now, { material: { ...material, rules } }));
}

const said = (day: string, discounts?: readonly DiscountRule[]) => {
  const { tongue, values } = at(day, discounts);
  return tongue.wording.bubbles("explain.discount", values);
};

const bothSectors =
  "Ada potongan iuran kecelakaan kerja dan kematian: sopir, ojek, dan kurir 50% sampai iuran bulan Maret 2027, pekerjaan lain 50% sampai Desember 2026. Tabungan hari tua tidak dipotong.";
const onlyTransport =
  "Potongan bulan ini hanya untuk sopir, ojek, dan kurir: 50% dari iuran kecelakaan kerja dan kematian, sampai iuran bulan Maret 2027. Untuk pekerjaan lain, potongan bulan ini tidak kami ketahui.";
const onlyOther =
  "Ada potongan 50% dari iuran kecelakaan kerja dan kematian, sampai iuran bulan Desember 2026. Untuk sopir, ojek, dan kurir, potongan bulan ini tidak kami ketahui.";
const nothing =
  "Untuk iuran bulan ini, potongan tidak kami ketahui, jadi iurannya mulai Rp16.800 sebulan. Kalau mendengar ada potongan baru, tanyakan dulu ke 175.";

test.each([
  ["in the last month of the discount for most", "2026-12-31", "both", bothSectors],
  ["on the day after", "2027-01-01", "transport", onlyTransport],
  ["in the last month of the discount for transport", "2027-03-31", "transport", onlyTransport],
  ["on the day after that", "2027-04-01", "none", nothing],
  ["before the discount for most began", "2026-03-31", "transport", onlyTransport],
])("%s", (_when, day, cuts, first) => {
  expect(at(day).values("cuts")).toBe(cuts);
  expect(said(day)[0]).toBe(first);
});

test("whom it does not reach, and which months, is said only while there is one", () => {
  expect(said("2026-12-01")).toHaveLength(3);
  expect(said("2026-12-01")[1]).toContain("menggaji karyawan");
  expect(said("2027-04-01")).toEqual([nothing]);
});

describe("rules as they may come", () => {
  const [transport, other] = [rows[0], rows[1]] as [DiscountRule, DiscountRule];

  test("a discount for everybody but transport", () => {
    expect(said("2026-12-01", [other])[0]).toBe(onlyOther);
  });

  test("nothing is said of one whose end is not known", () => {
    expect(
      said("2026-12-01", [
        { ...transport, to: null },
        { ...other, to: null },
      ]),
    ).toEqual([nothing]);
  });

  test("two shares where the programs differ", () => {
    const uneven = { ...transport, jkm_percent: 25 };
    expect(at("2027-01-01", [uneven]).values("transport_cut")).toBe("50% / 25%");
  });

  test("the price points to the discount only while there is one", () => {
    const price = (day: string) => {
      const { tongue, values } = at(day);
      return tongue.wording.bubbles("explain.price", values)[1];
    };
    expect(price("2026-12-01")).toContain("Bulan ini ada potongan juga");
    expect(price("2027-04-01")).not.toContain("potongan");
  });
});
