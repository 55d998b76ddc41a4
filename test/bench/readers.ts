/** The readers of answers with the real words and the real list of places, on what people type. */
import type { About, Option } from "../../src/conversation/answers/kind.ts";
import { kinds } from "../../src/conversation/answers/kinds.ts";
import type { KindName } from "../../src/conversation/flow/flow.ts";
import type { Material } from "../../src/conversation/material.ts";
import { todayIn } from "../../src/enrolment/calendar.ts";
import { realMaterial } from "../world.ts";
import { microsecondsOf, type Part } from "./stopwatch.ts";

/** The last of each is what nobody would guess. */
const typed: Readonly<Record<KindName, readonly string[]>> = {
  address: ["Dusun 2 RT 3", "lorong masjid depan warung bu Siti"],
  choice: ["1", "yang kedua", "terserah kamu lah"],
  consent: ["ya", "iyo setuju", "nanti dulu"],
  date: ["05-03-1980", "17 agust 45", "habis lebaran"],
  income: ["1500000", "50 ribu sehari", "tergantung harga karet"],
  nik: ["1699014503800001", "1699 0145 0380 0001", "169901450380000"],
  occupation: ["petani karet", "nyadap karet di kebun orang", "jaga gawang"],
  "person-name": ["Siti Aminah", "nama saya wayan", "12345"],
  phone: ["081234567890", "WA 0852 6789 0123", "711"],
  place: ["Sungai Rengit, Talang Kelapa", "tanjung raja", "jauh di sana"],
  text: ["apa saja"],
  "yes-no": ["ya", "idak", "mungkin"],
};

export function measureReaders(forMs: number): readonly Part[] {
  const readMs = performance.now();
  const material = realMaterial();
  const content: Part = {
    what: "content: read, checked and compiled at start",
    figure: performance.now() - readMs,
    unit: "ms",
  };
  const about = aboutOf(material);
  const readers = (Object.keys(kinds) as readonly KindName[]).flatMap((name): readonly Part[] =>
    typed[name].map((text) => ({
      what: `reader: ${name} "${text}"`,
      figure: microsecondsOf(() => kinds[name].read(text, about), forMs / 4),
      unit: "µs",
    })),
  );
  return [content, ...readers];
}

function aboutOf({ tongues, places, occupations }: Material): About {
  const today = todayIn(new Date().toISOString());
  const options: readonly Option[] = [
    { value: "jkk-jkm", label: "Dua perlindungan" },
    { value: "jkk-jkm-jht", label: "Tambah tabungan" },
  ];
  return { today, words: tongues.id.words, options, places, occupations, trial: true };
}
