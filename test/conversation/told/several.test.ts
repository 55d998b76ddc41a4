/** Messages that say more than what is asked: what is stored, what waits for its question, what is asked next. */
import { describe, expect, test } from "vitest";
import { left } from "./outcome.ts";

describe("while how somebody works is asked", () => {
  test.each([
    ["tukang ojek", "segment own-account; occupation: tukang ojek → birth_date"],
    ["jual pempek di pasar", "segment own-account; occupation: jual pempek di pasar → birth_date"],
    ["sayo ngojek", "segment own-account; occupation: ngojek → birth_date"],
    [
      "tukang ojek dan jual pempek",
      "segment own-account; occupation: tukang ojek, jual pempek → birth_date",
    ],
    [
      "tukang ojek, 100 ribu sehari",
      "segment own-account; occupation: tukang ojek; income: 100 ribu sehari → birth_date",
    ],
    [
      "jual pempek, 2 juta sebulan",
      "segment own-account, income 2000000; occupation: jual pempek → birth_date",
    ],
    ["kerja sendiri, 2 juta", "segment own-account, income 2000000 → birth_date"],
    [
      "petani karet, 4 juta sekali panen, tinggal di plaju",
      "segment own-account; occupation: petani karet; income: 4 juta sekali panen; village: plaju → birth_date",
    ],
    [
      "petani musim hujan cuma 700 ribu, lahir 5 maret 1980",
      "segment own-account, birth_date 1980-03-05; occupation: petani musim hujan cuma; income: 700 ribu → occupation?",
    ],
    [
      "nama siti aminah lahir 5 maret 1980 kerja jual pempek",
      "segment own-account, birth_date 1980-03-05, name Siti Aminah; occupation: jual pempek → occupation?",
    ],
    [
      "Budi 12/3/1985 ojek plaju 081234567890",
      "segment own-account, birth_date 1985-03-12, phone +6281234567890; occupation: ojek plaju → occupation?",
    ],
    ["siti, perempuan, lahir 5 maret 80", "birth_date 1980-03-05 → segment"],
    [
      "serabutan, namo sayo wayan, lahir lima maret delapan puluh",
      "segment own-account, birth_date 1980-03-05, name Wayan; occupation: serabutan → occupation?",
    ],
    [
      "punya karyawan 3, buka warung makan, hp 0812 3456 7890",
      "segment employer, phone +6281234567890; occupation: warung makan → birth_date",
    ],
    ["digaji, satpam di PT", "segment wage; occupation: satpam di PT → wage_work"],
    ["sendiri, perempuan", "segment own-account → birth_date"],
    [
      "betino, jualan model lewat hp, anak 3, lahir 12-5-1978",
      "segment own-account, birth_date 1978-05-12; occupation: jualan model lewat hp → occupation?",
    ],
    [
      "saya siti umur 45 tahun kerja jual pempek 50 ribu sehari",
      "segment own-account; occupation: jual pempek; income: 50 ribu sehari → birth_date",
    ],
    [
      "nama usaha saya warung siti, jual nasi",
      "segment own-account; occupation: jual nasi → birth_date",
    ],
    [
      "tukang ojek\n5 maret 1980\n0812 3456 7890",
      "segment own-account, birth_date 1980-03-05, phone +6281234567890; occupation: tukang ojek → occupation?",
    ],
    [
      "usaha sendiri, lahir 5 maret 2015",
      "segment own-account; birth_date: 5 maret 2015 → birth_date?",
    ],
    ["2 juta sebulan", "income 2000000 → segment"],
    [
      "tukang becak, talang putri, plaju",
      "segment own-account, village Talang Putri; occupation: tukang becak → birth_date",
    ],
    [
      "ojek, nik 1699 0145 0380 0001",
      "segment own-account, nik 1699014503800001; occupation: ojek → birth_date",
    ],
  ])("%s", (text, outcome) => {
    expect(left("segment", text)).toBe(outcome);
  });
});

describe("while the birth date is asked", () => {
  test.each([
    ["5 maret 1980, jual pempek", "birth_date 1980-03-05, occupation jual pempek → trade_place"],
    ["5 maret 1980 dan saya tukang ojek", "birth_date 1980-03-05, occupation tukang ojek → income"],
    [
      "5 maret 1980 tukang ojek 100rb sehari",
      "birth_date 1980-03-05, occupation tukang ojek → income?",
    ],
    [
      "5 maret 80\njual sayur\n50 ribu sehari\n081234567890",
      "birth_date 1980-03-05, occupation jual sayur, phone +6281234567890; income: 50 ribu sehari → trade_place",
    ],
    [
      "5 maret 1980, jual pempek di pasar",
      "birth_date 1980-03-05, occupation jual pempek di pasar, trade_place market → income",
    ],
    ["umur 45, jual sayur", "occupation jual sayur → birth_date?"],
    ["tahun 1980, tukang becak", "birth_date 1980, occupation tukang becak → income"],
    ["5 maret, jual sayur", "occupation jual sayur → birth_date?"],
    ["jual sayur, 2 juta sebulan", "occupation jual sayur, income 2000000 → birth_date"],
    ["perempuan, 5 maret 1980", "birth_date 1980-03-05 → occupation"],
    ["5 maret 1980, tinggal di gubuk xyzq", "birth_date 1980-03-05 → occupation"],
    ["5 maret 1980, kec plaju", "birth_date 1980-03-05 → occupation"],
    ["5 maret 1980, modal 2 juta", "birth_date 1980-03-05 → occupation"],
    [
      "5 maret 1980 tinggal di talang putri plaju nama saya siti aminah",
      "birth_date 1980-03-05, village Talang Putri, name Siti Aminah → occupation",
    ],
    [
      "5 maret 1980, kerjo nyadap karet, namo siti",
      "birth_date 1980-03-05, occupation nyadap karet, name Siti → income",
    ],
  ])("%s", (text, outcome) => {
    expect(left("birth_date", text)).toBe(outcome);
  });
});

describe("while the work is asked", () => {
  test.each([
    ["jual pempek, 2 juta sebulan", "occupation jual pempek, income 2000000 → trade_place"],
    ["tukang ojek, 100 ribu sehari", "occupation tukang ojek → income?"],
    ["jual pempek di pasar", "occupation jual pempek di pasar, trade_place market → income"],
    ["jual pempek, di rumah", "occupation jual pempek, trade_place home → income"],
    ["jual pempek di pasar, online", "occupation jual pempek di pasar → trade_place?"],
    [
      "jual pempek di pasar 2 juta sebulan talang putri plaju",
      "occupation jual pempek di pasar, trade_place market, income 2000000, village Talang Putri → programs",
    ],
    ["tukang ojek, tinggal di jambi", "occupation tukang ojek, village jambi → income"],
    [
      "nyadap karet 3 juta per bulan, 0812 3456 7890 atau 0813 1111 2222",
      "occupation nyadap karet, income 3000000; phone: 0812 3456 7890, 0813 1111 2222 → programs",
    ],
    ["nyadap karet, utang 3 juta", "occupation nyadap karet, utang 3 juta → income"],
    ["gak tau, 2 juta sebulan", "income 2000000 → occupation"],
    ["budi, 2 juta sebulan", "income 2000000 → occupation"],
    ["jual sayur di pasar rumah", "occupation jual sayur di pasar rumah → trade_place?"],
    ["nama ojek, 2 juta", "occupation nama ojek, 2 juta → income"],
    ["tukang becak, lahir 6 maret 1981", "occupation tukang becak → income"],
  ])("%s", (text, outcome) => {
    expect(left("occupation", text)).toBe(outcome);
  });
});

describe("while the income is asked", () => {
  test.each([
    ["2 juta, yang dua bae, 3 bulan", "income 2000000; period: 3 bulan → programs?"],
    [
      "2 juta, tambah tabungan, 3 bulan",
      "income 2000000, programs jkk-jkm-jht, period 3, payer self → village",
    ],
    ["2 juta, dua jaminan", "income 2000000, programs jkk-jkm → period"],
    ["100 ribu sehari, 0812 3456 7890", "phone +6281234567890 → income?"],
    ["2 juta, talang putri plaju", "income 2000000, village Talang Putri → programs"],
    [
      "2 juta, desa sungai rengit kec talang kelapa, nama siti",
      "income 2000000, village Sungai Rengit, name Siti → programs",
    ],
  ])("%s", (text, outcome) => {
    expect(left("income", text)).toBe(outcome);
  });
});

describe("later", () => {
  test.each([
    ["programs", "dua perlindungan, sebulan", "programs jkk-jkm, period 1, payer self → village"],
    ["programs", "yang dua bae, 3 bulan", "nothing; period: 3 bulan → programs?"],
    [
      "programs",
      "tambah tabungan, 6 bulan, talang putri plaju",
      "programs jkk-jkm-jht, period 6, payer self, village Talang Putri → address",
    ],
    [
      "period",
      "3 bulan, talang putri, plaju",
      "period 3, payer self, village Talang Putri → address",
    ],
    [
      "village",
      "talang putri plaju, hp 081234567890",
      "village Talang Putri, phone +6281234567890 → address",
    ],
    ["village", "talang putri plaju nama saya budi", "village Talang Putri, name Budi → address"],
    ["address", "dusun 2 rt 3, 0812 3456 7890", "address dusun 2 rt 3, phone +6281234567890 → nik"],
    [
      "address",
      "dusun 2 rt 3, nama saya siti, 081234567890, dekat masjid",
      "address dusun 2 rt 3, dekat masjid, phone +6281234567890, name Siti → nik",
    ],
    [
      "phone",
      "0812 3456 7890 nik 1699014503800001 nama siti aminah",
      "phone +6281234567890, nik 1699014503800001, name Siti Aminah → confirm",
    ],
    ["phone", "081234567890 nama siti aminah", "phone +6281234567890, name Siti Aminah → nik"],
    [
      "nik",
      "1699014503800001 nama siti aminah",
      "nik 1699014503800001, name Siti Aminah → confirm",
    ],
    ["nik", "perempuan, xyz", "nothing → nik"],
    ["name", "siti aminah, perempuan", "name Siti Aminah → confirm"],
    ["name", "siti aminah 081234567890", "name Siti Aminah → confirm"],
    ["name", "siti aminah, lahir 5 maret 1980", "name Siti Aminah → confirm"],
  ])("at %s: %s", (upTo, text, outcome) => {
    expect(left(upTo, text)).toBe(outcome);
  });
});
