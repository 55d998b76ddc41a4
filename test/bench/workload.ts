/**
 * The workload: conversations of fourteen messages through twelve questions, the same ones for the same seed. Everyone
 * drops a digit of the NIK at the first try. Who they are is made up; their NIK are of an area that nobody has.
 */
export type Contact = {
  /** The address on the channel. */
  readonly from: string;
  readonly person: Person;
  readonly messages: readonly string[];
};

export type Person = {
  /** 1 to 4. */
  readonly category: number;
  readonly name: string;
  readonly nik: string;
  readonly birth: { readonly day: number; readonly month: number; readonly year: number };
  readonly sex: "male" | "female";
  readonly phone: string;
  /** 0 to 4, in the order of `villages`. */
  readonly village: number;
  /** 0 and up, in the order of `jobs`. */
  readonly job: number;
  /** Whole rupiah a month. */
  readonly income: number;
  /** 1 or 2; the third choice explains and asks again. */
  readonly programs: number;
};

export const messagesPerContact = 14;

export const villages = [
  "Tanjung Mawar",
  "Sukajadi Kenanga",
  "Lubuk Cempaka",
  "Muara Dahlia",
  "Air Teratai",
] as const;

export const jobs = ["petani karet", "nelayan", "tukang ojek", "penjahit", "petani sawit"] as const;

export function workload(count: number, seed = 20_261_125): readonly Contact[] {
  const draw = drawing(seed);
  return [...Array(count).keys()].map((index) => {
    const person = personOf(index, draw);
    return { from: `62812${padded(index, 8)}@c.us`, person, messages: messagesOf(person) };
  });
}

type Draw = (limit: number) => number;

function personOf(index: number, draw: Draw): Person {
  const birth = { day: 1 + draw(28), month: 1 + draw(12), year: 1965 + draw(40) };
  const sex = draw(2) === 0 ? "male" : "female";
  const day = birth.day + (sex === "female" ? 40 : 0);
  const born = `${padded(day, 2)}${padded(birth.month, 2)}${padded(birth.year % 100, 2)}`;
  const first = ["Siti", "Budi", "Wayan"][draw(3)];
  const last = ["Aminah", "Santoso", "Lestari", "Hartono", "Wulandari", "Saputra"][draw(6)];
  return {
    category: 1 + draw(4),
    name: `${first} ${last}`,
    // The number of the contact is in district and serial, so that nobody has another's NIK.
    nik: `1699${padded(1 + Math.floor(index / 9_000), 2)}${born}${padded(1 + (index % 9_000), 4)}`,
    birth,
    sex,
    phone: `0812${padded(10_000_000 + index, 8)}`,
    village: draw(villages.length),
    job: draw(jobs.length),
    income: 500_000 + 50_000 * draw(150),
    programs: 1 + draw(2),
  };
}

function messagesOf(person: Person): readonly string[] {
  const { day, month, year } = person.birth;
  return [
    "/daftar",
    "Ya",
    String(person.category),
    person.name,
    person.nik.slice(0, 15),
    person.nik,
    `${padded(day, 2)}-${padded(month, 2)}-${year}`,
    person.sex === "male" ? "1" : "2",
    person.phone,
    villages[person.village] ?? "",
    jobs[person.job] ?? "",
    String(person.income),
    String(person.programs),
    "Ya",
  ];
}

/** Numbers that look drawn and are the same each time (mulberry32, public domain, by Tommy Ettinger). */
function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
