/**
 * What every contact must have been told and what must be kept at the end, written down without a session, a reader
 * or a flow: one straight line from the person to the texts. It shares nothing with what it judges.
 */
import { type Contact, jobs, villages } from "./workload.ts";

export type Expected = {
  /** In order; `{number}` stands for the number to speak. */
  readonly texts: readonly string[];
  /** The registration as handed in. */
  readonly registration: Readonly<Record<string, unknown>>;
};

export function expected({ person }: Contact): Expected {
  const { birth, nik } = person;
  const village = villages[person.village] ?? "";
  const place = places[person.village];
  const summary = [
    `Nama: ${person.name}`,
    `Jenis kelamin: ${person.sex === "male" ? "Laki-laki" : "Perempuan"}`,
    `Lahir: ${birth.day} ${months[birth.month - 1]} ${birth.year}`,
    `NIK: ${nik.slice(0, 4)}••••••••${nik.slice(12)}`,
    `HP: akhir ${person.phone.slice(-4)}`,
    `Pekerjaan: ${jobs[person.job]}`,
    `Penghasilan: Rp${thousands(person.income)} sebulan`,
    `Tinggal: ${village}, ${place?.district}, ${place?.regency}`,
    `Ikut: ${person.programs === 1 ? "dua jaminan" : "tiga jaminan"}`,
  ].join("\n");
  const [job] = ofJobs[person.job] ?? [];
  return {
    texts: [
      "Selamat datang.",
      ...questions.slice(0, 4),
      "NIK harus 16 angka, tadi 15.",
      ...questions.slice(3, 11),
      summary,
      ...questions.slice(11),
      "Terima kasih. Nomornya {number}.",
    ],
    registration: {
      segment: categories[person.category - 1],
      birth_date: `${birth.year}-${two(birth.month)}-${two(birth.day)}`,
      occupation: { code: job, said: jobs[person.job] },
      ecosystem: ofJobs[person.job]?.[1],
      sector: ofJobs[person.job]?.[2],
      income: person.income,
      programs: person.programs === 1 ? "jkk-jkm" : "jkk-jkm-jht",
      payer: "self",
      village: { code: place?.code, village },
      regency: place?.code.slice(0, 5),
      district: place?.code.slice(0, 8),
      address: "Jalan Melati",
      phone: `+62${person.phone.slice(1)}`,
      nik,
      sex: person.sex,
      name: person.name,
      ...(place?.branch === undefined ? {} : { branch: place.branch }),
    },
  };
}

const questions = [
  "Setuju data dicatat?",
  "Kerjanya bagaimana?",
  "Siapa nama lengkapnya?",
  "Berapa NIK-nya?",
  "Kapan lahirnya?",
  "Jenis kelamin?",
  "Berapa nomor HP-nya?",
  "Tinggal di mana?",
  "Pekerjaannya apa?",
  "Penghasilan sebulan berapa?",
  "Ikut yang mana?",
  "Sudah benar?",
].map((question, index) => `${index + 1}/12\n${question}\nKetik BANTUAN.`);

const categories = ["own-account", "wage", "construction", "other"];

const months =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  );

type ReferencePlace = {
  readonly code: string;
  readonly district: string;
  readonly regency: string;
  readonly branch?: string;
};

const places: readonly ReferencePlace[] = [
  { code: "16.71.01.1001", district: "Ilir Jati", regency: "Palembang", branch: "Palembang" },
  { code: "16.72.01.1001", district: "Dempo Jati", regency: "Pagar Alam" },
  { code: "16.73.01.1001", district: "Linggau Jati", regency: "Lubuk Linggau" },
  { code: "16.74.01.1001", district: "Rambang Jati", regency: "Prabumulih" },
  { code: "16.07.01.2001", district: "Betung Jati", regency: "Banyuasin", branch: "Palembang" },
];

/** Code, ecosystem and sector of each job. */
const ofJobs: readonly (readonly [string, string, string])[] = [
  ["rubber-tapper", "desa", "other"],
  ["fisher", "desa", "other"],
  ["motorcycle-taxi", "desa", "transport"],
  ["tailor", "ukm", "other"],
  ["palm-farmer", "desa", "other"],
];

function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
