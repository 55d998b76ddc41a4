/** A small scripted bot that stands in for the house: same names of data, same frame around a question. */

import type { Choice, Inbound, Says } from "../../src/channels/channel.ts";
import type { Told, WebChatLimits, WebChatNeeds } from "../../src/channels/web-chat/needs.ts";
import { openWebChat } from "../../src/channels/web-chat/open.ts";
import type { WebLog } from "../../src/web/door.ts";
import type { Language } from "../../src/web/language.ts";
import { webTexts } from "../web/texts.ts";
import { questions } from "./fake-questions.ts";

type Person = {
  says: Says[];
  /** Index of the pending question; -1 before the first. */
  at: number;
  /** Sayings by message id. */
  answered: Map<string, readonly Says[]>;
  isErased: boolean;
  wakes: Set<() => void>;
  read: number;
};

export type FakeTalk = {
  readonly needs: WebChatNeeds;
  /** What reached `receive`, repeats included. */
  readonly received: Inbound[];
  /** The texts that were answered, once each. */
  readonly answered: string[];
  readonly met: {
    from: string;
    link: string | undefined;
    language: Language | undefined;
  }[];
  readonly logged: Readonly<Record<string, unknown>>[];
  /** The bot says this to everybody, without being asked. */
  readonly notice: (text: string, choices?: readonly Choice[]) => void;
  /** How far the says of the one person known were marked as read. */
  readonly readUpTo: () => number;
  readonly eraseAll: () => void;
  readonly forgetEverybody: () => void;
  /** What `receive` does before it answers, e.g. throw or wait. */
  before: () => Promise<void> | void;
};

export function openFakeTalk(more: Partial<WebChatNeeds> = {}): FakeTalk {
  const people = new Map<string, Person>();
  const logged: Readonly<Record<string, unknown>>[] = [];
  const log: WebLog = { error: (fields) => void logged.push(fields) };
  let ids = 0;

  function person(from: string): Person {
    const known = people.get(from);
    if (known === undefined) throw new Error("nobody of that token");
    return known;
  }

  function say(to: Person, text: string, rest: Omit<Says, "id" | "text"> = {}): void {
    to.says.push({ id: to.says.length + 1, text, ...rest });
    for (const wake of to.wakes) wake();
  }

  function ask(to: Person): void {
    const question = questions[to.at];
    if (question === undefined) {
      say(to, "Terima kasih, Bu Siti. Datanya sudah masuk dengan nomor LD-7K3M-92.");
      return;
    }
    const { name, kind, text, choices } = question;
    say(to, `${to.at + 1} dari ${questions.length}\n${text}\nBingung? Ketik BANTUAN.`, {
      asks: { name, kind },
      ...(choices === undefined ? {} : { choices }),
    });
  }

  function hear(to: Person, heard: Inbound["heard"]): void {
    const text = heard.kind === "text" ? heard.text : heard.kind === "choice" ? heard.value : "";
    if (/^hapus data$/i.test(text)) {
      say(to, "Sudah kami hapus. Yang tersisa hanya catatan bahwa ada permintaan hapus.");
      to.isErased = true;
      return;
    }
    if (/^bantuan$/i.test(text)) {
      say(
        to,
        "Bisa ketik KEMBALI, UBAH, atau PETUGAS. Kalau mau bicara dengan orang, telepon 175.",
      );
      ask(to);
      return;
    }
    const question = questions[to.at];
    if (question?.kind === "nik" && text.replace(/\D/g, "").length !== 16) {
      say(to, "Belum pas, NIK 16 angka. Coba lihat lagi KTP-nya, pelan-pelan saja.");
      ask(to);
      return;
    }
    to.at += 1;
    for (const text of questions[to.at]?.lead ?? []) say(to, text);
    ask(to);
  }

  const needs: WebChatNeeds = {
    meet: async (from, link, language) => {
      talk.met.push({ from, link, language });
      const met: Person = {
        says: [],
        at: -1,
        answered: new Map(),
        isErased: false,
        wakes: new Set(),
        read: 0,
      };
      people.set(from, met);
      say(
        met,
        "Selamat datang, Bapak/Ibu. Saya Lindung, asisten otomatis untuk daftar BPJS Ketenagakerjaan bagi yang kerja sendiri.",
      );
      say(
        met,
        "Ini masih percobaan dan belum bertugas untuk BPJS Ketenagakerjaan. Jangan isi data KTP yang asli; untuk mendaftar, telepon 175.",
      );
      say(
        met,
        "Kalau mau mencoba, ada 13 pertanyaan, gratis, dan boleh berhenti lalu lanjut besok. Mau yang mana dulu?",
        {
          choices: [
            { value: "start", label: "Mulai daftar" },
            { value: "ask", label: "Tanya dulu" },
            { value: "genuine", label: "Ini asli?" },
          ],
        },
      );
    },
    knows: async (from) => people.has(from),
    receive: async (inbound) => {
      talk.received.push(inbound);
      await talk.before();
      const to = person(inbound.from);
      if (to.isErased) return { kind: "erased" };
      const before = to.answered.get(inbound.id);
      if (before !== undefined) return { kind: "says", says: before };
      const from = to.says.length;
      hear(to, inbound.heard);
      if (inbound.heard.kind === "text") talk.answered.push(inbound.heard.text);
      const says = to.says.slice(from);
      to.answered.set(inbound.id, says);
      return { kind: "says", says };
    },
    saysAfter: async (from, after): Promise<Told> => {
      const to = person(from);
      if (to.isErased) return { kind: "erased" };
      to.read = Math.max(to.read, Math.min(after, to.says.length));
      return { kind: "says", says: to.says.filter(({ id }) => id > after) };
    },
    listen: (from, wake) => {
      person(from).wakes.add(wake);
      return () => void person(from).wakes.delete(wake);
    },
    page: webTexts,
    trial: true,
    operatorName: undefined,
    log,
    newId: () => `e-${++ids}`,
    ...more,
  };

  const talk: FakeTalk = {
    needs,
    received: [],
    answered: [],
    met: [],
    logged,
    notice: (text, choices) => {
      for (const to of people.values()) say(to, text, choices === undefined ? {} : { choices });
    },
    readUpTo: () => [...people.values()][0]?.read ?? 0,
    eraseAll: () => {
      for (const to of people.values()) {
        to.isErased = true;
        for (const wake of to.wakes) wake();
      }
    },
    forgetEverybody: () => people.clear(),
    before: () => undefined,
  };
  return talk;
}

/** The door, opened on the fake. */
export function fakeDoor(talk: FakeTalk, limits?: WebChatLimits) {
  return openWebChat(talk.needs, limits);
}
