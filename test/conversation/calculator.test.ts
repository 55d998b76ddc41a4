/** Exact figures: who asks what on which day, by the table of PP 44/2015 and PP 46/2015 worked out by hand. */
import { expect, test } from "vitest";
import { calculated, type Person } from "./calculator.ts";

/** Income, then a month without and with savings, then the same with the discount. */
test.each([
  ["1 juta", "Rp16.800", "Rp36.800", "Rp8.400", "Rp28.400"],
  // Between two printed brackets the lower one holds.
  ["1.099.500", "Rp16.800", "Rp36.800", "Rp8.400", "Rp28.400"],
  ["1,1 juta", "Rp18.800", "Rp42.800", "Rp9.400", "Rp33.400"],
  ["1,3 juta", "Rp20.800", "Rp48.800", "Rp10.400", "Rp38.400"],
  ["1,5 juta", "Rp22.800", "Rp54.800", "Rp11.400", "Rp43.400"],
  ["2 juta", "Rp26.800", "Rp66.800", "Rp13.400", "Rp53.400"],
  ["2,5 juta", "Rp32.800", "Rp84.800", "Rp16.400", "Rp68.400"],
  ["2.700.000", "Rp36.300", "Rp95.300", "Rp18.150", "Rp77.150"],
  ["4 juta", "Rp46.300", "Rp125.300", "Rp23.150", "Rp102.150"],
  ["5 juta", "Rp56.300", "Rp155.300", "Rp28.150", "Rp127.150"],
  ["8,2 juta", "Rp93.800", "Rp267.800", "Rp46.900", "Rp220.900"],
  ["10.200.000", "Rp113.800", "Rp327.800", "Rp56.900", "Rp270.900"],
  ["25 juta", "Rp213.800", "Rp627.800", "Rp106.900", "Rp520.900"],
])("kalau %s: %s, with savings %s, and cut %s, %s", (income, two, three, cutTwo, cutThree) => {
  const said = calculated(`kalau gaji ${income} berapa iurannya`, "a rubber tapper");
  expect(said).toContain(`kematian ${two} sebulan, dengan tabungan hari tua ${three}.`);
  expect(said).toContain(`jadi cukup ${cutTwo}, dan dengan tabungan ${cutThree}.`);
});

type Row = readonly [person: Person, day: string, asks: string, ...says: readonly string[]];

const tapper = "a rubber tapper";
const rider = "an ojek rider";
const tapperKnown = "a rubber tapper who earns 2 million";
const riderKnown = "an ojek rider who earns 2 million";

const rows: readonly Row[] = [
  // Before anything is known: ordinary work, and how long it lasts for riders and drivers.
  [
    "nobody",
    "2026-11-25",
    "kalau gaji 2 juta?",
    "kematian Rp26.800 sebulan",
    "Mulai Januari 2027",
    "baru mulai April 2027",
    "12 bulan: Rp321.600, dengan potongan Rp294.800",
    "12 bulan: Rp801.600, dengan potongan Rp774.800",
  ],
  [
    "nobody",
    "2026-12-31",
    "kalau gaji 2 juta?",
    "Sampai iuran bulan Desember 2026",
    "12 bulan: Rp321.600, dengan potongan Rp308.200",
    "bisa lebih ringan",
  ],
  [
    "nobody",
    "2027-01-01",
    "kalau gaji 2 juta?",
    "Khusus ojek, sopir, dan kurir, sampai iuran bulan Maret 2027",
    "12 bulan: Rp321.600\n",
    "menurut PP 50/2025",
  ],
  [
    "nobody",
    "2027-04-01",
    "kalau gaji 2 juta?",
    "12 bulan: Rp321.600\n",
    "sejak 1 Juli 2015. Bisa dicocokkan ke 175.",
  ],
  [
    "nobody",
    "2026-11-25",
    "kalo sehari 100rb brp iurannyo",
    "Rp100.000 sehari, kerja 25 hari, kira-kira Rp2.500.000 sebulan: ",
    "Rp32.800",
    "Rp84.800",
  ],
  [
    "nobody",
    "2026-11-25",
    "kalau 1,5 juta 6 bulan dak pakai tabungan",
    "6 bulan, dari iuran November 2026:\nTanpa tabungan: Rp136.800, dengan potongan Rp114.000",
  ],
  [
    "nobody",
    "2026-11-25",
    "untuk setahun berapa",
    "mulai Rp16.800 sebulan. Tulis sekalian penghasilannya",
  ],
  ["nobody", "2026-11-25", "bayar 3 bulan sekaligus berapo", "Tulis sekalian penghasilannya"],
  ["nobody", "2026-11-25", "2 juta?", "Untuk penghasilan Rp2.000.000 sebulan"],
  // The job is known.
  [
    tapper,
    "2026-11-25",
    "klo penghasilan 2jt brp bayarnyo",
    "1 bulan: Rp26.800, dengan potongan Rp13.400",
    "3 bulan: Rp80.400, dengan potongan Rp53.600",
    "6 bulan: Rp160.800, dengan potongan Rp134.000",
  ],
  [
    tapper,
    "2026-12-01",
    "gaji 2 juta bayar 3 bulan berapa",
    "Tanpa tabungan: Rp80.400, dengan potongan Rp67.000",
    "Dengan tabungan: Rp200.400, dengan potongan Rp187.000",
  ],
  [
    tapper,
    "2026-12-31",
    "gaji 2 juta, setahun berapa",
    "Rp321.600, dengan potongan Rp308.200",
    "Rp801.600, dengan potongan Rp788.200",
  ],
  [
    tapper,
    "2027-01-01",
    "gaji 2 juta, setahun berapa",
    "Tanpa tabungan: Rp321.600\nDengan tabungan: Rp801.600",
  ],
  [
    rider,
    "2026-11-25",
    "gaji 2 juta, 6 bulan berapa",
    "Sampai iuran bulan Maret 2027",
    "Tanpa tabungan: Rp160.800, dengan potongan Rp93.800",
  ],
  [rider, "2026-12-31", "gaji 2 juta, setahun berapa", "Rp321.600, dengan potongan Rp268.000"],
  [
    rider,
    "2027-01-01",
    "gaji 2 juta, 3 bulan berapa",
    "Rp80.400, dengan potongan Rp40.200",
    "Mulai April 2027",
  ],
  [rider, "2027-03-31", "gaji 2 juta, 3 bulan berapa", "Rp80.400, dengan potongan Rp67.000"],
  [
    rider,
    "2027-04-01",
    "gaji 2 juta, 3 bulan berapa",
    "Tanpa tabungan: Rp80.400\nDengan tabungan: Rp200.400",
  ],
  // The income is known from the answers.
  [
    tapperKnown,
    "2026-11-25",
    "berapa bayarnya?",
    "Untuk penghasilan Rp2.000.000 sebulan",
    "12 bulan: Rp321.600, dengan potongan Rp294.800",
  ],
  [tapperKnown, "2026-11-25", "iurannya berapa", "Rp26.800"],
  [tapperKnown, "2026-11-25", "iurannya?", "Rp26.800"],
  [tapperKnown, "2026-11-25", "keno berapo", "Rp26.800"],
  [tapperKnown, "2026-11-25", "yang 12 bulan berapa", "12 bulan, dari iuran November 2026:"],
  [tapperKnown, "2026-11-25", "kalau 3 bulan?", "3 bulan, dari iuran November 2026:"],
  [
    tapperKnown,
    "2026-11-25",
    "kalau yang dua bae 3 bulan berapo",
    "Tanpa tabungan: Rp80.400, dengan potongan Rp53.600",
  ],
  [
    tapperKnown,
    "2026-11-25",
    "iuran tiga tiganya setengah tahun brp",
    "6 bulan, dari iuran November 2026:\nDengan tabungan: Rp400.800",
  ],
  [
    tapperKnown,
    "2026-11-25",
    "berapa kalau 3 juta",
    "Untuk penghasilan Rp3.000.000 sebulan",
    "Rp36.300",
  ],
  [
    tapperKnown,
    "2026-11-25",
    "berapa iuran 3 bulan dan 6 bulan",
    "3 bulan: Rp80.400, dengan potongan Rp53.600\n6 bulan: Rp160.800",
  ],
  [tapperKnown, "2026-11-25", "berapa untuk 2 tahun", "12 bulan, dari iuran"],
  [riderKnown, "2026-11-25", "total setahun berapa", "Rp321.600, dengan potongan Rp254.600"],
  [riderKnown, "2027-04-01", "berapa bayarnya", "12 bulan: Rp321.600\n"],
  // Who employs others has the savings with it and no discount; where the government pays there is none either.
  [
    "an employer",
    "2026-11-25",
    "kalau 2 juta berapa iurannya",
    "iurannya Rp66.800 sebulan. Tabungan hari tua sudah termasuk",
    "12 bulan: Rp801.600\n",
    "sejak 1 Juli 2015. Bisa",
  ],
  ["somebody for whom the village pays", "2026-11-25", "berapa iurannya", "12 bulan: Rp321.600\n"],
];

const cases = rows.map(([person, day, asks, ...says]) => ({ person, day, asks, says }));

test.each(cases)("$person, $day: $asks", ({ person, day, asks, says }) => {
  const said = calculated(asks, person, day);
  for (const part of says) expect(`${said}\n`).toContain(part);
});

test("a discount is promised to nobody who employs others, and not where the government pays", () => {
  const people = ["an employer", "somebody for whom the village pays"] as const;
  for (const person of people) {
    expect(calculated("kalau 2 juta berapa iurannya", person)).not.toContain("potongan");
  }
});
