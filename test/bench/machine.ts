/**
 * The same twelve questions written by hand, as a plain bot would: the floors run it. A flat state goes in and comes
 * out; each reader is a line or two.
 */
export type State = {
  /** Questions answered; 0 before the first message. */
  at: number;
  /** Texts said so far. */
  says: number;
  answers: Record<string, unknown>;
};

export type Step = {
  readonly texts: readonly string[];
  /** After the last answer. */
  readonly submits: boolean;
};

export const newState = (): State => ({ at: -1, says: 0, answers: {} });

/** Changes the state. `number` is what a submission is told by. */
export function step(state: State, text: string, number: () => string): Step {
  if (state.at < 0) {
    state.at = 0;
    return told(state, ["Selamat datang.", asked(0)]);
  }
  const question = questions[state.at];
  if (question === undefined) return told(state, ["Sudah dikirim."]);
  const value = question.read(text);
  if (value === undefined) {
    return told(state, [question.hint?.(text) ?? "Belum terbaca.", asked(state.at)]);
  }
  Object.assign(state.answers, value);
  state.at += 1;
  if (state.at === questions.length) {
    return { ...told(state, [`Terima kasih. Nomornya ${number()}.`]), submits: true };
  }
  return told(state, [
    ...(state.at === questions.length - 1 ? [summary(state.answers)] : []),
    asked(state.at),
  ]);
}

function told(state: State, texts: readonly string[]): Step {
  state.says += texts.length;
  return { texts, submits: false };
}

type Question = {
  readonly ask: string;
  /** What is to be kept, or undefined for what is no answer. */
  readonly read: (text: string) => Readonly<Record<string, unknown>> | undefined;
  readonly hint?: (text: string) => string;
};

const yes = (text: string) => (/^ya$/i.test(text) ? {} : undefined);

const oneOf =
  (name: string, ...values: readonly (string | undefined)[]) =>
  (text: string) => {
    const value = values[Number(text) - 1];
    return value === undefined ? undefined : { [name]: value };
  };

const villages = new Map(
  [
    ["Tanjung Mawar", "16.71.01.1001", "Ilir Jati", "Palembang", "Palembang"],
    ["Sukajadi Kenanga", "16.72.01.1001", "Dempo Jati", "Pagar Alam"],
    ["Lubuk Cempaka", "16.73.01.1001", "Linggau Jati", "Lubuk Linggau"],
    ["Muara Dahlia", "16.74.01.1001", "Rambang Jati", "Prabumulih"],
    ["Air Teratai", "16.07.01.2001", "Betung Jati", "Banyuasin", "Palembang"],
  ].map(([village = "", code = "", district = "", regency = "", branch]) => [
    village,
    {
      shown: `${village}, ${district}, ${regency}`,
      kept: {
        village: { code, village },
        regency: code.slice(0, 5),
        district: code.slice(0, 8),
        ...(branch === undefined ? {} : { branch }),
      },
    },
  ]),
);

const jobs = new Map([
  ["petani karet", ["rubber-tapper", "desa", "other"]],
  ["nelayan", ["fisher", "desa", "other"]],
  ["tukang ojek", ["motorcycle-taxi", "desa", "transport"]],
  ["penjahit", ["tailor", "ukm", "other"]],
  ["petani sawit", ["palm-farmer", "desa", "other"]],
]);

const questions: readonly Question[] = [
  { ask: "Setuju data dicatat?", read: yes },
  {
    ask: "Kerjanya bagaimana?",
    read: oneOf("segment", "own-account", "wage", "construction", "other"),
  },
  {
    ask: "Siapa nama lengkapnya?",
    read: (text) => (/^[\p{L} .,'-]{3,100}$/u.test(text) ? { name: text } : undefined),
  },
  {
    ask: "Berapa NIK-nya?",
    read: (text) => (isNik(text) ? { nik: text } : undefined),
    hint: (text) => `NIK harus 16 angka, tadi ${text.length}.`,
  },
  {
    ask: "Kapan lahirnya?",
    read: (text) => {
      const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? [];
      const isDate = Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
      return isDate ? { birth_date: `${year}-${month}-${day}` } : undefined;
    },
  },
  { ask: "Jenis kelamin?", read: oneOf("sex", "male", "female") },
  {
    ask: "Berapa nomor HP-nya?",
    read: (text) => (/^08\d{8,11}$/.test(text) ? { phone: `+62${text.slice(1)}` } : undefined),
  },
  { ask: "Tinggal di mana?", read: (text) => villages.get(text)?.kept },
  {
    ask: "Pekerjaannya apa?",
    read: (text) => {
      const [code, ecosystem, sector] = jobs.get(text) ?? [];
      return code && { occupation: { code, said: text }, ecosystem, sector };
    },
  },
  {
    ask: "Penghasilan sebulan berapa?",
    read: (text) => (/^\d{5,9}$/.test(text) ? { income: Number(text) } : undefined),
  },
  {
    ask: "Ikut yang mana?",
    read: (text) => {
      const chosen = oneOf("programs", "jkk-jkm", "jkk-jkm-jht")(text);
      return chosen && { ...chosen, payer: "self", address: "Jalan Melati" };
    },
  },
  { ask: "Sudah benar?", read: yes },
];

const asks = questions.map(({ ask }, index) => `${index + 1}/12\n${ask}\nKetik BANTUAN.`);

function asked(at: number): string {
  return asks[at] ?? "";
}

/** 16 digits with a possible day (40 more for women) and month, and a serial number. */
function isNik(text: string): boolean {
  const day = Number(text.slice(6, 8)) % 40;
  const month = Number(text.slice(8, 10));
  return (
    /^\d{16}$/.test(text) &&
    day >= 1 &&
    day <= 31 &&
    month >= 1 &&
    month <= 12 &&
    !text.endsWith("0000")
  );
}

const months =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  );

function summary(answers: State["answers"]): string {
  const text = (name: string) => String(answers[name]);
  const [year, month, day] = text("birth_date").split("-");
  const { said } = answers["occupation"] as { readonly said: string };
  const { village } = answers["village"] as { readonly village: string };
  return `Nama: ${text("name")}
Jenis kelamin: ${text("sex") === "male" ? "Laki-laki" : "Perempuan"}
Lahir: ${Number(day)} ${months[Number(month) - 1]} ${year}
NIK: ${text("nik").slice(0, 4)}••••••••${text("nik").slice(12)}
HP: akhir ${text("phone").slice(-4)}
Pekerjaan: ${said}
Penghasilan: Rp${text("income").replace(/\B(?=(\d{3})+$)/g, ".")} sebulan
Tinggal: ${villages.get(village)?.shown}
Ikut: ${text("programs") === "jkk-jkm" ? "dua jaminan" : "tiga jaminan"}`;
}
