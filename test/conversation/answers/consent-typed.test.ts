/** What people answer when they are asked for their consent: a clear yes, a clear no, and all that is neither. */
import { expect, test } from "vitest";
import { consent } from "../../../src/conversation/answers/consent.ts";
import { aboutFor } from "../../about.ts";
import { buttons, short } from "../../readings.ts";

const about = aboutFor({
  options: buttons(["yes", "✅ Ya, setuju"], ["no", "❌ Tidak"], ["read-more", "Baca lengkap"]),
});

const said: Readonly<Record<"yes" | "no" | "unclear", readonly string[]>> = {
  yes: [
    ...[
      "ya saya bersedia",
      "sayo setuju nian",
      "setuju pak mokaseh",
      "iyah",
      "yoi",
      "ya y",
      "ya lah",
      "ya deh",
      "ya...",
    ],
    ...[
      "galak setuju",
      "iyo pacak",
      "oke setuju",
      "ya, lanjut",
      "ya silakan",
      "👌 setuju",
      "setuju😊",
      "sangat setuju",
    ],
    ...[
      "bismillah setuju",
      "alhamdulillah ya",
      "1. ya",
      "(1) setuju",
      "01",
      "yang pertama",
      "mau dong",
      "yes",
    ],
  ],
  no: [
    ...["dak setuju", "gak mau", "gamau", "g mau", "tdk mw", "emoh", "ojo", "jangan", "dak galak"],
    ...["no", "2. tidak", "dua", "dak, makasih", "tidak pak", "tidak perlu"],
  ],
  unclear: [
    ...[
      "dak papo setuju",
      "ya gapapa",
      "ya dak papo",
      "gapapa ya",
      "👍👍",
      "☑️",
      "❌",
      "silakan",
      "boleh bae",
      "ia",
    ],
    ...[
      "ya itu",
      "ya yang itu",
      "galak nian",
      "payo",
      "au",
      "lanjut",
      "sip",
      "mantap",
      "gas",
      "oke boss",
      "ya udah",
    ],
    ...[
      "ya kan",
      "ya kali",
      "ya tp",
      "ya tapi takut",
      "setuju asal gratis",
      "setuju kalau dak bayar",
      "belum setuju",
    ],
    ...[
      "kurang setuju",
      "setuju bayarnyo berapo",
      "setuju dak",
      "iyo dak yo",
      "iya gak ya",
      "mau tidak",
      "boleh dak",
    ],
    ...[
      "boleh tanya",
      "mau lihat dulu",
      "mau nanya dulu",
      "pikir dulu",
      "besok",
      "batal",
      "tunggu",
      "insyaallah",
    ],
    ...[
      "insya allah setuju",
      "bismillah",
      "alhamdulillah",
      "tidak keberatan",
      "keberatan",
      "terserah bapak",
      "manut",
    ],
    ...[
      "ikut bae",
      "paham",
      "mengerti",
      "sudah baca",
      "sudah setuju",
      "daftar",
      "mulai",
      "baca dulu",
      "apa itu",
    ],
    ...[
      "suami setuju",
      "kata anak saya setuju",
      "anak aku yang setuju",
      "Siti setuju",
      "saya tidak bilang setuju",
    ],
    ...[
      "setuju dan tidak setuju",
      "bukan tidak setuju",
      "ya Allah",
      "ya ampun",
      "ya mana aku tau",
      "yakin",
      "hm",
    ],
    ...[
      "t",
      "k",
      "n",
      "s",
      "nedo",
      "dide",
      "mak",
      "no. 2",
      "1 tidak",
      "2 ya",
      "3 ya",
      "1 2",
      "12",
      "s3tuju",
      "S E T U J U",
    ],
  ],
};

test.each(
  Object.entries(said).flatMap(([meant, list]) => list.map((heard) => [heard, meant] as const)),
)("asked for consent, '%s' is %s", (heard, meant) => {
  const expected = meant === "unclear" ? { fault: "unclear" } : meant;
  expect(short(consent.read(heard, about))).toEqual(expected);
});
