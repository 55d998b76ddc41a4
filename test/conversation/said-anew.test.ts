/** A correction said together with what is right. */
import { describe, expect, test } from "vitest";
import { talk } from "./talk.ts";

describe("under the read-back", () => {
  test.each([
    ["alamat aku dusun 5 rt 2", "confirm", "9 Alamat: dusun 5 rt 2"],
    ["ganti hp 0813 1111 2222", "confirm", "5 HP: akhir 2222"],
    ["hp: 0813 1111 2222", "confirm", "5 HP: akhir 2222"],
    ["nama salah, yang betul Siti Rahma", "confirm", "1 Nama: Siti Rahma"],
    ["bayar 6 bulan", "confirm", "tiap 6 bulan"],
    ["jalan Melati 5", "confirm", "9 Alamat: jalan Melati 5"],
    ["rt 3 rw 2", "confirm", "9 Alamat: rt 3 rw 2"],
    ["hp yang itu", "confirm", "Belum ada di pilihan"],
    ["tanggal lahir aku lupa lagi", "birth_date", "Tadi tertulis: 5 Maret 1980"],
    ["alamat di ktp Jalan Melati 5", "confirm", "Belum ada di pilihan"],
    ["alamat salah", "address", "Tadi tertulis"],
    ["alamat saya gimana?", "confirm", "Mau tanya yang mana"],
    ["batal", "confirm", "Jadi dibatalkan?"],
  ])("%s", (text, asked, said) => {
    const here = talk("confirm");
    here.say(text);
    expect(here.asked()).toBe(asked);
    expect(here.said()).toContain(said);
  });

  test("asked which one, the line may be said with what is right", () => {
    const here = talk("confirm");
    here.say("[no]", "alamat dusun 7");
    expect(here.said()).toContain("9 Alamat: dusun 7");
  });
});

describe("in the middle", () => {
  test.each([
    ["programs", "eh salah, tanggal lahir aku 6 maret 1981", "programs", "Mau yang mana?"],
    ["village", "penghasilan salah, harusnya 3 juta", "programs", "Rp3.000.000"],
    ["address", "maaf salah alamat, dusun 4", "phone", "10 dari 13"],
    ["phone", "salah hp xyz", "phone", "Belum pas"],
    ["address", "tanggal lahir aku 6 maret 1981", "phone", "10 dari 13"],
    ["occupation", "ganti hp orang", "ecosystem", "4 dari 13"],
  ])("at %s: %s", (upTo, text, asked, said) => {
    const here = talk(upTo);
    here.say(text);
    if (here.session().aside !== undefined) here.say("ya");
    expect(here.asked()).toBe(asked);
    expect(here.said()).toContain(said);
  });

  test("what only explains corrects nothing yet", () => {
    const here = talk("village");
    here.say("eh salah, pilihan jelaskan dulu");
    expect(here.asked()).toBe("programs");
    expect(here.said()).not.toContain("sudah dibetulkan");
  });

  test("the birth date is the new one, and read back", () => {
    const here = talk("programs");
    here.say("eh salah, tanggal lahir aku 6 maret 1981");
    expect(here.said()).toContain("sudah dibetulkan.\nLahir: 6 Maret 1981");
    expect(here.session().answers["birth_date"]?.value).toBe("1981-03-06");
  });

  test("salah alone shows what was answered so far", () => {
    const here = talk("programs");
    here.say("salah");
    expect(here.said()).toContain("3 Lahir: 5 Maret 1980\n6 Pekerjaan: nyadap karet");
    here.say("3");
    expect(here.asked()).toBe("birth_date");
  });
});

describe("a button below another question", () => {
  test.each([
    ["the yes of the consent does not hand in", "confirm", "[yes under consent]", "Mau diubah?"],
    ["the yes of the read-back does", "confirm", "[yes under confirm]", "Terima kasih"],
    ["a place that was asked back", "confirm", "[16.07.01.2001 under village]", "Mau diubah?"],
    ["a question that is ahead", "income", "[yes under confirm]", "Pilihan itu tidak ada"],
    ["a command below it is one all the same", "income", "[later under segment]", "kami simpan"],
    ["before anything is asked", undefined, "[start under confirm]", "Selamat datang"],
  ])("%s", (_why, upTo, tap, said) => {
    const here = talk(upTo);
    here.say(tap);
    expect(here.said()).toContain(said);
  });

  test("what is put back is not answered by it", () => {
    const here = talk("income");
    here.say("50 ribu sehari", "[yes under consent]");
    expect(here.asked()).toBe("income");
    expect(here.said()).toContain("Mau diubah?");
  });
});
