/**
 * Where the browser tests find a running chat. To run them against the whole program, give `startChat`
 * another body: they know nothing else of what answers.
 */
import { openWeb } from "../../src/web/open.ts";
import { fakeDoor, openFakeTalk } from "../channels/fake-talk.ts";
import { webTexts } from "../web/texts.ts";

export type Chat = {
  readonly url: string;
  /** The bot says something without being asked, to everybody who is talking with it. */
  readonly notice: (text: string) => Promise<void>;
  /** How many messages with this text, or this choice, have reached the inbox, repeats included. */
  readonly arrivals: (said: string) => number;
  /** Whether the bot has answered it. */
  readonly heard: (text: string) => boolean;
  /** How many talks have been begun. */
  readonly talks: () => number;
  /** As when a database was lost: no token is known any more. */
  readonly forgetEverybody: () => void;
  /** While it is down every message is answered "not now". */
  readonly setDown: (isDown: boolean) => void;
  readonly close: () => Promise<void>;
};

export async function startChat(): Promise<Chat> {
  const talk = openFakeTalk();
  const web = await openWeb({
    host: "127.0.0.1",
    port: 0,
    doors: [fakeDoor(talk)],
    texts: webTexts,
    waitingFor: async () => [],
    log: talk.needs.log,
    newId: talk.needs.newId,
  });
  return {
    url: web.address,
    notice: async (text) => talk.notice(text),
    arrivals: (said) =>
      talk.received.filter(({ heard }) =>
        heard.kind === "text"
          ? heard.text === said
          : heard.kind === "choice" && heard.value === said,
      ).length,
    heard: (text) => talk.answered.includes(text),
    talks: () => talk.met.length,
    forgetEverybody: talk.forgetEverybody,
    setDown: (isDown) => {
      talk.before = () => {
        if (isDown) throw new Error("down");
      };
    },
    close: web.close,
  };
}
