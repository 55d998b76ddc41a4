/** People on Telegram who answer each question once, as fast as it comes, whoever dies on the other side meanwhile. */
import type { openFakeBotApi } from "../channels/fakes/telegram/fake-bot-api.ts";
import { type Person, wayan } from "../whole/person.ts";
import { pause } from "./load.ts";

type Api = Awaited<ReturnType<typeof openFakeBotApi>>;

export type TelegramTalk = {
  readonly number: number;
  /** Of the chat. */
  readonly id: number;
  /** What the bot wrote on this telephone, oldest first. */
  readonly screen: () => readonly string[];
  /** Resolves with the number that was told at the end. */
  readonly ended: Promise<string>;
};

/** The thirteen questions in their order; each says which it is ("3 dari 13"). */
const questions: readonly (keyof Person)[] = [
  "consent",
  "segment",
  "birth_date",
  "occupation",
  "income",
  "programs",
  "period",
  "village",
  "address",
  "phone",
  "nik",
  "name",
  "confirm",
];

export function talksOn(api: Api, people: number): readonly TelegramTalk[] {
  return Array.from({ length: people }, (_, number) => talkOf(api, number));
}

function talkOf(api: Api, number: number): TelegramTalk {
  const id = 700_100 + number;
  const phone = api.people.person(id, "Wayan");
  const answers = wayan(number);
  const screen = () => phone.ofBot().map(({ text }) => text ?? "");
  const talk = async (): Promise<string> => {
    phone.starts();
    let answered = 0;
    for (;;) {
      await pause(40);
      const asked = askedOn(screen());
      if (asked === "ended") return endedWith(screen());
      if (asked <= answered) continue;
      answered = asked;
      phone.says(answers[questions[asked - 1] ?? ""] ?? "mulai");
    }
  };
  return { number, id, screen, ended: talk() };
}

/** Which question stands there last, counted from 1; the greeting is a half, nothing yet is none. */
function askedOn(texts: readonly string[]): number | "ended" {
  const asked = Math.max(0, ...texts.map(questionIn));
  if (asked === questions.length && endedWith(texts) !== "") return "ended";
  return asked === 0 && texts.some((text) => text.includes("Mau yang mana dulu")) ? 0.5 : asked;
}

function questionIn(text: string): number {
  return Number(/^(\d{1,2}) dari 13\b/m.exec(text)?.[1] ?? 0);
}

/** The number to speak that was told; empty before. */
function endedWith(texts: readonly string[]): string {
  return /LD-\w{4}-\w{2}/.exec(texts.join(" "))?.[0] ?? "";
}
