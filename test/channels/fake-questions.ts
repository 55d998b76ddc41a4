/** What the scripted bot asks, in the words of the real one. */
import type { Choice } from "../../src/channels/channel.ts";

type Question = {
  name: string;
  kind: string;
  /** What is said before it. */
  lead?: readonly string[];
  text: string;
  choices?: readonly Choice[];
};

export const questions: readonly Question[] = [
  {
    name: "consent",
    lead: [
      "Sebelum mulai, kami minta izin dulu. Kami akan tanya pekerjaan, penghasilan, alamat, nomor HP, dan data di KTP, hanya untuk mengurus pendaftaran ini.",
    ],
    kind: "consent",
    text: "Kalau belum selesai, kami ingatkan paling banyak dua kali. Bapak/Ibu setuju?",
    choices: [
      { value: "yes", label: "✅ Ya, setuju" },
      { value: "no", label: "❌ Tidak" },
      { value: "read", label: "Baca lengkap" },
    ],
  },
  {
    name: "segment",
    kind: "choice",
    text: "Sehari-hari Bapak/Ibu kerjanya bagaimana? Petani, nelayan, pedagang, tukang ojek, dan serabutan termasuk kerja sendiri.",
    choices: [
      { value: "own-account", label: "Kerja/usaha sendiri" },
      { value: "employer", label: "Usaha, ada karyawan" },
      { value: "wage", label: "Digaji orang/perusahaan" },
      { value: "construction", label: "Tukang/buruh bangunan" },
      { value: "registered-before", label: "Sudah pernah daftar" },
      { value: "other", label: "Yang lain" },
    ],
  },
  {
    name: "birth_date",
    kind: "date",
    text: "Kapan tanggal lahir Bapak/Ibu, seperti di KTP? Contohnya 5 Maret 1980; kalau hanya ingat tahunnya, tulis tahunnya saja.",
  },
  {
    name: "phone",
    kind: "phone",
    text: "Nomor HP yang bisa dihubungi berapa? Nomor keluarga juga boleh.",
  },
  {
    name: "nik",
    kind: "nik",
    text: "Tinggal dua lagi, sekarang siapkan KTP. Ketik 16 angka NIK di bagian atas KTP, bukan nomor KK.",
    choices: [
      { value: "no-card", label: "KTP tidak di tangan" },
      { value: "staff", label: "🙋 Tanya petugas" },
    ],
  },
  {
    name: "name",
    kind: "person-name",
    text: "Siapa nama lengkap Bapak/Ibu, persis seperti di KTP? Satu kata saja juga tidak apa-apa.",
  },
  {
    name: "confirm",
    kind: "choice",
    lead: [
      "Saya bacakan ulang, ya. 1 Nama: Siti Aminah; 2 Perempuan; 3 Lahir: 5 Maret 1980; 4 NIK: 1699••••••••0001; 5 HP: akhir 0001.",
      "6 Pekerjaan: nyadap karet; 7 Penghasilan: Rp2.000.000 sebulan; 8 Tinggal: Talang Putri, Plaju, Kota Palembang; 9 Alamat: Jalan Kapten Abdullah, RT 3.",
      "10 Ikut: kecelakaan kerja dan kematian; 11 Iuran: Rp26.800 sebulan, bayar sendiri tiap 3 bulan.",
    ],
    text: "Sudah benar semua? Kalau ada yang keliru, ketik nomornya, misalnya 9.",
    choices: [
      { value: "yes", label: "✅ Benar, kirim" },
      { value: "change", label: "Ada yang keliru" },
      { value: "later", label: "Nanti saja" },
    ],
  },
];
