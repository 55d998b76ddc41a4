/** How people tell the income and the months they ask about, and what is worked out of it. */
import { expect, test } from "vitest";
import { calculated } from "./calculator.ts";

const tapper = "a rubber tapper";
const tapperKnown = "a rubber tapper who earns 2 million";

type Row = readonly [asks: string, ...says: readonly string[]];

const rows: readonly Row[] = [
  ["hari 100 ribu, sebulan bayar berapa", "kerja 25 hari, kira-kira Rp2.500.000"],
  ["kalau 2 juta bayar", "Untuk penghasilan Rp2.000.000 sebulan: "],
  [
    "penghasilan 5 juta setahun, iurannya berapa",
    "Rp5.000.000 setahun, kira-kira Rp416.667 sebulan: ",
  ],
  [
    "gaji 800 ribu seminggu brp bayar",
    "Rp800.000 seminggu, kira-kira Rp3.200.000 sebulan: ",
    "Rp41.300",
  ],
  [
    "panen 4 juta 2 kali setahun iurannya berapa",
    "Rp4.000.000 sekali dapat, kira-kira Rp666.667 sebulan: ",
    "Rp16.800",
  ],
  ["kalau panen 4 juta berapa bayarnya", "dapatnya berapa kali setahun?"],
  [
    "10 juta 3 bulan sekali iurannya berapa",
    "Dari Rp10.000.000 itu, kira-kira Rp3.333.333 sebulan: ",
  ],
  ["gaji 24 juta setahun iurannya berapa", "Rp24.000.000 setahun, kira-kira Rp2.000.000 sebulan: "],
  [
    "2 juta setahun berapa",
    "Untuk penghasilan Rp2.000.000 sebulan",
    "12 bulan, dari iuran November 2026:",
  ],
  ["kalau 2 juta untuk setahun berapa", "12 bulan, dari iuran November 2026:"],
  [
    "100rb per hari, setahun berapa",
    "kerja 25 hari, kira-kira Rp2.500.000",
    "Tanpa tabungan: Rp393.600, dengan potongan Rp360.800",
  ],
  [
    "20 hari sebulan 100rb sehari berapa iurannya",
    "kerja 20 hari, kira-kira Rp2.000.000",
    "1 bulan: ",
  ],
  ["sebulan 20 hari kerja, sehari 100 ribu, berapa iuran", "kerja 20 hari, kira-kira Rp2.000.000"],
  [
    "kalau sebulan sejuta setengah, per bulan bayar berapa",
    "Untuk penghasilan Rp1.500.000 sebulan",
  ],
  ["gaji 2 bayarnya berapa", "Rp2.000.000 itu sehari atau sebulan?"],
  ["kalau 100 ribu berapa iurannya", "Rp100.000 itu sehari atau sebulan?"],
  ["gaji 2 sebulan bayarnya berapa", "Untuk penghasilan Rp2.000.000 sebulan: "],
  [
    "kalau 1-2 juta berapa iuran",
    "Rp1.000.000 sebulan: kecelakaan kerja dan kematian Rp16.800",
    "Rp2.000.000 sebulan: kecelakaan kerja dan kematian Rp26.800",
  ],
  [
    "100-150 ribu sehari berapa iurannya",
    "Rp100.000 sehari, kerja 25 hari, kira-kira Rp2.500.000",
    "Rp150.000 sehari, kerja 25 hari, kira-kira Rp3.750.000",
    "Rp46.300",
  ],
  ["kalau 200-300 ribu berapa iuran", "Rp200.000 itu sehari atau sebulan?"],
  [
    "gaji 5 juta pakai jht berapa",
    "Dengan tabungan, dari iuran November 2026:\n1 bulan: Rp155.300, dengan potongan Rp127.150",
  ],
];

test.each(rows)("%s", (asks, ...says) => {
  const said = calculated(asks, tapper);
  for (const part of says) expect(`${said}\n`).toContain(part);
});

test("with savings only, without only: the other is not listed", () => {
  expect(calculated("kalau 2 juta tanpa tabungan?")).not.toContain("Dengan tabungan");
  expect(calculated("kalau 2 juta dengan tabungan?")).not.toContain("Tanpa tabungan");
});

test("what one month costs needs no list, nor does a range", () => {
  expect(calculated("iuran sebulan berapa", tapperKnown)).not.toContain("dari iuran");
  expect(calculated("kalau 1-2 juta berapa iuran", tapper)).not.toContain("dari iuran");
});
