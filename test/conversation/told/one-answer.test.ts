/** Messages that answer one question and are taken whole, however many commas they have. */
import { expect, test } from "vitest";
import { left } from "./outcome.ts";

test.each([
  ["occupation", "petani karet dan jual sayur", "nothing → occupation?"],
  ["occupation", "jual nasi dan gorengan", "occupation jual nasi dan gorengan → trade_place"],
  ["occupation", "jual pulsa hp", "occupation jual pulsa hp, trade_place online → income"],
  ["occupation", "jual pempek 5 kilo sehari", "occupation jual pempek 5 kilo sehari → trade_place"],
  ["occupation", "nyadap karet, utang 3 juta", "occupation nyadap karet, utang 3 juta → income"],
  [
    "occupation",
    "tukang ojek tinggal di rumah sendiri",
    "occupation tukang ojek tinggal di rumah sendiri → income",
  ],
  [
    "occupation",
    "ibu rumah tangga, jual kue",
    "occupation ibu rumah tangga, jual kue, trade_place home → income",
  ],
  ["income", "1-2 juta", "nothing → income?"],
  ["income", "1 juta sampai 2 juta sebulan", "nothing → income?"],
  ["income", "2 juta dan 3 juta", "nothing → income"],
  ["income", "5 juta, 3 bulan", "nothing → income?"],
  ["income", "sehari 50 ribu kadang 100 ribu", "nothing → income?"],
  ["income", "2 juta, kadang 3", "nothing → income?"],
  ["birth_date", "lahir di plaju 5 maret 1980", "birth_date 1980-03-05 → occupation"],
  ["birth_date", "palembang, 5 maret 1980", "birth_date 1980-03-05 → occupation"],
  ["birth_date", "ttl: palembang, 5 maret 1980", "birth_date 1980-03-05 → occupation"],
  ["period", "3 bulan, bayar sendiri", "period 3, payer self → village"],
  ["programs", "kecelakaan kerja dan kematian", "programs jkk-jkm → period"],
  ["village", "Talang Putri, Plaju", "village Talang Putri → address"],
  ["village", "Talang Putri, Plaju, Palembang", "village Talang Putri → address"],
  [
    "village",
    "desa sungai rengit, kecamatan talang kelapa, banyuasin",
    "village Sungai Rengit → address",
  ],
  ["village", "tinggal di talang putri, plaju", "village Talang Putri → address"],
  ["address", "Jalan Melati RT 3, dekat pasar", "address Jalan Melati RT 3, dekat pasar → phone"],
  [
    "address",
    "Jalan Melati RT 3 samping tukang jahit",
    "address Jalan Melati RT 3 samping tukang jahit → phone",
  ],
  [
    "address",
    "dusun 2, rt 3, rw 1, dekat masjid",
    "address dusun 2, rt 3, rw 1, dekat masjid → phone",
  ],
  ["address", "nama jalan melati rt 3", "address nama jalan melati rt 3 → phone"],
  ["address", "lorong 5 maret no 12", "address lorong 5 maret no 12 → phone"],
  ["phone", "0812 3456 7890 atas nama budi", "phone +6281234567890 → nik"],
  ["phone", "0812 3456 7890, lahir 6 maret 1980", "phone +6281234567890 → nik"],
  ["phone", "0812 3456 7890, yang istri", "phone +6281234567890 → nik"],
  ["nik", "nik 1699 0145 0380 0001", "nik 1699014503800001 → name"],
  ["name", "nama saya siti aminah", "name Siti Aminah → confirm"],
  ["name", "siti aminah binti karim", "name Siti Aminah binti Karim → confirm"],
  ["name", "Siti Aminah, S.Pd", "name Siti Aminah, S.Pd → confirm"],
  ["segment", "kerja sendiri", "segment own-account → birth_date"],
  ["segment", "usaha kecil, sendiri", "segment own-account → birth_date"],
  ["segment", "digaji bos, sebulan sekali", "segment wage → wage_work"],
  ["segment", "ada karyawan 3", "segment employer → birth_date"],
])("at %s: %s", (upTo, text, outcome) => {
  expect(left(upTo, text)).toBe(outcome);
});
